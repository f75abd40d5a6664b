#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hansa {

/// A quote or bracket in a YAML text that must not be opened.
struct OpenMark {
  std::size_t byte = 0;
  std::string_view wrong;
};

/// The first quote that is not closed on its own line, or bracket nested in `deepest` others. yaml-cpp would
/// read the keys below such a quote as its text and report the error, if at all, far away; and it stores
/// every open bracket before it reports the first.
std::optional<OpenMark> find_open_mark(std::string_view yaml, int deepest);

}  // namespace hansa
