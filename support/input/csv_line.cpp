#include "support/input/csv_line.hpp"

#include <algorithm>

namespace hansa {

CsvSpan csv_line_at(std::string_view text, std::size_t begin) {
  const std::size_t next = std::min(text.find('\n', begin), text.size());
  return {begin, next > begin && text[next - 1] == '\r' ? next - 1 : next, next + 1};
}

std::optional<CsvFault> split_csv_line(std::string_view text, const CsvSpan& line,
                                       std::vector<CsvCell>& cells) {
  cells.clear();
  std::size_t k = line.begin;
  while (true) {
    CsvCell& cell = cells.emplace_back(CsvCell{k, ""});
    if (k < line.end && text[k] == '"') {
      for (++k;; ++k) {
        if (k >= line.end) return CsvFault{cell.byte, "this quote is not closed on its line"};
        if (text[k] == '"' && (k + 1 >= line.end || text[k + 1] != '"')) break;
        if (text[k] == '"') ++k;
        cell.text += text[k];
      }
      ++k;
      if (k < line.end && text[k] != ',') return CsvFault{k, "text after a closing quote"};
    } else {
      const std::size_t stop = std::min(text.find(',', k), line.end);
      cell.text = text.substr(k, stop - k);
      const bool edges = cell.text.starts_with(' ') || cell.text.ends_with(' ');
      if (edges || cell.text.find_first_of("\"\t") != std::string::npos)
        return CsvFault{k,
                        "a cell with a leading or trailing blank, a quote or a tab needs quotes around it"};
      k = stop;
    }
    if (k >= line.end) return std::nullopt;
    ++k;  // the comma
  }
}

}  // namespace hansa
