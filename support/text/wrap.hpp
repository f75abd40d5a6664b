#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hansa {

/// The text with no line longer than `width` characters, broken at blanks. What is broken off a line `key  meaning` stands
/// below its meaning, of another line below its first word. A word longer than the width is cut at the width.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width);

}  // namespace hansa
