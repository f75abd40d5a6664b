#include "bargaining/voting/support.hpp"

#include "support/numbers/expect.hpp"

namespace hansa {

Support::Support(const Voters& voters, const DecisionRule& rule) : voters_(voters), rule_(rule) {
  HANSA_EXPECT(voters.power.size() == voters.veto.size());
  HANSA_EXPECT(!weighs_size(rule) || voters.size.size() == voters.n_actors());
  for (std::size_t k = 0; k < voters.n_actors(); ++k) add_to(all_, k);
}

void Support::add_to(Sums& sums, std::size_t actor) const {
  if (!voters_.has_seat(actor)) return;
  sums.n_seats += 1;
  sums.n_vetoes += voters_.veto[actor] != 0 ? 1U : 0U;
  sums.power += voters_.power[actor];
  if (!voters_.size.empty()) sums.size += voters_.size[actor];
}

void Support::add(std::size_t actor) { add_to(with_, actor); }

bool Support::wins() const {
  const auto share = [](double part, double whole) { return whole > 0 ? part / whole : 0.0; };
  return passes(rule_, {.n_heads = all_.n_seats,
                        .n_objectors = all_.n_seats - with_.n_seats,
                        .power_for = share(with_.power, all_.power),
                        .size_for = share(with_.size, all_.size),
                        .vetoed = with_.n_vetoes < all_.n_vetoes});
}

}  // namespace hansa
