#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// Dimensions of a column of a record. Network: those of the tables. Size, Degree: classes of run_record.hpp.
enum class Axis { Conference, Treaty, Year, Channel, Issue, State, Network, City, Size, Degree };
constexpr WordsOf<Axis> choices(Axis) {
  return {"conference", "treaty",  "year", "channel",      "issue",
          "state",      "network", "city", "network_size", "networks_held"};
}

/// One to four axes, the last one fastest.
class Axes {
 public:
  constexpr Axes(std::initializer_list<Axis> axes) : n_(axes.size()) {
    std::copy(axes.begin(), axes.end(), axes_.begin());
  }
  [[nodiscard]] constexpr const Axis* begin() const { return axes_.data(); }
  [[nodiscard]] constexpr const Axis* end() const { return begin() + n_; }
  [[nodiscard]] constexpr std::size_t size() const { return n_; }
  [[nodiscard]] constexpr bool contains(Axis axis) const { return std::find(begin(), end(), axis) != end(); }

 private:
  std::array<Axis, 4> axes_{};
  std::size_t n_;
};

/// What a result keeps of a column: all realizations or, if the column is large, their mean, alone or with standard
/// deviation or quantiles.
enum class Keep { Each, Mean, MeanAndSd, MeanAndQuantiles };

/// The quantiles over realizations that such a result keeps.
inline constexpr std::array<double, 5> kept_quantiles = {0.05, 0.25, 0.5, 0.75, 0.95};

/// The numbers that it keeps of one point over all realizations.
constexpr std::size_t n_summaries(Keep keep) {
  constexpr std::array<std::size_t, 4> of = {0, 1, 2, 1 + kept_quantiles.size()};
  return of[static_cast<std::size_t>(keep)];
}

struct ColumnTraits {
  std::string_view unit = "1";  // of a fraction, a count or a flag
  Keep keep = Keep::Each;
  bool settled_at_end = false;                   // final only in the last year, whatever its axes
  std::span<const std::string_view> flags = {};  // meanings of 0, 1, 2, ...; empty: the values are numbers
};

/// The declaration of a column.
struct ColumnInfo {
  std::string_view name;  // in the code, result files, JSON and tables
  Axes axes;
  std::string_view meaning;
  ColumnTraits traits = {};
};

}  // namespace hansa
