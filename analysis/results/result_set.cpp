#include "analysis/results/result_set.hpp"

#include <algorithm>

#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

template <class Named> const Named* find_named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::size_t size_of(const auto& alternatives) {
  return std::visit([](const auto& column) { return column.size(); }, alternatives);
}

}  // namespace

std::size_t Dimension::size() const { return size_of(labels); }
std::size_t Variable::size() const { return size_of(values); }

const Dimension* ResultSet::find_dimension(std::string_view name) const { return find_named(dims, name); }
const Variable* ResultSet::find_variable(std::string_view name) const { return find_named(variables, name); }

std::string text_attribute(const ResultSet& result, std::string_view name) {
  for (const auto& [key, value] : result.attributes) {
    if (const auto* text = std::get_if<std::string>(&value); key == name && text != nullptr) return *text;
  }
  return "";
}

std::vector<std::size_t> shape_of(const Variable& variable, const ResultSet& result) {
  std::vector<std::size_t> shape;
  for (const std::string& name : variable.dims) {
    const Dimension* dimension = result.find_dimension(name);
    HANSA_EXPECT(dimension != nullptr);
    shape.push_back(dimension->size());
  }
  return shape;
}

std::vector<RowPair> common_rows(const ResultSet& full, const ResultSet& other, std::string_view dimension) {
  const Dimension *one = full.find_dimension(dimension), *two = other.find_dimension(dimension);
  std::vector<RowPair> rows;
  if (one == nullptr || two == nullptr || one->labels.index() != two->labels.index()) return rows;
  std::visit(
      [&](const auto& labels) {
        const auto& others = std::get<std::decay_t<decltype(labels)>>(two->labels);
        for (std::size_t k = 0; k < labels.size(); ++k) {
          // try the same row first: realizations are many
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
