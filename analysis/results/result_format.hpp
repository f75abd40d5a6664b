#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hansa {

/// The version that docs/reference/result_file.md describes. A reader refuses another first number; the second
/// increases with additions.
inline constexpr std::string_view result_format_version = "2.3";

inline constexpr std::string_view result_conventions = "CF-1.11 Hansa-2";

inline constexpr std::string_view meaning_of_nan = "NaN: not applicable";

/// The attributes of the file that the writer adds to those of the ResultSet, and the reader checks.
inline constexpr std::array<std::string_view, 3> own_attributes = {"Conventions", "format_version",
                                                                   "missing_values"};

inline constexpr std::size_t largest_chunk = 1 << 20;  // [bytes]

/// The shape of the chunks of an array: complete trailing dimensions and an equal share of the leading one, at most
/// n_most values in all, so that the last chunk is not mostly padding. No size may be 0.
[[nodiscard]] std::vector<std::size_t> chunk_shape(const std::vector<std::size_t>& shape, std::size_t n_most);

}  // namespace hansa
