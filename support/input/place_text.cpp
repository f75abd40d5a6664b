#include "support/input/place_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace hansa {

namespace {

/// The start of the character that a byte is of.
std::size_t character_start(std::string_view text, std::size_t byte) {
  while (byte > 0 && byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
  return byte;
}

/// Escaped in parts, since a path may be longer than a printable value.
std::string escaped(std::string_view path) {
  constexpr std::size_t size = 100;  // [bytes]
  std::string text;
  while (!path.empty()) {
    const std::size_t n =
        path.size() <= size ? path.size() : std::max<std::size_t>(1, character_start(path, size));
    text += printable(path.substr(0, n));
    path.remove_prefix(n);
  }
  return text;
}

}  // namespace

std::string path_text(std::string_view path) {
  constexpr std::size_t longest = 400, kept = 180;  // [bytes] of a path, and of its start and its end
  if (path.size() <= longest) return escaped(path);
  return escaped(path.substr(0, character_start(path, kept))) + "[...]" +
         escaped(path.substr(character_start(path, path.size() - kept)));
}

std::string place_text(const Problem& problem) {
  return fmt::format("{}:{}:{}", path_text(problem.file), problem.line, problem.column);
}

}  // namespace hansa
