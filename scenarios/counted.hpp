#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace hansa {

/// "1 thread", "2 threads": a number with a word that takes an s.
template <std::integral Number> [[nodiscard]] std::string counted(Number n, std::string_view word) {
  return std::to_string(n) + " " + std::string(word) + (n == 1 ? "" : "s");
}

}  // namespace hansa
