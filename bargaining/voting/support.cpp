#include "bargaining/voting/support.hpp"

#include "support/numbers/expect.hpp"

namespace hansa {

Support::Support(std::span<const double> power, std::span<const char> veto, const DecisionRule& rule)
    : power_(power), veto_(veto), rule_(rule) {
  HANSA_EXPECT(power.size() == veto.size());
  for (std::size_t k = 0; k < power.size(); ++k) {
    n_seats_ += power[k] > 0 || veto[k] != 0 ? 1U : 0U;
    n_vetoes_ += veto[k] != 0 ? 1U : 0U;
    total_ += power[k];
  }
}

void Support::clear() {
  n_for_ = n_vetoes_for_ = 0;
  power_for_ = 0;
}

void Support::add(std::size_t actor) {
  n_for_ += power_[actor] > 0 || veto_[actor] != 0 ? 1U : 0U;
  n_vetoes_for_ += veto_[actor] != 0 ? 1U : 0U;
  power_for_ += power_[actor];
}

bool Support::wins() const {
  return passes(rule_, {.n_heads = n_seats_,
                        .n_objectors = n_seats_ - n_for_,
                        .power_for = total_ > 0 ? power_for_ / total_ : 0.0,
                        .vetoed = n_vetoes_for_ < n_vetoes_});
}

}  // namespace hansa
