#include "sweeps/cluster/slurm_time.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include <fmt/core.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

constexpr double safety = 2;           // of the estimate                                  [1, assumption]
constexpr double to_begin = 30;        // reading tables, a slow disk                      [s, assumption]
constexpr int least = 5, most = 1440;  // of a default limit                         [minute, assumption]

/// Reads numbers separated by colons, leading zeros allowed. Returns their count, 0 if not valid or too many.
std::size_t read_numbers(std::string_view text, std::span<int> numbers) {
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const std::size_t end = std::min(text.find(':'), text.size());
    std::string_view digits = text.substr(0, end);
    while (digits.size() > 1 && digits.starts_with('0')) digits.remove_prefix(1);
    if (!read_numeral(digits, numbers[n]) || numbers[n] < 0 || numbers[n] > 1'000'000) return 0;
    if (end == text.size()) return n + 1;
    text.remove_prefix(end + 1);
  }
  return 0;
}

}  // namespace

std::optional<int> read_slurm_minutes(std::string_view text) {
  std::array<int, 3> numbers{};
  long days = 0, hours = 0, minutes = 0, seconds = 0;
  if (const auto dash = text.find('-'); dash != std::string_view::npos) {
    std::array<int, 1> day{};
    if (read_numbers(text.substr(0, dash), day) == 0 || read_numbers(text.substr(dash + 1), numbers) == 0)
      return std::nullopt;
    days = day[0], hours = numbers[0], minutes = numbers[1], seconds = numbers[2];
  } else {
    switch (read_numbers(text, numbers)) {
      case 1:
        minutes = numbers[0];
        break;
      case 2:
        minutes = numbers[0], seconds = numbers[1];
        break;
      case 3:
        hours = numbers[0], minutes = numbers[1], seconds = numbers[2];
        break;
      default:
        return std::nullopt;
    }
  }
  const long total = (days * 24 + hours) * 60 + minutes + (seconds + 59) / 60;
  return total >= 1 && total <= 1'000'000 ? std::optional(static_cast<int>(total)) : std::nullopt;
}

std::string slurm_time(int minutes) {
  return fmt::format("{}-{:02}:{:02}:00", minutes / 1440, minutes / 60 % 24, minutes % 60);
}

int stop_ahead(int limit_minutes) { return std::clamp(limit_minutes * 15, 30, 120); }

int limit_for(double seconds) {
  const double minutes = std::ceil((safety * seconds + to_begin + 120) / 60);
  return static_cast<int>(std::clamp<double>(minutes, least, most));
}

}  // namespace hansa
