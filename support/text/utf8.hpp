#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// One character of a UTF-8 text.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;  // [bytes]
};

/// The character that starts at this byte; nullopt if the bytes are not UTF-8 (overlong, surrogate,
/// truncated).
std::optional<Character> character_at(std::string_view text, std::size_t byte);

/// Whether a character is invisible or changes how its neighbours are displayed: control characters, line
/// breaks, direction marks, byte order marks. None is allowed in a value.
bool is_hidden(char32_t code);

/// The text with what is hidden or not UTF-8 escaped (\n, \u001b, \xfc), but for line breaks and tabs if `keep_lines`.
std::string made_visible(std::string_view text, bool keep_lines = false);

/// The length in bytes of the sequence that sets a colour (SGR) with which the text begins; 0 if it begins otherwise.
std::size_t length_of_colour(std::string_view text);

/// The number of characters in a valid UTF-8 text, without what sets colours.
std::size_t count_characters(std::string_view text);

}  // namespace hansa
