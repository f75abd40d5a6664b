#include "support/text/numeral.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include <fmt/format.h>

namespace hansa {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

/// A text with a point for its comma, but for one that may part thousands; the text itself without one.
std::string with_point(std::string_view text) {
  std::string point(text);
  const std::size_t comma = point.find(',');
  if (comma == std::string::npos || point.size() - comma == 4) return point;
  point[comma] = '.';
  return point;
}

/// "; write 0.8 for 80 %".
std::string advise_on_percent(std::string_view digits) {
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  double percent = 0;
  if (!read_numeral(with_point(digits), percent)) return "; write 0.3 for 30 %";
  return fmt::format("; write {} for {} %", percent / 100, digits);
}

}  // namespace

bool is_numeral(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  if ((whole == 0 && !text.starts_with('.')) || (whole > 1 && text[0] == '0')) return false;
  text.remove_prefix(whole);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::size_t fraction = count_digits(text);
    if (fraction == 0) return false;
    text.remove_prefix(fraction);
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && count_digits(text) == text.size();
  }
  return text.empty();
}

std::string advise_on_numeral(std::string_view text) {
  std::string_view digits = text;
  while (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
  std::string lower(digits);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (lower.starts_with('.')) lower.erase(0, 1);
  if (lower == "nan" || lower == "inf" || lower == "infinity") return "; it must be finite";
  if (digits.size() > 1 && digits[0] == '0' && count_digits(digits) > 1) return "; drop the leading zero";
  if (digits.ends_with('%')) return advise_on_percent(digits.substr(0, digits.size() - 1));
  if (const std::string point = with_point(text); point != text && is_numeral(point))
    return "; write " + point;
  if (text.starts_with('+')) return "; drop the +";
  return "";
}

std::string ranges_of(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t k = 0; k < numbers.size();) {
    std::size_t last = k;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    text += fmt::format("{}{}", text.empty() ? "" : ",", numbers[k]);
    if (last > k) text += fmt::format("-{}", numbers[last]);
    k = last + 1;
  }
  return text;
}

}  // namespace hansa
