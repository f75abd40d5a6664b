#include "bargaining/solvers/chair.hpp"

#include <utility>

#include "sim/negotiation/rounds.hpp"

namespace hansa {
namespace {

/// Lifts (row x issue) as positions.
std::vector<double> positions_of(const ChairTable& table, std::vector<double> lifts) {
  for (std::size_t k = 0; k < lifts.size(); ++k)
    lifts[k] += table.reference[k % table.n_issues].value_or(0.0);
  return lifts;
}

}  // namespace

ChairPath play_chair(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule) {
  Negotiation negotiation(rules.negotiation, seat_table(table, rules, rule));
  NegotiationPath lifts;
  play_rounds(rules.negotiation, negotiation, &lifts);
  ChairPath path{.positions = {}, .texts = {}, .agreed = negotiation.adopted};
  for (std::vector<double>& demands : lifts.demands)
    path.positions.push_back(positions_of(table, std::move(demands)));
  for (std::vector<double>& text : lifts.texts) path.texts.push_back(positions_of(table, std::move(text)));
  return path;
}

}  // namespace hansa
