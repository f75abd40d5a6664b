#include "cli/terminal/prose.hpp"

#include <algorithm>

#include "support/text/utf8.hpp"

namespace hansa {
namespace {

/// How far the text of a list's item begins behind the start of its line; 0 if the line begins none.
std::size_t item_begin(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return 0;
  std::size_t end = line.find_first_not_of("0123456789", first);
  const bool is_bullet = end == first && (line[first] == '-' || line[first] == '*');
  const bool is_number = end != std::string_view::npos && end > first && line[end] == '.';
  if (!is_bullet && !is_number) return 0;
  end += 1;
  return end < line.size() && line[end] == ' ' ? end + 1 : 0;
}

/// Whether a line of Markdown stands for itself: of a table, an equation, a heading, a quotation, HTML.
bool stands_alone(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos ||
         std::string_view("|#>$<").find(line[first]) != std::string_view::npos;
}

/// Prose that is collected line by line and broken anew at its end.
class Prose {
 public:
  Prose(std::size_t width, std::string& text) : width_(width), text_(text) {}

  [[nodiscard]] bool is_open() const { return !words_.empty(); }

  void begin(std::string_view line, std::size_t indent) {
    end();
    lead_ = line.substr(0, indent);
    add(line.substr(indent));
  }

  void add(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    words_ += (words_.empty() ? "" : " ") + std::string(line);
    if (line.ends_with("  ")) end();  // a break that is meant
  }

  void end() {
    if (words_.empty()) return;
    std::string line = lead_;
    bool is_empty = true;  // behind its lead
    std::string_view rest = words_;
    while (!rest.empty()) {
      std::size_t n = std::min(rest.find(' '), rest.size());
      n = std::min(rest.find_first_not_of(' ', n), rest.size());  // two blanks stay two
      const std::string_view word = rest.substr(0, n);
      const std::string_view ink = word.substr(0, word.find_last_not_of(' ') + 1);
      if (!is_empty && count_characters(line) + count_characters(ink) > width_) {
        end_line(line);
        line.assign(lead_.size(), ' ');
      }
      line += word;
      is_empty = false;
      rest.remove_prefix(n);
    }
    text_ += line + "\n";
    words_.clear();
    lead_.clear();
  }

 private:
  void end_line(std::string_view line) {
    text_ += std::string(line.substr(0, line.find_last_not_of(' ') + 1)) + "\n";
  }

  std::size_t width_;
  std::string& text_;
  std::string lead_, words_;
};

}  // namespace

std::string wrap_prose(std::string_view markdown, std::size_t width) {
  constexpr std::string_view fence = "```", code = "    ", equation = "$$";
  std::string text;
  Prose prose(width, text);
  bool in_fence = false, in_equation = false;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    const bool ends_fence = line.starts_with(fence), ends_equation = line == equation;
    const bool is_code = line.starts_with(code) && !prose.is_open();
    if (in_fence || in_equation || ends_fence || ends_equation || is_code || stands_alone(line)) {
      prose.end();
      text += std::string(line) + "\n";
      in_fence = in_fence != (ends_fence && !in_equation);
      in_equation = in_equation != (ends_equation && !in_fence);
    } else if (const std::size_t indent = item_begin(line); indent > 0 || !prose.is_open()) {
      prose.begin(line, indent);
    } else {
      prose.add(line);
    }
  }
  prose.end();
  return text;
}

}  // namespace hansa
