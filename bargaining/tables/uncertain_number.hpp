#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// A number that is known up to chance: normal on either side of its value, which is the median.
struct UncertainNumber {
  double value = 0;
  double below = 0, above = 0;  // standard deviations on either side
  bool is_uncertain = false;    // whether they were given, be it as 0

  bool operator==(const UncertainNumber&) const = default;
};

/// The number whose quantiles .05, .5 and .95 are lo, value and hi.
[[nodiscard]] UncertainNumber between(double lo, double value, double hi);

/// What stands on either side of +-, +/- or the sign of both; nullopt if a text has none of them.
struct SpreadWords {
  std::string_view value, sd;
};
[[nodiscard]] std::optional<SpreadWords> split_spread(std::string_view text);

/// Says that this many numbers stand for what they may be.
[[nodiscard]] std::string told_uncertain(std::size_t n);

/// Which number of an actor.
enum class InputKind { Position, Salience, Power };
constexpr WordsOf<InputKind> choices(InputKind) { return {"position", "salience", "power"}; }

/// A number of a table that is known up to chance: normal on either side of the table's, within bounds.
struct UncertainInput {
  std::size_t actor = 0;
  InputKind kind = InputKind::Position;
  std::size_t issue = 0;        // of a position or salience
  double below = 0, above = 0;  // standard deviations on either side
  double least = 0, most = 0;   // bounds, beyond which no draw lies; may be infinite

  /// The share of the distribution beyond the bounds, about this value.
  [[nodiscard]] double beyond(double value) const;

  /// The quantile u, in (0, 1), of what lies within the bounds.
  [[nodiscard]] double quantile(double value, double u) const;
};

}  // namespace hansa
