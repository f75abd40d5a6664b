#include "support/input/excerpt.hpp"

#include <algorithm>
#include <optional>

#include "support/files/file_error.hpp"
#include "support/input/place_text.hpp"
#include "support/input/text_file.hpp"
#include "support/text/tone.hpp"
#include "support/text/utf8.hpp"
#include "support/text/wrap.hpp"

namespace hansa {
namespace {

/// The line of a regular file; empty if there is none, or the file is larger than any that is read for its words.
std::string line_of(const std::string& file, int number) {
  constexpr std::size_t largest = 8 << 20;  // [bytes]
  std::string ignored;
  std::optional<std::string> text;
  try {
    text = read_bytes(file, largest, ignored);
  } catch (const FileError&) {  // the problem itself matters more
  }
  if (!text) return "";
  std::size_t begin = 0;
  for (int k = 1; k < number && begin < text->size(); ++k)
    begin = std::min(text->find('\n', begin), text->size() - 1) + 1;
  std::string line = text->substr(begin, text->find('\n', begin) - begin);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// Calls `visit` with each character of a line, as it can be printed in one place.
template <class Visit> void each_place(std::string_view line, Visit visit) {
  for (std::size_t byte = 0; byte < line.size();) {
    const auto character = character_at(line, byte);
    const std::size_t length = character ? character->length : 1;
    const bool shown = character && !is_hidden(character->code);
    visit(shown ? line.substr(byte, length) : line[byte] == '\t' ? " " : "?");
    byte += length;
  }
}

}  // namespace

std::string excerpt_of(const Problem& problem, const Screen& screen) {
  constexpr std::size_t margin = 4;
  const std::size_t widest = std::min<std::size_t>(90, screen.width - margin), before = widest * 2 / 3;
  const std::string line = line_of(problem.file, problem.line);
  std::size_t n_places = 0;
  each_place(line, [&](std::string_view) { ++n_places; });
  const auto column = static_cast<std::size_t>(std::max(1, problem.column)) - 1;
  if (column >= n_places) return "";
  const std::size_t first = n_places <= widest || column < before ? 0 : column - before;
  std::string text = "  | ";
  std::size_t k = 0;
  each_place(line, [&](std::string_view place) {
    if (k >= first && k < first + widest) text += place;
    ++k;
  });
  return text + "\n  | " + std::string(column - first, ' ') +
         (screen.has_colour ? coloured("^", Tone::Bad) : "^");
}

std::string to_text_with_excerpts(std::span<const Problem> problems, const Screen& screen) {
  constexpr std::size_t most = 10;
  std::string text;
  std::size_t n_shown = 0;
  for (const Problem& problem : by_cause(problems)) {
    std::string line = to_text(problem);
    const std::size_t end = place_text(problem).size();
    if (screen.has_colour) line = coloured(line.substr(0, end), Tone::Strong) + line.substr(end);
    text += (text.empty() ? "" : "\n") + wrap(line, screen.width);
    const std::string excerpt = n_shown < most ? excerpt_of(problem, screen) : "";
    if (excerpt.empty()) continue;
    text += "\n" + excerpt;
    ++n_shown;
  }
  return text;
}

}  // namespace hansa
