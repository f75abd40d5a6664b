#include "support/text/table.hpp"

#include <algorithm>
#include <sstream>

#include "support/text/utf8.hpp"
#include "support/text/wrap.hpp"

namespace hansa {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& title) {
  Lines lines;
  std::istringstream stream(title);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// A heading in lines of at most n characters, broken at blanks; a single word in equal pieces with hyphens.
Lines broken(const std::string& title, std::size_t n) {
  constexpr std::size_t least = 4;  // fewer characters are no piece of a word
  Lines lines;
  for (const std::string& line : lines_of(title)) {
    const std::size_t end = line.find_last_not_of(' ') + 1, n_blank = line.size() - end;
    const bool is_word = line.find(' ') >= end && count_characters(line) == line.size();
    if (count_characters(line) <= n || n < least + n_blank) {
      lines.push_back(line);
    } else if (is_word) {
      const std::size_t room = n - n_blank - 1, n_pieces = (end - 1 + room - 1) / room;
      const std::size_t size = (end + n_pieces - 1) / n_pieces;
      for (std::size_t at = 0; at < end; at += size)
        lines.push_back(line.substr(at, std::min(size, end - at)) + (at + size < end ? "-" : "") +
                        std::string(n_blank, ' '));
    } else {
      std::istringstream stream(wrap(line, n));
      for (std::string piece; std::getline(stream, piece);) lines.push_back(piece);
    }
  }
  return lines;
}

/// The first n characters, the last of them a mark that says there are more.
std::string shortened(const std::string& text, std::size_t n, bool has_marks) {
  if (count_characters(text) <= n) return text;
  const std::string mark = has_marks ? "…" : n > 4 ? ".." : ".";
  const std::size_t kept = n - std::min(n, count_characters(mark));
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && seen++ == kept) break;
  }
  return text.substr(0, end) + mark;
}

/// The columns that are shown, with their widths on this screen.
class Layout {
 public:
  Layout(const TextTable& table, const Screen& screen) : table_(table), screen_(screen) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      const TableColumn& column = table.columns[k];
      if (column.for_terminal && !screen.is_terminal) continue;
      std::size_t width = 0;
      for (const std::string& line : lines_of(column.title)) width = std::max(width, count_characters(line));
      for (const auto& row : table.rows)
        if (k < row.size()) width = std::max(width, count_characters(shown(row[k])));
      shown_.push_back({k, width, column.gap});
    }
  }

  std::string text() {
    if (width() > screen_.width)
      for (Shown& column : shown_) column.gap = std::min<std::size_t>(column.gap, 1);
    if (width() <= screen_.width) return lines();
    if (table_.in_blocks) return blocks();
    const std::vector<Shown> natural = shown_;
    shrink();
    const std::string left_out = leave_out();
    for (Shown& one : shown_)
      one.width =
          std::ranges::find(natural, one.column, &Shown::column)->width;  // what was left out makes room
    shrink();
    shorten();
    return lines() + left_out;
  }

 private:
  struct Shown {
    std::size_t column, width, gap;
  };

  const std::string& shown(const TableCell& cell) const {
    return screen_.has_marks && !cell.marks.empty() ? cell.marks : cell.text;
  }

  std::size_t width() const {
    std::size_t sum = 0;
    for (const Shown& one : shown_) sum += one.width + (&one == shown_.data() ? 0 : one.gap);
    return sum;
  }

  const TableColumn& column_of(const Shown& one) const { return table_.columns[one.column]; }

  /// Leaves out columns, those of the highest rank first and of these the last, until the table fits or none is left.
  std::string leave_out() {
    std::vector<std::pair<std::size_t, std::string>> names;
    while (width() > screen_.width && shown_.size() > 1) {
      auto least = shown_.end();
      for (auto one = shown_.begin(); one != shown_.end(); ++one)
        if (column_of(*one).rank > 0 &&
            (least == shown_.end() || column_of(*one).rank >= column_of(*least).rank))
          least = one;
      if (least == shown_.end()) break;
      std::string name = column_of(*least).title;
      std::ranges::replace(name, '\n', ' ');
      name = name.substr(std::min(name.find_first_not_of(' '), name.size()));
      name.resize(name.find_last_not_of(' ') + 1);
      if (!name.empty() && !column_of(*least).for_terminal) names.emplace_back(least->column, name);
      shown_.erase(least);
    }
    if (names.empty()) return "";
    std::ranges::sort(names);
    std::string text = "too narrow for ";
    for (std::size_t k = 0; k < names.size(); ++k) text += (k > 0 ? ", " : "") + names[k].second;
    const std::string note = wrap(text, screen_.width);
    return (screen_.has_colour ? coloured(note, Tone::Quiet) : note) + "\n";
  }

  /// Takes characters from the columns that may be shortened, the widest first.
  void shrink() {
    while (width() > screen_.width) {
      auto widest = shown_.end();
      for (auto one = shown_.begin(); one != shown_.end(); ++one) {
        const bool may = column_of(*one).least > 0 && one->width > column_of(*one).least;
        if (may && (widest == shown_.end() || one->width > widest->width)) widest = one;
      }
      if (widest == shown_.end()) return;
      --widest->width;
    }
  }

  /// Takes characters from columns until the table fits: those that may be shortened, then words, then all.
  void shorten() {
    constexpr std::size_t least_of_words = 6;
    enum class From { Shortened, Words, All };
    for (const From from : {From::Shortened, From::Words, From::All}) {
      while (width() > screen_.width) {
        auto widest = shown_.end();
        for (auto one = shown_.begin(); one != shown_.end(); ++one) {
          const bool is_one =
              from == From::Shortened ? column_of(*one).least > 0 : column_of(*one).side == Side::Left;
          const bool may = from == From::All ? one->width > 1 : is_one && one->width > least_of_words;
          if (may && (widest == shown_.end() || one->width > widest->width)) widest = one;
        }
        if (widest == shown_.end()) break;
        --widest->width;
      }
    }
  }

  /// The table cut into blocks below each other, each with the key columns.
  std::string blocks() {
    std::vector<Shown> keys, others;
    for (const Shown& one : shown_) (column_of(one).is_key ? keys : others).push_back(one);
    std::string text;
    while (!others.empty()) {
      shown_ = keys;
      do {
        shown_.push_back(others.front());
        others.erase(others.begin());
      } while (!others.empty() && width() + others.front().gap + others.front().width <= screen_.width);
      shorten();
      text += (text.empty() ? "" : "\n") + lines();
    }
    return text;
  }

  std::string lines() const {
    std::string text;
    std::size_t n_headings = 0;
    std::vector<Lines> headings;
    for (const Shown& one : shown_) {
      headings.push_back(broken(column_of(one).title, one.width));
      n_headings = std::max(n_headings, headings.back().size());
    }
    for (std::size_t h = 0; h < n_headings; ++h) {
      std::vector<TableCell> cells;
      for (const Lines& heading : headings) {  // the last line of each stands above the cells
        const std::size_t above = n_headings - heading.size();
        cells.emplace_back(h >= above ? heading[h - above] : "");
      }
      text += line(cells);
    }
    for (const auto& row : table_.rows) {
      std::vector<TableCell> cells;
      for (const Shown& one : shown_)
        cells.push_back(one.column < row.size() ? row[one.column] : TableCell());
      text += line(cells);
    }
    return text;
  }

  std::string line(const std::vector<TableCell>& cells) const {
    std::string text;
    std::size_t blanks = 0;  // before the next cell, which a line does not end with
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const Shown& one = shown_[k];
      const std::string word = shortened(shown(cells[k]), one.width, screen_.has_marks);
      const std::size_t rest = one.width - std::min(one.width, count_characters(word));
      const bool right = column_of(one).side == Side::Right;
      blanks += (k > 0 ? one.gap : 0) + (right ? rest : 0);
      const std::size_t end = word.find_last_not_of(' ') + 1;
      if (end > 0) {
        const std::string ink = word.substr(0, end);
        text += std::string(blanks, ' ') + (screen_.has_colour ? coloured(ink, cells[k].tone) : ink);
        blanks = word.size() - end;
      } else {
        blanks += word.size();
      }
      blanks += right ? 0 : rest;
    }
    return text + "\n";
  }

  const TextTable& table_;
  const Screen& screen_;
  std::vector<Shown> shown_;
};

}  // namespace

std::string lay_out(const TextTable& table, const Screen& screen) { return Layout(table, screen).text(); }

}  // namespace hansa
