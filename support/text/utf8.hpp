#pragma once

#include <cstddef>
#include <optional>
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

/// The number of characters in a valid UTF-8 text.
std::size_t count_characters(std::string_view text);

}  // namespace hansa
