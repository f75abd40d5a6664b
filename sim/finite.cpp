#include "sim/finite.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/scenario.hpp"
#include "sim/year.hpp"

namespace hansa {
namespace {

/// What is not finite in a record, and the year in which, if the column has years.
struct Finding {
  std::string_view column;
  std::optional<int> year;
};

/// Whether the declaration of a column says what NaN means in it.
bool declares_nan(std::string_view meaning) { return meaning.find("NaN") != std::string_view::npos; }

std::optional<Finding> find_in(const RunRecord& record, const Facts& facts) {
  std::optional<Finding> found;
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*column, const ColumnInfo& info) {
    if constexpr (std::is_floating_point_v<T>) {
      if (found) return;
      const bool may_be_nan = declares_nan(info.meaning);
      const std::vector<T>& values = record.*column;
      const auto bad = std::find_if(values.begin(), values.end(), [&](T value) {
        return may_be_nan ? std::isinf(value) : !std::isfinite(value);
      });
      if (bad == values.end()) return;
      found = Finding{.column = info.name, .year = {}};
      if (*info.axes.begin() == Axis::Year) {
        const std::size_t n_in_year = values.size() / length_of(Axis::Year, facts);
        const std::size_t year = static_cast<std::size_t>(bad - values.begin()) / n_in_year;
        found->year = facts.scenario->years.from + static_cast<int>(year);
      }
    }
  });
  return found;
}

bool all_finite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

/// The facts of a year on which most else rests, of which one has NaN or infinity.
std::optional<std::string> find_in(const YearFacts& facts) {
  if (!all_finite(facts.power)) return "the states' power";
  if (!all_finite(facts.logit)) return "the states' positions";
  if (!all_finite(facts.salience)) return "the states' saliences";
  return std::nullopt;
}

/// The first column of the world that has NaN or infinity and does not declare NaN.
std::optional<std::string> find_in(const World& world) {
  std::optional<std::string> found;
  visit_columns(world, [&](const std::string& path, const auto& values, const WorldColumn& info) {
    using Values = std::decay_t<decltype(values)>;
    if (found || declares_nan(info.about)) return;
    if constexpr (std::is_same_v<Values, double>) {
      if (!std::isfinite(values)) found = path;
    } else if constexpr (std::is_same_v<Values, std::vector<double>>) {
      if (!all_finite(values)) found = path;
    }
  });
  return found;
}

}  // namespace

void expect_finite(const RunRecord& record, const Facts& facts, std::uint64_t seed,
                   std::uint32_t realization) {
  const std::optional<Finding> noticed = find_in(record, facts);
  if (!noticed) return;
  std::string where = noticed->year ? fmt::format(" in {}", *noticed->year) : "";
  std::optional<std::string> source;
  RunRecord again = make_record(facts);
  const auto watch = [&](const Phase& phase, const Turn& turn) {
    if (source) return;
    const int year = turn.world.year;
    if ((source = find_in(turn.world.now())))
      where = fmt::format(" in {}, where the tables give one to {}", year, *source);
    else if ((source = find_in(turn.world)))
      where = fmt::format(" in {}, where the phase {} leaves one in {}", year, phase.name, *source);
  };
  (void)play_years(facts, Draws(seed, realization), facts.scenario->years.to + 1, again, watch);
  throw NotFinite(
      fmt::format("realization {}: {} is not a finite number{}", realization, noticed->column, where));
}

}  // namespace hansa
