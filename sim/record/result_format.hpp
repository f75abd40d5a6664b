#pragma once

#include <array>
#include <string_view>

namespace hansa {

/// The version of docs/result_file.md. A reader refuses another first number; the second grows with
/// additions.
inline constexpr std::string_view result_format_version = "1.1";

inline constexpr std::string_view result_conventions = "CF-1.11 Hansa-1";

inline constexpr std::string_view meaning_of_nan = "NaN: not applicable";

/// The attributes of the whole file that the writer sets and the reader checks, beyond those of the
/// ResultSet.
inline constexpr std::array<std::string_view, 3> own_attributes = {"Conventions", "format_version",
                                                                   "missing_values"};

}  // namespace hansa
