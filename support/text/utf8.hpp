#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hansa {

/// One character of a text in UTF-8.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;  // [bytes]
};

/// The character that starts at this byte; nothing where the bytes are not UTF-8 (overlong, surrogate, cut
/// off).
std::optional<Character> character_at(std::string_view text, std::size_t byte);

/// Whether a character is invisible or changes how its neighbours look: control characters, line breaks,
/// marks of writing direction, byte order marks. None has a place in a value.
bool is_hidden(char32_t code);

/// The number of characters in a text that is valid UTF-8.
std::size_t count_characters(std::string_view text);

}  // namespace hansa
