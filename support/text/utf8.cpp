#include "support/text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

namespace hansa {

std::optional<Character> character_at(std::string_view text, std::size_t byte) {
  const auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[byte + k]); };
  const unsigned char first = at(0);
  if (first < 0x80) return Character{first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || byte + length > text.size()) return std::nullopt;

  constexpr std::array<unsigned char, 5> mask = {0, 0, 0x1F, 0x0F, 0x07};
  char32_t code = static_cast<char32_t>(first & mask[length]);
  for (std::size_t k = 1; k < length; ++k) {
    if ((at(k) & 0xC0) != 0x80) return std::nullopt;
    code = (code << 6) | static_cast<char32_t>(at(k) & 0x3F);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < least[length] || code > 0x10FFFF || surrogate) return std::nullopt;
  return Character{code, length};
}

bool is_hidden(char32_t code) {
  const auto within = [code](char32_t first, char32_t last) { return code >= first && code <= last; };
  return code < 0x20 || within(0x7F, 0x9F) || code == 0x061C || within(0x200B, 0x200F) ||
         within(0x2028, 0x202E) || within(0x2060, 0x206F) || code == 0xFEFF || within(0xFFF9, 0xFFFF) ||
         within(0xE0000, 0xE007F);
}

std::string made_visible(std::string_view text, bool keep_lines) {
  std::string result;
  for (std::size_t byte = 0; byte < text.size();) {
    const auto character = character_at(text, byte);
    const bool is_line = character && (character->code == '\n' || character->code == '\t');
    if (!character)
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[byte]));
    else if (character->code == '\n' && !keep_lines)
      result += "\\n";
    else if (is_hidden(character->code) && !(is_line && keep_lines))
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(character->code));
    else
      result += text.substr(byte, character->length);
    byte += character ? character->length : 1;
  }
  return result;
}

std::size_t length_of_colour(std::string_view text) {
  if (!text.starts_with("\033[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

std::size_t count_characters(std::string_view text) {
  std::size_t n = 0;
  while (!text.empty()) {
    const std::size_t colour = length_of_colour(text);
    if (colour == 0 && (static_cast<unsigned char>(text[0]) & 0xC0) != 0x80) ++n;
    text.remove_prefix(std::max<std::size_t>(colour, 1));
  }
  return n;
}

}  // namespace hansa
