#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

using Date = std::chrono::sys_days;

/// A date in years, such as 1997.945 for 1997-12-11.
[[nodiscard]] double years_of(Date date);

/// The calendar year of a date.
[[nodiscard]] int calendar_year(Date date);

/// YYYY-MM-DD.
[[nodiscard]] std::string to_text(Date date);

/// The date that YYYY-MM-DD stands for; nullopt if it is none.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

}  // namespace hansa
