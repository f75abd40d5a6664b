#include "analysis/comparison/pairing.hpp"

#include <algorithm>
#include <variant>

namespace hansa {

std::vector<RowPair> common_rows(const ResultSet& full, const ResultSet& other, std::string_view dimension) {
  const Dimension *one = full.find_dimension(dimension), *two = other.find_dimension(dimension);
  std::vector<RowPair> rows;
  if (one == nullptr || two == nullptr || one->labels.index() != two->labels.index()) return rows;
  std::visit(
      [&](const auto& labels) {
        const auto& others = std::get<std::decay_t<decltype(labels)>>(two->labels);
        for (std::size_t k = 0; k < labels.size(); ++k) {
          // mostly at the same place: realizations are many
          const auto found = k < others.size() && others[k] == labels[k]
                                 ? others.begin() + static_cast<std::ptrdiff_t>(k)
                                 : std::find(others.begin(), others.end(), labels[k]);
          if (found != others.end()) rows.push_back({k, static_cast<std::size_t>(found - others.begin())});
        }
      },
      one->labels);
  return rows;
}

}  // namespace hansa
