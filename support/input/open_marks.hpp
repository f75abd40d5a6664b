#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hansa {

/// A quote or bracket in a YAML text that opens what may not be opened.
struct OpenMark {
  std::size_t byte = 0;
  std::string_view wrong;
};

/// The first quote that is not closed on its own line, or bracket that stands in `deepest` others.
/// yaml-cpp would let such a quote swallow the keys below it and complain, if at all, far from the place; and
/// it keeps notes of every bracket before it tells of the first.
std::optional<OpenMark> find_open_mark(std::string_view yaml, int deepest);

}  // namespace hansa
