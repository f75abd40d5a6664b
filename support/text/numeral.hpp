#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace hansa {

/// Whether a text is a number as JSON writes it, or without the 0 before its point: -12, 0.5, .5, 1e-3; no +5, 5., 0x10,
/// 1_000, 010, nan.
bool is_numeral(std::string_view text);

/// The outcome of reading a text as a number of some type.
enum class Numeral {
  Read,
  None,        // not a number
  OutOfRange,  // of the type
  OtherType,   // a number, but not of the type: 1.5 or 1e3 as a whole number, -1 as one without a sign
};

/// Reads a text that is exactly one such number into `value`, which is unchanged unless Read is returned.
template <class T> Numeral parse_numeral(std::string_view text, T& value) {
  if (!is_numeral(text)) return Numeral::None;
  T read{};
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), read);
  if (parsed.ec == std::errc::result_out_of_range) return Numeral::OutOfRange;
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return Numeral::OtherType;
  value = read;
  return Numeral::Read;
}

/// The same, true if Read.
template <class T> bool read_numeral(std::string_view text, T& value) {
  return parse_numeral(text, value) == Numeral::Read;
}

/// A hint for a text that is not a number but was meant as one, such as "; drop the leading zero"; empty
/// without one.
std::string advise_on_numeral(std::string_view text);

/// A number with its noun, whose plural takes an s: "1 thread", "2 threads".
template <std::integral Number> [[nodiscard]] std::string counted(Number n, std::string_view word) {
  return std::to_string(n) + " " + std::string(word) + (n == 1 ? "" : "s");
}

/// Ascending numbers as ranges, in the syntax of job arrays: "3,17,40-45".
[[nodiscard]] std::string ranges_of(const std::vector<std::size_t>& numbers);

}  // namespace hansa
