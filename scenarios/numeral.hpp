#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace hansa {

/// Whether a text is a number as JSON writes it: -12, 0.5, 1e-3; no +5, .5, 5., 0x10, 1_000, 010, nan.
bool is_numeral(std::string_view text);

/// Reads a text that is such a number and no more; false, and `value` of no meaning, where it is none or too large.
template <class T> bool read_numeral(std::string_view text, T& value) {
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return is_numeral(text) && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

/// Advice on a text that is none, for who meant a number: "; drop the leading zero"; often nothing.
std::string advise_on_numeral(std::string_view text);

}  // namespace hansa
