#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "sim/negotiation/outcome.hpp"

namespace hansa {

/// States negotiate a text at a conference: the forms on offer in turn, each over rounds
/// (sim/negotiation/rounds.hpp). Networks lobby before each form, because win-sets depend on the form.
///
/// Reads:  states.position, states.paralysed, states.sovereignty, states.mandate, vetoes, voice,
///         pressure, status_quo
/// Writes: states.mandate, vetoes.lobbied
[[nodiscard]] Outcome negotiate(const NegotiationParams& params, const LobbyingParams& lobbying,
                                const FunctionParams& functions, const ConferenceFacts& conference,
                                World& world);

}  // namespace hansa
