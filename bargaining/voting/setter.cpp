#include "bargaining/voting/setter.hpp"

#include <algorithm>
#include <vector>

#include "bargaining/voting/support.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {

double setter_proposal(std::size_t setter, const Voters& voters, std::span<const double> position,
                       std::span<const double> salience, double reference, const DecisionRule& rule) {
  HANSA_EXPECT(setter < position.size() && position.size() == voters.n_actors() &&
               salience.size() == voters.n_actors());
  const double side = position[setter] < reference ? -1 : 1;
  const double wanted = side * (position[setter] - reference);
  if (!(wanted > 0)) return reference;
  Support support(voters, rule);
  // how far from the reference each is for a text; the farther, the fewer
  std::vector<std::pair<double, std::size_t>> reach;
  for (std::size_t k = 0; k < position.size(); ++k) {
    const double own = side * (position[k] - reference);
    if (salience[k] > 0 && k != setter)
      reach.emplace_back(own > 0 ? std::min(2.0 * own, wanted) : 0.0, k);
    else
      reach.emplace_back(wanted, k);
  }
  std::stable_sort(reach.begin(), reach.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [farthest, k] : reach) {
    if (!(farthest > 0)) break;
    support.add(k);
    if (support.wins()) return reference + side * farthest;
  }
  return reference;
}

}  // namespace hansa
