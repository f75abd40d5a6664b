#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "support/text/screen.hpp"
#include "support/text/tone.hpp"

namespace hansa {

/// One cell of a table.
struct TableCell {
  std::string text;
  Tone tone = Tone::Plain;
  std::string marks = {};  // shown instead where there are marks

  TableCell(std::string cell = {}, Tone of_cell = Tone::Plain,
            std::string as_marks = {})  // NOLINT: a text is a cell
      : text(std::move(cell)), tone(of_cell), marks(std::move(as_marks)) {}
  TableCell(const char* cell) : text(cell) {}  // NOLINT: as above
};

enum class Side { Left, Right };

/// One column, with what becomes of it where the table is wider than its screen.
struct TableColumn {
  std::string title;       // may have several lines
  Side side = Side::Left;  // numbers stand to the right
  int rank = 0;            // the highest is left out first; 0: none of these
  std::size_t gap = 2;     // blanks before it
  bool is_key = false;     // stands in every block
  std::size_t least =
      0;  // its cells are shortened to this width before any column is left out; 0: not at all
  bool for_terminal = false;  // left out in files and pipes
};

/// A table of text.
struct TextTable {
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows;
  bool in_blocks = false;  // where it is too wide, columns follow below instead of being left out
};

/// The table as lines without trailing blanks, none longer than the screen is wide. Columns are left out by their rank, which
/// a line says; if that is not enough, the cells of columns to the left are shortened, and their headings broken.
[[nodiscard]] std::string lay_out(const TextTable& table, const Screen& screen);

}  // namespace hansa
