#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// "1 thread", "2 threads": a number with a word that takes an s.
template <std::integral Number> [[nodiscard]] std::string counted(Number n, std::string_view word) {
  return std::to_string(n) + " " + std::string(word) + (n == 1 ? "" : "s");
}

/// Ascending numbers as people and job arrays write them: "3,17,40-45".
[[nodiscard]] std::string ranges_of(const std::vector<std::size_t>& numbers);

}  // namespace hansa
