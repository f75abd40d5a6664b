#include "analysis/bargain_power.hpp"

#include <fmt/format.h>

#include "analysis/text_rows.hpp"
#include "scenarios/problem.hpp"

namespace hansa {

nlohmann::ordered_json bargain_power_json(std::string_view rule, const VotingPower& found) {
  return {{"rule", rule}, {"shapley", found.shapley}, {"banzhaf", found.banzhaf}, {"swings", found.swings}};
}

std::string bargain_power_text(std::string_view rule, const BargainTable& table, const VotingPower& found) {
  TextRows rows = {{"actor", "power", "Shapley-Shubik", "Banzhaf", "swings"}};
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    rows.push_back({printable(table.actors[k]), fmt::format("{:.6g}", table.power[k]),
                    fmt::format("{:.4f}", found.shapley[k]), fmt::format("{:.4f}", found.banzhaf[k]),
                    fmt::format("{}", found.swings[k])});
  return fmt::format("\n{}: who decides\n\n{}", rule, align(rows));
}

}  // namespace hansa
