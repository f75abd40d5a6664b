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
      std::size_t stop = k;
      bool needs_quotes = k < line.end && text[k] == ' ';
      for (; stop < line.end && text[stop] != ','; ++stop)
        needs_quotes = needs_quotes || text[stop] == '"' || text[stop] == '\t';
      cell.text = text.substr(k, stop - k);
      if (needs_quotes || cell.text.ends_with(' '))
        return CsvFault{k,
                        "a cell with a leading or trailing blank, a quote or a tab needs quotes around it"};
      k = stop;
    }
    if (k >= line.end) return std::nullopt;
    ++k;  // the comma
  }
}

}  // namespace hansa
