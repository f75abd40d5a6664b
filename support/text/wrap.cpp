#include "support/text/wrap.hpp"

#include <algorithm>

#include "support/text/utf8.hpp"

namespace hansa {
namespace {

/// Where the last cell of a line begins, if it has several with two blanks between, else where its text begins: the
/// indent of what is broken off, as long as that leaves half of the width.
std::size_t indent_below(std::string_view line, std::size_t width) {
  const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.find("  ", first);
  const std::size_t second = gap == std::string_view::npos ? gap : line.find_first_not_of(' ', gap);
  if (second == std::string_view::npos) return first <= width / 2 ? first : 0;
  const std::size_t column = count_characters(line.substr(0, second));
  return column <= width / 2 ? column : std::min(first + 2, width / 2);
}

/// The byte behind the first n characters as a terminal shows them.
std::size_t end_of(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size();) {
    const std::size_t colour = length_of_colour(text.substr(at));
    if (colour == 0 && seen++ == n) break;
    at += colour > 0 ? colour : 1;
    while (colour == 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return at;
}

void add_wrapped(std::string_view line, std::size_t width, std::string& text) {
  const std::string indent(indent_below(line, width), ' ');
  std::size_t room = width;
  std::size_t lead = std::min(line.find_first_not_of(' '), line.size());
  while (count_characters(line) > room) {
    const std::size_t end = end_of(line, room);
    std::size_t cut = end < line.size() && line[end] == ' ' ? end : line.rfind(' ', end);
    if (cut == std::string_view::npos || cut <= lead) cut = end;
    const std::string_view piece = line.substr(0, cut);
    text += std::string(piece.substr(0, piece.find_last_not_of(' ') + 1)) + "\n" + indent;
    line.remove_prefix(std::min(line.find_first_not_of(' ', cut), line.size()));
    room = width - indent.size();
    lead = 0;
  }
  text += line;
}

}  // namespace

std::string wrap(std::string_view text, std::size_t width) {
  std::string wrapped;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_wrapped(text.substr(0, end), width, wrapped);
    if (end < text.size()) wrapped += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapped;
}

}  // namespace hansa
