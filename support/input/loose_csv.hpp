#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/input/csv_line.hpp"
#include "support/input/problem.hpp"

namespace hansa {

/// A CSV as spreadsheets and statistics programs write it: cells between commas, semicolons or tabs, quoted as in
/// RFC 4180, with line breaks within quotes; lines ended by LF, CRLF or CR; a byte order mark. Tables of a scenario are
/// strict instead (csv_table.hpp).
struct LooseCsv {
  std::string text;  // without byte order mark; a CR alone is an LF
  char separator = ',';
  std::vector<std::vector<CsvCell>>
      lines;  // but those whose cells are all empty; blanks around cells are trimmed
};

/// Reads untrusted bytes. What is no UTF-8 text is reported with the command that makes one of it.
[[nodiscard]] std::optional<LooseCsv> read_loose_csv(std::string bytes, int file, ProblemList& problems);

/// A text without the blanks at its ends, those that do not break a line included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace hansa
