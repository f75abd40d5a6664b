#include "support/text/date.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// A year, month or day, which may begin with zeros.
std::optional<int> part_of_date(std::string_view text) {
  int value = 0;
  const std::size_t begin = std::min(text.find_first_not_of('0'), text.size() - 1);
  return read_numeral(text.substr(begin), value) && value >= 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

double years_of(Date date) {
  const std::chrono::year year = std::chrono::year_month_day(date).year();
  const Date first = year / 1 / 1, next = (year + std::chrono::years(1)) / 1 / 1;
  return static_cast<int>(year) +
         static_cast<double>((date - first).count()) / static_cast<double>((next - first).count());
}

int calendar_year(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

std::string to_text(Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = part_of_date(text.substr(0, 4)), month = part_of_date(text.substr(5, 2)),
             day = part_of_date(text.substr(8));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

}  // namespace hansa
