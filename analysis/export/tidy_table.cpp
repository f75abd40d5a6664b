#include "analysis/export/tidy_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "support/numbers/expect.hpp"
#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

std::string latex(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        escaped += {'\\', letter};
        break;
      case '\\':
        escaped += "\\textbackslash{}";
        break;
      case '~':
        escaped += "\\textasciitilde{}";
        break;
      case '^':
        escaped += "\\textasciicircum{}";
        break;
      case '<':
        escaped += "\\textless{}";
        break;
      case '>':
        escaped += "\\textgreater{}";
        break;
      case '|':
        escaped += "\\textbar{}";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string markdown(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    if (std::string_view("|\\*_`<[").find(letter) != std::string_view::npos) escaped += '\\';
    escaped += letter == '\n' ? ' ' : letter;
  }
  return escaped;
}

/// Three digits; whole numbers and dates in full.
std::string short_number(double value) {
  if (value == 0) return "0";
  if (value == std::floor(value) && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
  return std::fabs(value) >= 100 ? fmt::format("{:.1f}", value) : fmt::format("{:.3g}", value);
}

std::string latex_number(double value) {
  if (std::isnan(value)) return "--";
  std::string number = short_number(value), power;
  if (const std::size_t e = number.find('e'); e != std::string::npos) {
    power = fmt::format(" \\times 10^{{{}}}", std::stoi(number.substr(e + 1)));
    number.resize(e);
  }
  return value < 0 || !power.empty() ? "$" + number + power + "$" : number;
}

std::string cell_text(const Cell& cell, TableFormat format) {
  if (const auto* number = std::get_if<double>(&cell)) {
    if (format == TableFormat::Csv) return csv_cell(*number);
    if (format == TableFormat::Latex) return latex_number(*number);
    return std::isnan(*number) ? "" : short_number(*number);
  }
  const auto& text = std::get<std::string>(cell);
  return format == TableFormat::Csv     ? csv_cell(text)
         : format == TableFormat::Latex ? latex(text)
                                        : markdown(text);
}

bool is_number_column(const TidyTable& table, std::size_t k) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const auto& row) { return std::holds_alternative<double>(row[k]); });
}

std::string csv_table(const std::vector<std::vector<std::string>>& lines) {
  std::string text;
  for (const auto& line : lines) text += csv_line(line);
  return text;
}

std::string latex_table(const std::vector<std::vector<std::string>>& lines, const std::string& alignment) {
  std::string text =
      fmt::format("% \\usepackage{{booktabs}}\n\\begin{{tabular}}{{{}}}\n\\toprule\n", alignment);
  for (std::size_t k = 0; k < lines.size(); ++k) {
    text += fmt::format("{} \\\\\n", fmt::join(lines[k], " & "));
    if (k == 0) text += "\\midrule\n";
  }
  return text + "\\bottomrule\n\\end{tabular}\n";
}

std::string markdown_table(const std::vector<std::vector<std::string>>& lines, const std::string& alignment) {
  std::string text;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    text += fmt::format("| {} |\n", fmt::join(lines[k], " | "));
    if (k > 0) continue;
    for (const char side : alignment) text += side == 'r' ? "| ---: " : "| --- ";
    text += "|\n";
  }
  return text;
}

}  // namespace

TidyTable codebook_of(const TidyTable& table) {
  TidyTable codebook{.name = table.name + " codebook",
                     .columns = {{"variable", "1", "column of the table", ""},
                                 {"unit", "1", "1: a fraction, a count, a flag or a name", ""},
                                 {"dimensions", "1", "what the variable varies by", ""},
                                 {"meaning", "1", "what it measures", ""}}};
  for (const TidyColumn& column : table.columns) {
    std::vector<Cell>& row = codebook.rows.emplace_back();
    for (const std::string* text : {&column.name, &column.unit, &column.dimensions, &column.meaning})
      row.emplace_back(*text);
  }
  return codebook;
}

std::string table_text(const TidyTable& table, TableFormat format) {
  std::vector<std::vector<std::string>> lines(1);
  std::string alignment;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    lines[0].push_back(cell_text(table.columns[k].name, format));
    if (format != TableFormat::Csv) alignment += is_number_column(table, k) ? 'r' : 'l';
  }
  for (const std::vector<Cell>& row : table.rows) {
    HANSA_EXPECT(row.size() == table.columns.size());
    lines.emplace_back();
    for (const Cell& cell : row) lines.back().push_back(cell_text(cell, format));
  }
  if (format == TableFormat::Csv) return csv_table(lines);
  return format == TableFormat::Latex ? latex_table(lines, alignment) : markdown_table(lines, alignment);
}

}  // namespace hansa
