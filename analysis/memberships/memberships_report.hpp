#pragma once

#include <string>

#include "analysis/memberships/validation.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// {cities, held_out, networks, memberships,
///  terms: [{name, half, half_ci95, all, all_ci95}],
///  spread: {world: {half, half_ci95, all, all_ci95}, europe: the same, elsewhere: the same},
///  scores: [{name, log_loss, log_loss_ci95, pooled, pooled_ci95, within, within_ci95, europe, europe_ci95, elsewhere,
///            elsewhere_ci95}],
///  lead: {within, within_ci95, europe, europe_ci95, elsewhere, elsewhere_ci95},
///  left_out: [{name, n, fit, fit_ci95, propensity, propensity_ci95, gain, gain_ci95}],
///  drawn: [{of, figure, census, drawn, ci95, close, inside}], drawn_close, drawn_inside}
/// null: not defined.
[[nodiscard]] std::string memberships_json(const MembershipBacktest& found);

/// The same as text.
[[nodiscard]] Text memberships_text(const MembershipBacktest& found);

}  // namespace hansa
