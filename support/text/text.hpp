#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "support/text/screen.hpp"
#include "support/text/table.hpp"

namespace hansa {

/// A text with tables, laid out when it is known what shows it.
class Text {
 public:
  Text() = default;
  Text(std::string words);  // NOLINT: words are a text
  Text(const char* words);  // NOLINT: as above
  Text(TextTable table);    // NOLINT: so is a table

  Text& operator+=(const Text& more);
  friend Text operator+(Text one, const Text& more) { return one += more; }

  /// The text for a screen: tables fit, long lines are broken at blanks.
  [[nodiscard]] std::string on(const Screen& screen) const;

  /// The text for files and pipes.
  operator std::string() const { return on({}); }  // NOLINT: tests and files read it as it is

 private:
  struct Toned {
    std::string words;
    Tone tone;
  };
  struct Paragraph {
    std::string words;
  };
  struct Choice;
  using Piece = std::variant<std::string, Toned, Paragraph, TextTable, std::shared_ptr<const Choice>>;

  void write(const Screen& screen, std::string& words, std::string& text) const;

  std::vector<Piece> pieces_;

  friend Text toned(std::string words, Tone tone);
  friend Text paragraph(std::string words);
  friend Text by_screen(Text on_terminal, Text elsewhere);
};

struct Text::Choice {
  Text on_terminal, elsewhere;
};

/// Words with a meaning.
[[nodiscard]] Text toned(std::string words, Tone tone);

/// A paragraph: lines of at most 100 characters, or as wide as the screen.
[[nodiscard]] Text paragraph(std::string words);

/// The first on a terminal that is not asked for all, the second elsewhere.
[[nodiscard]] Text by_screen(Text on_terminal, Text elsewhere);

}  // namespace hansa
