#include "bargaining/tables/actor_table.hpp"

#include <algorithm>
#include <cmath>
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

CellUnit unit_of(const std::optional<ColumnScale>& scale) {
  if (!scale) return any_amount;
  return {{scale->min, scale->max}, scale->min == 0 ? scale->max : 0};
}

void ActorTable::find_columns(const ColumnUse& use) {
  if (!is_read()) return;
  tell_separator();
  tidy();
  if (is_read()) columns_ = hansa::find_columns(*this, names_, use);
  if (is_read()) find_comma();
}

void ActorTable::tell_separator() {
  if (csv().separator != ',')
    assume_table("separator", "cells are separated by " + words_of(csv().separator));
}

void ActorTable::find_comma() {
  std::vector<ColumnPlace> numbers = {column(ColumnKind::Power)};
  if (needs_size_) numbers.push_back(column(ColumnKind::Size));
  const auto add_spread = [&](const SpreadColumns& spread) {
    numbers.insert(numbers.end(), {spread.sd, spread.lo, spread.hi});
  };
  add_spread(power_spread());
  for (const IssueColumns& issue : issues()) {
    numbers.insert(numbers.end(), {issue.position, issue.salience, issue.reference, issue.decided});
    add_spread(issue.position_spread);
    add_spread(issue.salience_spread);
  }
  CommaEvidence evidence;
  for (std::size_t row = 0; row < n_rows(); ++row)
    for (const ColumnPlace& column : numbers) {
      if (!column) continue;
      const std::string& text = cell(row, *column).text;
      const auto words = split_spread(text);
      evidence.add(words ? words->value : text);
      if (words) evidence.add(words->sd);
    }
  find_comma(evidence);
}

void ActorTable::find_comma(const CommaEvidence& evidence) {
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
  return word.empty() ? std::nullopt : read(row, *column, word, unit);
}

std::optional<double> ActorTable::read(std::size_t row, std::size_t column, const std::string& word,
                                       const CellUnit& unit) {
  return number_in(cell(row, column), heading(column), word, unit);
}

std::optional<double> ActorTable::number_in(const CsvCell& cell, std::string_view heading,
                                            const std::string& word, const CellUnit& unit) {
  const auto refuse = [&](std::string message) {
    problems().add(place(cell.byte), heading, std::move(message));
    return std::nullopt;
  };
  LooseNumber number;
  if (std::string wrong = read_loose_number(word, comma_, number); !wrong.empty())
    return refuse(std::move(wrong));
  if (number.is_percent && unit.whole == 0)
    return refuse("a percentage of what? give the ends of the scale, as in 'position 0..100'");
  const double value = number.is_percent ? number.value * unit.whole / 100 : number.value;
  if (value < unit.bounds.min)
    return refuse(fmt::format("must be at least {}, got {}", unit.bounds.min, word));
  if (value > unit.bounds.max)
    return refuse(fmt::format("must be at most {}, got {}", unit.bounds.max, word));
  if (number.has_thousands) count(thousands_, cell);
  if (number.is_percent) count(percent_, cell);
  return value;
}

std::optional<double> ActorTable::required_number(std::size_t row, std::size_t column, const CellUnit& unit) {
  return is_present(row, column) ? number(row, column, unit) : std::nullopt;
}

/// Reports a value that is missing.
bool ActorTable::is_present(std::size_t row, std::size_t column) {
  const std::string& written = cell(row, column).text;
  if (!is_missing(written)) return true;
  report(row, column,
         trimmed(written).empty() ? "the cell is empty"
                                  : fmt::format("{}, but a number is needed", in_quotes(written)));
  return false;
}

std::optional<UncertainNumber> ActorTable::required_uncertain(std::size_t row, std::size_t column,
                                                              const SpreadColumns& spread,
                                                              const CellUnit& unit) {
  return is_present(row, column) ? uncertain_number(row, column, spread, unit) : std::nullopt;
}

std::optional<UncertainNumber> ActorTable::uncertain_number(std::size_t row, ColumnPlace column,
                                                            const SpreadColumns& spread,
                                                            const CellUnit& unit) {
  const std::string word = text(row, column);
  if (word.empty()) return std::nullopt;
  const auto words = split_spread(word);
  if (words && (words->value.empty() || words->sd.empty())) {
    report(row, *column,
           fmt::format(
               "{} {}, as in '5 +- 1', got {}",
               words->value.empty() ? "a value is needed before" : "a standard deviation is needed behind",
               "+-", in_quotes(word)));
    return std::nullopt;
  }
  const auto value = read(row, *column, words ? std::string(words->value) : word, unit);
  if (!value) return std::nullopt;
  const std::string sd = text(row, spread.sd);
  const bool has_ends = !text(row, spread.lo).empty() || !text(row, spread.hi).empty();
  if ((words ? 1 : 0) + (sd.empty() ? 0 : 1) + (has_ends ? 1 : 0) > 1) {
    report(row, *column,
           fmt::format("its uncertainty is given twice, {} {}", words ? "by +- and in" : "in",
                       words && !has_ends ? in_quotes(heading(*spread.sd))
                       : words            ? in_quotes(heading(*spread.lo))
                                          : fmt::format("{} and {}", in_quotes(heading(*spread.sd)),
                                                        in_quotes(heading(*spread.lo)))));
    return std::nullopt;
  }
  if (words) return with_sd(row, *column, *value, std::string(words->sd), unit);
  if (!sd.empty())
    return has_unit_of(row, *spread.sd, *column) ? with_sd(row, *spread.sd, *value, sd, unit) : std::nullopt;
  return has_ends ? with_ends(row, *column, *value, spread, unit) : UncertainNumber{.value = *value};
}

/// Reports a cell that is a percentage where the value is none, or the reverse.
bool ActorTable::has_unit_of(std::size_t row, std::size_t column, std::size_t value_column) {
  if (is_percent(row, column) == is_percent(row, value_column)) return true;
  report(row, column, "the value and its uncertainty must both be percentages, or neither");
  return false;
}

std::optional<UncertainNumber> ActorTable::with_sd(std::size_t row, std::size_t column, double value,
                                                   const std::string& sd, const CellUnit& unit) {
  const std::string& whole = cell(row, column).text;
  const auto words = split_spread(whole);
  if (words && words->value.ends_with('%') != words->sd.ends_with('%')) {
    report(row, column, "the value and its uncertainty must both be percentages, or neither");
    return std::nullopt;
  }
  const double most = std::max(std::abs(unit.bounds.min), std::abs(unit.bounds.max));
  const auto read_sd = read(row, column, sd, {{-most, most}, unit.whole});
  if (read_sd && *read_sd < 0) report(row, column, "a standard deviation must be at least 0, got " + sd);
  if (!read_sd || *read_sd < 0) return std::nullopt;
  return UncertainNumber{value, *read_sd, *read_sd, true};
}

std::optional<UncertainNumber> ActorTable::with_ends(std::size_t row, std::size_t column, double value,
                                                     const SpreadColumns& spread, const CellUnit& unit) {
  for (const std::size_t end : {*spread.lo, *spread.hi}) {
    if (!text(row, end).empty()) continue;
    report(row, end, "the other end is given, and this one lacks");
    return std::nullopt;
  }
  if (!has_unit_of(row, *spread.lo, column) || !has_unit_of(row, *spread.hi, column)) return std::nullopt;
  const auto lo = number(row, spread.lo, unit), hi = number(row, spread.hi, unit);
  if (!lo || !hi) return std::nullopt;
  if (*lo > *hi) {
    report(row, *spread.lo, fmt::format("must be at most {}, its upper end, got {}", *hi, *lo));
  } else if (value < *lo || value > *hi) {
    report(row, column, fmt::format("must be from {} to {}, its own ends, got {}", *lo, *hi, value));
  } else {
    return between(*lo, value, *hi);
  }
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
  report_refused();
  return assumed();
}

}  // namespace hansa
