#pragma once

#include <string>
#include <string_view>

namespace hansa {

/// Whether a text is a number as JSON writes it: -12, 0.5, 1e-3; no +5, .5, 5., 0x10, 1_000, 010, nan.
bool is_numeral(std::string_view text);

/// Advice on a text that is none, for who meant a number: "; drop the leading zero"; often nothing.
std::string advise_on_numeral(std::string_view text);

}  // namespace hansa
