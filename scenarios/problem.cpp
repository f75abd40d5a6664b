#include "scenarios/problem.hpp"

#include <utility>

#include <fmt/format.h>

#include "scenarios/utf8.hpp"

namespace hansa {

std::string printable(std::string_view text) {
  constexpr std::size_t longest = 120;  // [bytes]
  std::string result;
  for (std::size_t byte = 0; byte < text.size();) {
    if (result.size() >= longest) return result + "...";
    const auto character = character_at(text, byte);
    if (!character) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[byte]));
    } else if (character->code == '\n') {
      result += "\\n";
    } else if (is_hidden(character->code)) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(character->code));
    } else {
      result += text.substr(byte, character->length);
    }
    byte += character ? character->length : 1;
  }
  return result;
}

std::string in_quotes(std::string_view text) { return "'" + printable(text) + "'"; }

std::string to_text(const Problem& problem) {
  // a path may be longer than a value, but holds no more of what is hidden
  std::string file;
  for (std::size_t k = 0; k < problem.file.size(); k += 100) file += printable(problem.file.substr(k, 100));
  return fmt::format("{}:{}:{}: {}: {}", file, problem.line, problem.column, printable(problem.key),
                     problem.message);
}

std::string to_text(std::span<const Problem> problems) {
  std::string text;
  for (const Problem& problem : problems) text += (text.empty() ? "" : "\n") + to_text(problem);
  return text;
}

ScenarioError::ScenarioError(std::vector<Problem> problems)
    : std::runtime_error(to_text(problems)),
      problems_(std::make_shared<const std::vector<Problem>>(std::move(problems))) {}

}  // namespace hansa
