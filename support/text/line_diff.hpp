#pragma once

#include <string>
#include <string_view>

namespace hansa {

/// The lines in which two texts differ, "- " before those of the old one and "+ " before those of the new one;
/// at most `n_most` lines, then how many more. Empty: they are equal.
[[nodiscard]] std::string diff_lines(std::string_view old_text, std::string_view new_text,
                                     std::size_t n_most = 20);

}  // namespace hansa
