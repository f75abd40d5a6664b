#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hansa {

/// The version of docs/result_file.md. A reader refuses another first number; the second grows with
/// additions.
inline constexpr std::string_view result_format_version = "2.0";

inline constexpr std::string_view result_conventions = "CF-1.11 Hansa-2";

inline constexpr std::string_view meaning_of_nan = "NaN: not applicable";

/// The attributes of the whole file that the writer sets and the reader checks, beyond those of the
/// ResultSet.
inline constexpr std::array<std::string_view, 3> own_attributes = {"Conventions", "format_version",
                                                                   "missing_values"};

inline constexpr std::size_t largest_chunk = 1 << 20;  // [bytes]

/// The pieces into which an array of this shape is cut: whole trailing dimensions, as many leading points as
/// stay within n_most values, cut evenly so that the last piece is not mostly padding. No size may be 0.
[[nodiscard]] std::vector<std::size_t> chunk_shape(const std::vector<std::size_t>& shape, std::size_t n_most);

}  // namespace hansa
