#pragma once

#include <string>
#include <string_view>

namespace hansa {

/// The lines in which two texts differ, "- " before old and "+ " before new ones; at most `n_most` lines,
/// then the number of further ones. Empty if the texts are equal.
[[nodiscard]] std::string diff_lines(std::string_view old_text, std::string_view new_text,
                                     std::size_t n_most = 20);

}  // namespace hansa
