#include "bargaining/tables/actor_table.hpp"

#include <utility>

#include <fmt/format.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

std::string words_of(char separator) {
  if (separator == ';') return "semicolons";
  if (separator == '\t') return "tabs";
  return in_quotes(std::string(1, separator));
}

}  // namespace

void ActorTable::find_columns(const ColumnUse& use) {
  if (!is_read()) return;
  if (csv().separator != ',')
    assume_table("separator", "cells are separated by " + words_of(csv().separator));
  tidy();
  if (is_read()) columns_ = hansa::find_columns(*this, names_, use);
  if (is_read()) find_comma();
}

void ActorTable::find_comma() {
  std::vector<ColumnPlace> numbers = {column(ColumnKind::Power)};
  for (const IssueColumns& issue : issues())
    numbers.insert(numbers.end(), {issue.position, issue.salience, issue.reference, issue.decided});
  CommaEvidence evidence;
  for (std::size_t row = 0; row < n_rows(); ++row)
    for (const ColumnPlace& column : numbers)
      if (column) evidence.add(cell(row, *column).text);
  comma_ = evidence.found(csv().separator == ',');
  if (comma_ == CommaIn::Decimals)
    assume_table("separator", "a comma in a number is read as its decimal mark");
}

std::string ActorTable::issue_name(std::size_t row, const IssueColumns& issue) {
  if (!issue.name.empty()) return issue.name;
  return is_long() ? name(row, *column(ColumnKind::Issue)) : "issue";
}

std::string ActorTable::text(std::size_t row, ColumnPlace column) {
  if (!column) return "";
  const std::string& written = cell(row, *column).text;
  if (!is_missing(written)) return one_line(written);
  if (!trimmed(written).empty()) count(missing_, cell(row, *column));
  return "";
}

std::string ActorTable::name(std::size_t row, std::size_t column) {
  std::string name = one_line(cell(row, column).text);
  if (name.empty()) report(row, column, "the cell is empty");
  return name;
}

std::optional<double> ActorTable::number(std::size_t row, ColumnPlace column, const CellUnit& unit) {
  const std::string word = text(row, column);
  if (word.empty()) return std::nullopt;
  LooseNumber number;
  if (std::string wrong = read_loose_number(word, comma_, number); !wrong.empty()) {
    report(row, *column, std::move(wrong));
    return std::nullopt;
  }
  if (number.is_percent && unit.whole == 0) {
    report(row, *column, "a percentage of what? give the ends of the scale, as in 'position 0..100'");
    return std::nullopt;
  }
  const double value = number.is_percent ? number.value * unit.whole / 100 : number.value;
  if (value < unit.bounds.min) {
    report(row, *column, fmt::format("must be at least {}, got {}", unit.bounds.min, word));
  } else if (value > unit.bounds.max) {
    report(row, *column, fmt::format("must be at most {}, got {}", unit.bounds.max, word));
  } else {
    if (number.has_thousands) count(thousands_, cell(row, *column));
    if (number.is_percent) count(percent_, cell(row, *column));
    return value;
  }
  return std::nullopt;
}

std::optional<double> ActorTable::required_number(std::size_t row, std::size_t column, const CellUnit& unit) {
  const std::string& written = cell(row, column).text;
  if (!is_missing(written)) return number(row, column, unit);
  report(row, column,
         trimmed(written).empty() ? "the cell is empty"
                                  : fmt::format("{}, but a number is needed", in_quotes(written)));
  return std::nullopt;
}

void ActorTable::report_repeated(std::size_t row, int line_above) {
  const std::size_t column = *this->column(ColumnKind::Actor);
  report(
      row, column,
      fmt::format("{} is already given in line {}", in_quotes(one_line(cell(row, column).text)), line_above));
}

void ActorTable::count(Told& told, const CsvCell& cell) const {
  if (told.n++ == 0) told.place = place(cell.byte), told.word = in_quotes(cell.text);
}

std::vector<std::string> ActorTable::assumptions() {
  const auto tell = [&](Told& told, std::string message) {
    if (told.n > 0) assume("value", told.place, std::move(message));
    told.n = 0;
  };
  tell(missing_, fmt::format("{} {} {} read as missing", counted(missing_.n, "cell"), missing_.word,
                             missing_.n == 1 ? "is" : "are"));
  tell(thousands_, fmt::format("{} is read with marks between thousands", thousands_.word));
  tell(percent_, fmt::format("{} is read as a percentage", percent_.word));
  return assumed();
}

}  // namespace hansa
