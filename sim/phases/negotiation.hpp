#pragma once

#include "agents/world.hpp"
#include "scenarios/negotiation_params.hpp"
#include "sim/negotiation/outcome.hpp"

namespace hansa {

/// States negotiate a text at a conference: form after form on offer, round after round.
///
/// A round: texts are put on the table and weighed (gains), put against each other (contest), the chair
/// redrafts towards their standing, states review the chair's text; if the decision rule is met it is
/// adopted, else the chair goes to the objectors and delegations concede. When the rounds are spent the next
/// form is tried. See sim/negotiation/.
///
/// Networks lobby before each form, because what a government can accept depends on the form.
///
/// Reads:  states.position, states.paralysed, states.sovereignty, states.mandate, vetoes, voice,
///         pressure, status_quo
/// Writes: states.mandate, vetoes.lobbied
[[nodiscard]] Outcome negotiate(const NegotiationParams& params, const LobbyingParams& lobbying,
                                const ConferenceFacts& conference, World& world);

}  // namespace hansa
