#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/network_params.hpp"
#include "scenarios/parameters/treaty_params.hpp"
#include "sim/negotiation/offered_text.hpp"
#include "sim/negotiation/outcome.hpp"

namespace hansa {

/// States negotiate a text at a conference: the forms on offer in turn, each over rounds
/// (sim/negotiation/rounds.hpp). Networks lobby before each form, because win-sets depend on the form.
///
/// A text tables the urban role if its content on it is `consulted_from` or more. `offered` gets the negotiation under
/// each form, for display.
///
/// Reads:  states.position, states.paralysed, states.sovereignty, states.mandate, vetoes, voice,
///         pressure, status_quo
/// Writes: states.mandate, vetoes.lobbied
[[nodiscard]] Outcome negotiate(const NegotiationParams& params, const LobbyingParams& lobbying,
                                const FunctionParams& functions, const ConferenceFacts& conference,
                                World& world,
                                double consulted_from = FeedbackParams{}.places[UrbanPlace::Consultation],
                                std::vector<OfferedText>* offered = nullptr);

}  // namespace hansa
