#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/treaty_params.hpp"
#include "sim/negotiation/outcome.hpp"

namespace hansa {

/// The role of cities in a text, by its content on the urban role: 0 none, 1 mention, 2 consultation,
/// 3 implementation, 4 seat [K4-K7].
[[nodiscard]] int urban_level(const FeedbackParams& params, double content);

/// An adopted text becomes an agreement. A decision binds the states present at once; a treaty must be joined.
/// Either lifts the status quo only by what states carry out (sim/phases/implementation.hpp). `row` is the
/// conference's row in the facts.
///
/// Reads:  agreements, season
/// Writes: season, agreements
void settle(const FeedbackParams& params, std::size_t row, const Outcome& outcome, World& world);

/// Networks gain soft power from declarations, drafts, the role of cities in texts and access [N5]. It opens no
/// doors: forums do (sim/networks/accreditation.hpp).
///
///     S <- (1 - forgetting) S + symbolise * (instruments * (declarations + drafts)
///                                            + mentions * share * nearness * place + access * nearness)
///
/// place is season.mentions, nearness that of the network's highest rung in any forum. A network whose rung the scenario
/// fixes drafts, if that is its rung, at every conference. `symbolise` scales the gain from acts
/// [N3]; `coordinating`: whether the coordinating body exists.
///
/// Reads:  networks.alive, networks.known, networks.coordinated, networks.share, networks.declarations,
///         networks.soft_power, networks.rungs, season
/// Writes: networks.soft_power
void feed_back(const FeedbackParams& params, double symbolise, bool coordinating, World& world);

}  // namespace hansa
