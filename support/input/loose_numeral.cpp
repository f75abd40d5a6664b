#include "support/input/loose_numeral.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "support/input/loose_csv.hpp"
#include "support/input/problem.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

/// Whether marks part the digits of a whole number by threes: 1,000 or 12,345,678.
bool is_grouped(std::string_view digits, char mark) {
  std::size_t group = std::min(digits.find(mark), digits.size());
  if (group == digits.size() || group == 0 || group > 3 || digits[0] == '0' ||
      !all_digits(digits.substr(0, group)))
    return false;
  for (; group < digits.size(); group += 4)
    if (digits[group] != mark || group + 4 > digits.size() || !all_digits(digits.substr(group + 1, 3)))
      return false;
  return true;
}

void remove_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.erase(at, what.size());
}

/// The text with a hyphen for a minus, without blanks between thousands, a plus and a percent sign.
std::string plain(std::string_view text, LooseNumber& number) {
  std::string word(trimmed(text));
  constexpr std::string_view minus = "\xE2\x88\x92";
  if (word.starts_with(minus)) word.replace(0, minus.size(), "-");
  if (word.ends_with('%')) {
    number.is_percent = true;
    word.pop_back();
    word = trimmed(word);
  }
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"})
    for (std::size_t at = word.find(blank); at != std::string::npos; at = word.find(blank))
      word.replace(at, blank.size(), " ");
  const std::string_view digits = without_sign(word);
  const std::size_t whole = std::min(digits.find_first_of(".,"), digits.size());
  if (is_grouped(digits.substr(0, whole), ' ')) {
    number.has_thousands = true;
    remove_all(word, " ");
  }
  if (word.starts_with('+') && word.size() > 1 && word[1] != '-') word.erase(0, 1);
  return word;
}

}  // namespace

void CommaEvidence::add(std::string_view text) {
  LooseNumber ignored;
  const std::string word = plain(text, ignored);
  const std::string_view digits = without_sign(word);
  const std::size_t comma = digits.find(','), point = digits.find('.');
  if (comma == std::string_view::npos) {
    double value = 0;
    n_points_ += point != std::string_view::npos && read_numeral(word, value) ? 1U : 0U;
    return;
  }
  if (point != std::string_view::npos) {
    n_points_ += point > comma && is_grouped(digits.substr(0, point), ',') ? 1U : 0U;
    n_decimal_commas_ +=
        comma > point && is_grouped(digits.substr(0, comma), '.') && all_digits(digits.substr(comma + 1))
            ? 1U
            : 0U;
    return;
  }
  if (is_grouped(digits, ',')) {
    n_unclear_ += 1;
  } else if (all_digits(digits.substr(0, comma)) && all_digits(digits.substr(comma + 1)) &&
             digits.size() > 1) {
    n_decimal_commas_ += 1;
  }
}

CommaIn CommaEvidence::found(bool may_part) const {
  if (n_decimal_commas_ > 0) return CommaIn::Decimals;
  return n_points_ > 0 || may_part || n_unclear_ == 0 ? CommaIn::Thousands : CommaIn::Unclear;
}

std::string read_loose_number(std::string_view text, CommaIn comma, LooseNumber& number) {
  number = {};
  std::string word = plain(text, number);
  const std::string_view digits = without_sign(word);
  const std::string got = in_quotes(text);
  if (word.find(',') != std::string::npos) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (comma == CommaIn::Unclear && is_grouped(digits, ','))
      return fmt::format("{} may be one thousand or one; write it without the comma", got);
    if (comma != CommaIn::Decimals && is_grouped(digits.substr(0, point), ',')) {
      number.has_thousands = true;
      remove_all(word, ",");
    } else if (comma == CommaIn::Decimals) {
      const std::size_t mark = digits.find(',');
      if (is_grouped(digits.substr(0, mark), '.')) {
        number.has_thousands = true;
        remove_all(word, ".");
      }
      if (word.find('.') == std::string::npos) word.replace(word.find(','), 1, ".");
    }
  } else if (comma == CommaIn::Decimals && word.find('.') != std::string::npos) {
    return fmt::format("expected a decimal comma, as elsewhere in the table, got {}", got);
  }
  if (word.size() > 1 && word.ends_with('.') && is_digit(word[word.size() - 2])) word.pop_back();
  switch (parse_numeral(word, number.value)) {
    case Numeral::Read:
      return "";
    case Numeral::OutOfRange:
      return got + " is out of range";
    default:
      return fmt::format("expected a number, got {}{}", got,
                         number.is_percent ? "" : advise_on_numeral(trimmed(text)));
  }
}

bool is_missing(std::string_view text) {
  constexpr auto words =
      std::to_array<std::string_view>({"", "NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "#N/A",
                                       "<NA>", ".", "-", "\xE2\x80\x93", "\xE2\x88\x92"});
  return std::find(words.begin(), words.end(), trimmed(text)) != words.end();
}

}  // namespace hansa
