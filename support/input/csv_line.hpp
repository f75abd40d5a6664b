#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// A cell of a CSV line and the byte at which it begins.
struct CsvCell {
  std::size_t byte = 0;
  std::string text;
};

/// What is wrong with a line, and the byte at which it is.
struct CsvFault {
  std::size_t byte = 0;
  std::string_view message;
};

/// The bytes of one line of a text, without its end.
struct CsvSpan {
  std::size_t begin = 0, end = 0, next = 0;  // next: where the line after it begins
};

/// The line that begins at a byte; it ends at LF, CRLF or the end of the text.
[[nodiscard]] CsvSpan csv_line_at(std::string_view text, std::size_t begin);

/// Splits a line at its commas; quotes around a cell are dropped, two of them within it are one. `cells` is replaced.
[[nodiscard]] std::optional<CsvFault> split_csv_line(std::string_view text, const CsvSpan& line,
                                                     std::vector<CsvCell>& cells);

}  // namespace hansa
