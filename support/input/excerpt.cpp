#include "support/input/excerpt.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/input/place_text.hpp"
#include "support/text/tone.hpp"
#include "support/text/utf8.hpp"
#include "support/text/wrap.hpp"

namespace hansa {
namespace {

/// The line of a regular file; empty if there is none.
std::string line_of(const std::string& file, int number) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return "";
  std::ifstream stream(file);
  std::string line;
  for (int k = 0; k < number; ++k)
    if (!std::getline(stream, line)) return "";
  return line;
}

/// The characters of a line, each as it can be printed in one place.
std::vector<std::string> places_of(std::string_view line) {
  std::vector<std::string> places;
  for (std::size_t byte = 0; byte < line.size();) {
    const auto character = character_at(line, byte);
    const std::size_t length = character ? character->length : 1;
    const bool shown = character && !is_hidden(character->code);
    places.push_back(shown ? std::string(line.substr(byte, length)) : line[byte] == '\t' ? " " : "?");
    byte += length;
  }
  if (!places.empty() && line.ends_with('\r')) places.pop_back();
  return places;
}

}  // namespace

std::string excerpt_of(const Problem& problem, const Screen& screen) {
  constexpr std::size_t margin = 4;
  const std::size_t widest = std::min<std::size_t>(90, screen.width - margin), before = widest * 2 / 3;
  const std::vector<std::string> places = places_of(line_of(problem.file, problem.line));
  const auto column = static_cast<std::size_t>(std::max(1, problem.column)) - 1;
  if (column >= places.size()) return "";
  const std::size_t first = places.size() <= widest || column < before ? 0 : column - before;
  const std::size_t last = std::min(places.size(), first + widest);
  std::string text = "  | ";
  for (std::size_t k = first; k < last; ++k) text += places[k];
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
