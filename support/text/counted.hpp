#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// A number with its noun, whose plural takes an s: "1 thread", "2 threads".
template <std::integral Number> [[nodiscard]] std::string counted(Number n, std::string_view word) {
  return std::to_string(n) + " " + std::string(word) + (n == 1 ? "" : "s");
}

/// Ascending numbers as ranges, in the syntax of job arrays: "3,17,40-45".
[[nodiscard]] std::string ranges_of(const std::vector<std::size_t>& numbers);

}  // namespace hansa
