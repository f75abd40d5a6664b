#pragma once

#include <string>
#include <string_view>

namespace hansa {

/// What a comma within a number is: the mark before its decimals, or one between thousands. Unclear: 1,000 may be either,
/// and nothing else in its table says which.
enum class CommaIn { Thousands, Decimals, Unclear };

/// Counts the numbers that show what a comma is.
class CommaEvidence {
 public:
  void add(std::string_view text);
  /// `may_part`: whether the table's cells are separated by commas, so that a comma in a number is likelier one of thousands.
  [[nodiscard]] CommaIn found(bool may_part) const;

 private:
  std::size_t n_decimal_commas_ = 0, n_points_ = 0, n_unclear_ = 0;
};

struct LooseNumber {
  double value = 0;
  bool is_percent = false, has_thousands = false;
};

/// Reads a number as people and other programs write it: 20., +5, 1e5, 80 %, 0,5 or 1,000 (by `comma`), 1 000 with blanks
/// that do not break, U+2212 as its minus. Returns why it cannot, empty if it is read.
[[nodiscard]] std::string read_loose_number(std::string_view text, CommaIn comma, LooseNumber& number);

/// Whether a cell says that its value is missing: empty, NA, NaN, a point, a dash and the like.
[[nodiscard]] bool is_missing(std::string_view text);

}  // namespace hansa
