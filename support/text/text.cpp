#include "support/text/text.hpp"

#include <algorithm>

#include "support/text/wrap.hpp"

namespace hansa {

Text::Text(std::string words) : pieces_{std::move(words)} {}

Text::Text(const char* words) : pieces_{std::string(words)} {}

Text::Text(TextTable table) : pieces_{std::move(table)} {}

Text& Text::operator+=(const Text& more) {
  const std::vector<Piece> added = more.pieces_;  // a text may be added to itself
  pieces_.insert(pieces_.end(), added.begin(), added.end());
  return *this;
}

/// Appends the pieces to `text`; `words` has those that are not broken into lines yet.
void Text::write(const Screen& screen, std::string& words, std::string& text) const {
  constexpr std::size_t widest = 100;
  const auto end_words = [&] {
    text += wrap(words, screen.width);
    words.clear();
  };
  for (const Piece& piece : pieces_) {
    if (const auto* plain = std::get_if<std::string>(&piece)) {
      words += *plain;
    } else if (const auto* with_tone = std::get_if<Toned>(&piece)) {
      words += screen.has_colour ? coloured(with_tone->words, with_tone->tone) : with_tone->words;
    } else if (const auto* choice = std::get_if<std::shared_ptr<const Choice>>(&piece)) {
      const bool is_brief = screen.is_terminal && !screen.shows_all;
      (is_brief ? (*choice)->on_terminal : (*choice)->elsewhere).write(screen, words, text);
    } else {
      end_words();
      if (const auto* table = std::get_if<TextTable>(&piece))
        text += lay_out(*table, screen);
      else
        text += wrap(std::get<Paragraph>(piece).words, std::min(widest, screen.width)) + "\n";
    }
  }
}

std::string Text::on(const Screen& screen) const {
  std::string words, text;
  write(screen, words, text);
  return text + wrap(words, screen.width);
}

Text toned(std::string words, Tone tone) {
  Text text;
  text.pieces_.emplace_back(Text::Toned{std::move(words), tone});
  return text;
}

Text paragraph(std::string words) {
  Text text;
  text.pieces_.emplace_back(Text::Paragraph{std::move(words)});
  return text;
}

Text by_screen(Text on_terminal, Text elsewhere) {
  Text text;
  text.pieces_.emplace_back(
      std::make_shared<const Text::Choice>(Text::Choice{std::move(on_terminal), std::move(elsewhere)}));
  return text;
}

}  // namespace hansa
