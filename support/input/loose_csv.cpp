#include "support/input/loose_csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "support/input/text_file.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

/// A blank that begins a text: its bytes, 0 if there is none. A separator is no blank.
std::size_t blank_at_front(std::string_view text, char separator = '\0') {
  for (const std::string_view blank : {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"})
    if (text.starts_with(blank) && blank[0] != separator) return blank.size();
  return 0;
}

/// `NAME-utf8.csv` for `NAME.txt`.
std::string converted(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  const bool has_ending = dot != std::string::npos && dot > 0 && file.find('/', dot) == std::string::npos;
  return shell_word((has_ending ? file.substr(0, dot) : file) + "-utf8.csv");
}

std::string by_iconv(std::string_view from, const std::string& file) {
  return fmt::format("iconv -f {} -t UTF-8 {} > {}", from, shell_word(file), converted(file));
}

/// What a file is that is not text, with the command that makes a CSV of it; empty if it may be text.
std::string not_a_text(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
    return fmt::format(
        "is a workbook; save its sheet as CSV UTF-8, or: libreoffice --headless --convert-to 'csv:Text - txt "
        "- csv (StarCalc):44,34,76' {}",
        shell_word(file));
  const bool has_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (has_mark) return "is UTF-16; convert it: " + by_iconv("UTF-16", file);
  if (bytes.size() < 2 || (bytes[0] != '\0' && bytes[1] != '\0') || bytes[0] == bytes[1]) return "";
  return "is UTF-16; convert it: " + by_iconv(bytes[0] == '\0' ? "UTF-16BE" : "UTF-16LE", file);
}

/// The first byte that is not UTF-8; the size of the text if all is.
std::size_t first_foreign(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    const auto character = character_at(text, byte);
    if (!character) return byte;
    byte += character->length;
  }
  return text.size();
}

/// Latin-1 has no characters at 0x80 to 0x9f; Windows has.
std::string_view encoding_of(std::string_view text) {
  const bool windows = std::any_of(text.begin(), text.end(), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return code >= 0x80 && code <= 0x9f;
  });
  return windows ? "WINDOWS-1252" : "LATIN1";
}

void end_lines_with_feeds(std::string& text) {
  for (std::size_t k = 0; k < text.size(); ++k)
    if (text[k] == '\r' && (k + 1 == text.size() || text[k + 1] != '\n')) text[k] = '\n';
}

/// The separator that is most frequent in the first two lines, outside of quotes; a comma if there is none.
char separator_of(std::string_view text) {
  constexpr auto known = std::to_array<char>({',', ';', '\t'});
  std::array<std::size_t, 3> count{};
  std::size_t n_lines = 0;
  bool quoted = false, any = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    const bool ends = c == '\n' && any;
    if (ends && ++n_lines == 2) break;
    any = (any && !ends) || (c != '\n' && c != '\r' && c != ' ');
    for (std::size_t k = 0; k < known.size(); ++k) count[k] += c == known[k] ? 1U : 0U;
  }
  return known[static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin())];
}

/// Splits a text into lines of cells.
class Splitting {
 public:
  Splitting(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<CsvFault> run(std::size_t begin, std::vector<std::vector<CsvCell>>& lines) {
    for (at_ = begin; at_ < text_.size();) {
      std::vector<CsvCell> line;
      do {
        if (line.size() == most_columns) return CsvFault{at_, "a line of more than 10000 cells"};
        if (++n_cells_ > most_cells) return CsvFault{at_, "more than 500000 cells in one table"};
        if (const auto fault = read_cell(line)) return fault;
      } while (at_ < text_.size() && text_[at_++] == separator_);
      if (std::any_of(line.begin(), line.end(), [](const CsvCell& cell) { return !cell.text.empty(); }))
        lines.push_back(std::move(line));
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool ends_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n';
  }
  void skip_blanks() {
    while (const std::size_t length = blank_at_front(text_.substr(at_), separator_)) at_ += length;
  }

  std::optional<CsvFault> read_cell(std::vector<CsvCell>& line) {
    skip_blanks();
    CsvCell& cell = line.emplace_back(CsvCell{std::min(at_, text_.size()), ""});
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
    const std::size_t begin = at_;
    while (!ends_cell()) ++at_;
    std::string_view text = text_.substr(begin, at_ - begin);
    if (text.ends_with('\r')) text.remove_suffix(1);
    cell.text = trimmed(text);
    return std::nullopt;
  }

  std::optional<CsvFault> read_quoted(CsvCell& cell) {
    for (++at_;; ++at_) {
      if (at_ >= text_.size()) return CsvFault{cell.byte, "this quote is not closed"};
      if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
      if (text_[at_] == '"') ++at_;
      cell.text += text_[at_];
    }
    ++at_;
    skip_blanks();
    if (at_ + 1 < text_.size() && text_[at_] == '\r' && text_[at_ + 1] == '\n') ++at_;
    if (!ends_cell()) return CsvFault{at_, "text after a closing quote"};
    return std::nullopt;
  }

  static constexpr std::size_t most_columns = 10'000, most_cells = 500'000;
  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, n_cells_ = 0;
};

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t length = blank_at_front(text)) text.remove_prefix(length);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
      if (!text.ends_with(blank)) continue;
      text.remove_suffix(blank.size());
      again = true;
    }
  }
  return text;
}

std::optional<LooseCsv> read_loose_csv(std::string bytes, int file, ProblemList& problems) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string name = problems.file(file);
  if (std::string what = not_a_text(bytes, name); !what.empty()) {
    problems.add({file, 1, 1}, "file", std::move(what));
    return std::nullopt;
  }
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  end_lines_with_feeds(bytes);
  if (const std::size_t foreign = first_foreign(bytes); foreign < bytes.size()) {
    problems.add(PlaceFinder(bytes, file).at(foreign), "file",
                 fmt::format("byte {:#04x} is not UTF-8; convert it: {}",
                             static_cast<unsigned char>(bytes[foreign]), by_iconv(encoding_of(bytes), name)));
    return std::nullopt;
  }
  if (!check_text(bytes, file, problems)) return std::nullopt;

  std::optional<LooseCsv> read(std::in_place);
  LooseCsv& csv = *read;
  csv.text = std::move(bytes);
  std::size_t begin = 0;
  constexpr std::string_view excel = "sep=";  // Excel's own line
  if (csv.text.starts_with(excel) && csv.text.size() > excel.size()) {
    csv.separator = csv.text[excel.size()];
    begin = std::min(csv.text.find('\n'), csv.text.size() - 1) + 1;
  } else {
    csv.separator = separator_of(csv.text);
  }
  if (const auto fault = Splitting(csv.text, csv.separator).run(begin, csv.lines)) {
    problems.add(PlaceFinder(csv.text, file).at(fault->byte), "row", std::string(fault->message));
    return std::nullopt;
  }
  return read;
}

}  // namespace hansa
