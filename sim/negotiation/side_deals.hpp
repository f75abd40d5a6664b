#pragma once

#include <cstddef>
#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

[[nodiscard]] inline bool offers_side_deals(const NegotiationParams& params) {
  return params.exemption > 0 || params.transfers > 0;
}

/// What a chair can offer objectors beside its text, where a decision is due:
///
/// - exemptions from a share of their obligation, the cheapest first, up to `exemption` each and
///   `exemption_budget` of the obligations by power; the text is raised to what the floor asks of those that
///   stay obliged, and all judge it again;
/// - side payments (Barrett 2003): the cheapest objector is paid what it loses beyond what it would bear, until the
///   text passes, out of at most `transfers` of the gains of those who gain; gains are compared in units of output,
///   and a unit paid costs `transfer_cost`.
///
/// Offers hold only if the text is adopted with them, so a deal is closed in full or not at all.
class SideDeals {
 public:
  SideDeals(const Terms& terms, const World& world);

  /// Whether deals make the chair's text pass; if so, the negotiation and terms() include them, else both stay.
  [[nodiscard]] bool close(const NegotiationParams& params, int round, Negotiation& negotiation);

  [[nodiscard]] const Terms& terms() const { return terms_; }
  [[nodiscard]] double exempted() const;  // share of the obligations, by power                [0..1]
  [[nodiscard]] double paid() const;      // payments by the payees' share of output           [gain]

 private:
  const World& world_;
  const Terms tabled_;
  Terms terms_;
};

}  // namespace hansa
