#pragma once

#include <cstddef>
#include <limits>

namespace hansa {

/// What shows a text. By default a file or a pipe, of unlimited width and plain.
struct Screen {
  static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

  std::size_t width = unlimited;  // [characters]
  bool is_terminal = false;       // a person reads it: exceptions go before routine
  bool has_marks = false;         // shows characters beyond ASCII
  bool has_colour = false;
  bool shows_all = false;  // routine, too
};

}  // namespace hansa
