#include "analysis/differences/scenario_difference.hpp"

#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "scenarios/print/parameter_values.hpp"
#include "support/files/sha256.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

std::map<std::string, ParameterValue> by_path(const std::vector<ParameterValue>& values) {
  std::map<std::string, ParameterValue> map;
  for (const ParameterValue& value : values) map.emplace(value.path, value);
  return map;
}

/// The part of a path, from its front, of which a scenario has nothing at all: conferences.COP1 where it has no COP1.
std::string absent_part(const std::string& path, const std::map<std::string, ParameterValue>& values) {
  for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', dot + 1)) {
    const auto next = values.lower_bound(path.substr(0, dot + 1));
    if (next == values.end() || !next->first.starts_with(path.substr(0, dot + 1))) return path.substr(0, dot);
  }
  return path;
}

/// The parameters that the second lacks, those of an absent conference or other row as one.
std::vector<ParameterDifference> find_absent(const std::vector<ParameterValue>& values,
                                             const std::map<std::string, ParameterValue>& others) {
  std::vector<ParameterDifference> absent;
  std::size_t n = 0;  // parameters of the last part
  for (const ParameterValue& value : values) {
    if (others.contains(value.path)) continue;
    const std::string part = absent_part(value.path, others);
    if (part == value.path) {
      absent.push_back({part, value.value, "", value.unit});
      continue;
    }
    n = !absent.empty() && absent.back().path == part ? n + 1 : 1;
    if (n == 1) absent.push_back({.path = part});
    absent.back().one = "(" + counted(n, "parameter") + ")";
  }
  return absent;
}

using Table = std::pair<std::string_view, std::filesystem::path WorldFiles::*>;
constexpr std::array<Table, 11> tables = {{{"states", &WorldFiles::states},
                                           {"cities", &WorldFiles::cities},
                                           {"networks", &WorldFiles::networks},
                                           {"memberships", &WorldFiles::memberships},
                                           {"accreditations", &WorldFiles::accreditations},
                                           {"counts", &WorldFiles::counts},
                                           {"treaties", &WorldFiles::treaties},
                                           {"ratifications", &WorldFiles::ratifications},
                                           {"issues", &WorldFiles::issues},
                                           {"un_votes", &WorldFiles::un_votes},
                                           {"veto_players", &WorldFiles::veto_players}}};

}  // namespace

std::vector<ParameterDifference> find_differences(const LoadedScenario& one, const LoadedScenario& other) {
  const std::vector<ParameterValue> ones = parameter_values(one.scenario),
                                    others = parameter_values(other.scenario);
  const auto in_one = by_path(ones), in_other = by_path(others);
  std::vector<ParameterDifference> differences;
  for (const ParameterValue& value : ones) {
    const auto twin = in_other.find(value.path);
    if (twin != in_other.end() && twin->second.value != value.value)
      differences.push_back({value.path, value.value, twin->second.value, value.unit});
  }
  for (ParameterDifference& absent : find_absent(ones, in_other)) differences.push_back(std::move(absent));
  for (ParameterDifference& absent : find_absent(others, in_one)) {
    std::swap(absent.one, absent.other);
    differences.push_back(std::move(absent));
  }
  for (const auto& [name, file] : tables) {
    if (one.files.*file == other.files.*file) continue;
    const std::string a = sha256_of_file(one.files.*file), b = sha256_of_file(other.files.*file);
    if (a != b)
      differences.push_back(
          {fmt::format("world.{}, contents", name), a.substr(0, 12), b.substr(0, 12), "sha256"});
  }
  return differences;
}

namespace {

/// What a difference has in common with the rows below it: absent rows of one list, such as conferences.
std::string absent_from(const ParameterDifference& difference) {
  const bool is_row = difference.one.starts_with('(') || difference.other.starts_with('(');
  const std::size_t dot = difference.path.rfind('.');
  return is_row && dot != std::string::npos ? difference.path.substr(0, dot + 1) : "";
}

/// Three or more absent rows of a list in a row as one: "conferences.COP1 ... COP21", "(21 of them)".
std::vector<ParameterDifference> with_absent_rows_as_one(const std::vector<ParameterDifference>& all) {
  constexpr std::size_t fewest = 3;
  std::vector<ParameterDifference> shown;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const std::string list = absent_from(all[begin]);
    const bool is_of_one = all[begin].other.empty();
    end = begin + 1;
    while (!list.empty() && end < all.size() && absent_from(all[end]) == list &&
           all[end].other.empty() == is_of_one)
      ++end;
    if (end - begin < fewest) {
      shown.insert(shown.end(), all.begin() + static_cast<std::ptrdiff_t>(begin),
                   all.begin() + static_cast<std::ptrdiff_t>(end));
      continue;
    }
    ParameterDifference& row = shown.emplace_back(
        ParameterDifference{.path = all[begin].path + " ... " + all[end - 1].path.substr(list.size())});
    (is_of_one ? row.one : row.other) = fmt::format("({} of them)", end - begin);
  }
  return shown;
}

}  // namespace

Text differences_text(const std::vector<ParameterDifference>& all, const std::string& one,
                      const std::string& other) {
  if (all.empty()) return fmt::format("no difference between {} and {}\n", one, other);
  const std::vector<ParameterDifference> differences = with_absent_rows_as_one(all);
  TextRows rows = {{"parameter", one, other, "unit"}};
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("(absent)") : value; };
  for (const ParameterDifference& each : differences)
    rows.push_back({each.path, shown(each.one), shown(each.other), each.unit});
  TextTable table = table_of(rows, Numbers::Right, {0, 0, 0, 1});
  for (std::size_t k = 0; k < differences.size(); ++k) {
    if (differences[k].one.empty()) table.rows[k][1].tone = Tone::Quiet;
    if (differences[k].other.empty()) table.rows[k][2].tone = Tone::Quiet;
  }
  return Text(fmt::format("{}:\n", counted(all.size(), "difference"))) + std::move(table);
}

}  // namespace hansa
