#include "analysis/results/hdf5/result_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <type_traits>

#include <fmt/format.h>

#include "analysis/results/result_format.hpp"
#include "support/numbers/expect.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

// xarray decodes any numbers in these units as time spans.
constexpr std::array<std::string_view, 7> time_span_units = {
    "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"};

void demand(bool holds, std::string_view name, std::string_view message) {
  if (!holds) throw ExpectationFailure(fmt::format("result: \"{}\": {}", name, message));
}

bool is_cf_name(std::string_view name) {
  const auto is_letter = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); };
  const auto is_allowed = [&](char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '_'; };
  return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), is_allowed);
}

/// Whether a terminal would show anything else than this text.
bool has_hidden(std::string_view text) { return made_visible(text, true) != text; }

template <class Described> void check_description(const Described& described) {
  const std::string& name = described.name;
  demand(is_cf_name(name), name, "a name is a letter, then letters, digits and underscores");
  demand(!described.units.empty() && !has_hidden(described.units), name, "units are missing");
  demand(!described.long_name.empty() && !has_hidden(described.long_name), name, "the long name is missing");
  demand(std::find(time_span_units.begin(), time_span_units.end(), described.units) == time_span_units.end(),
         name, "xarray would read these units as a time span");
}

void check_texts(const std::vector<std::string>& texts, std::string_view name) {
  demand(std::none_of(texts.begin(), texts.end(), has_hidden), name, "a text contains a hidden character");
}

void check_flags(const Variable& variable) {
  const auto n_meanings = variable.flag_meanings.size();
  demand(n_meanings <= 128, variable.name, "there are more than 128 flag meanings");
  for (const std::string& meaning : variable.flag_meanings)
    demand(is_cf_name(meaning), variable.name, "a flag meaning is one word");
  std::visit(
      [&]<class Value>(const std::vector<Value>& values) {
        if constexpr (std::is_integral_v<Value>) {
          const auto has_meaning = [&](Value value) {
            return 0 <= value && static_cast<std::size_t>(value) < n_meanings;
          };
          demand(std::all_of(values.begin(), values.end(), has_meaning), variable.name,
                 "a flag value has no meaning");
        } else {
          demand(false, variable.name, "only integers may be flags");
        }
      },
      variable.values);
}

void check_dimension(const Dimension& dimension) {
  check_description(dimension);
  if (const auto* texts = std::get_if<std::vector<std::string>>(&dimension.labels))
    check_texts(*texts, dimension.name);
  if (const auto* reals = std::get_if<std::vector<double>>(&dimension.labels)) {
    demand(std::none_of(reals->begin(), reals->end(), [](double x) { return std::isnan(x); }), dimension.name,
           "a label is NaN");
  }
}

void check_variable(const Variable& variable, const ResultSet& result) {
  check_description(variable);
  std::size_t n_points = 1;
  for (const std::string& name : variable.dims) {
    const Dimension* dimension = result.find_dimension(name);
    demand(dimension != nullptr, variable.name, fmt::format("the dimension \"{}\" does not exist", name));
    demand(std::count(variable.dims.begin(), variable.dims.end(), name) == 1, variable.name,
           "a dimension is repeated");
    n_points *= dimension->size();
  }
  demand(variable.size() == n_points, variable.name,
         fmt::format("{} values for {} points", variable.size(), n_points));
  if (const auto* texts = std::get_if<std::vector<std::string>>(&variable.values))
    check_texts(*texts, variable.name);
  if (!variable.flag_meanings.empty()) check_flags(variable);
}

void check_attribute(const Attribute& attribute) {
  const auto& [name, value] = attribute;
  demand(is_cf_name(name), name, "a name is a letter, then letters, digits and underscores");
  demand(std::find(own_attributes.begin(), own_attributes.end(), name) == own_attributes.end(), name,
         "the writer sets this attribute itself");
  if (const auto* text = std::get_if<std::string>(&value))
    demand(!has_hidden(*text), name, "a text contains a hidden character");
}

}  // namespace

void check(const ResultSet& result) {
  std::set<std::string_view> names;
  const auto demand_new = [&](std::string_view name) {
    demand(names.insert(name).second, name, "the name is used twice");
  };
  for (const Dimension& dimension : result.dims) {
    demand_new(dimension.name);
    check_dimension(dimension);
  }
  for (const Variable& variable : result.variables) {
    demand_new(variable.name);
    check_variable(variable, result);
  }
  names.clear();
  for (const Attribute& attribute : result.attributes) {
    demand_new(attribute.first);
    check_attribute(attribute);
  }
}

}  // namespace hansa
