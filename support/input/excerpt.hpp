#pragma once

#include <span>
#include <string>

#include "support/input/problem.hpp"
#include "support/text/screen.hpp"

namespace hansa {

/// The line of its file that a problem is about, and a caret below its column, each behind a bar; empty if the file has no
/// such line. Of a long line only the part around the column.
[[nodiscard]] std::string excerpt_of(const Problem& problem, const Screen& screen = {});

/// One line for each cause, the first ten with their excerpts, as its screen shows it.
[[nodiscard]] std::string to_text_with_excerpts(std::span<const Problem> problems, const Screen& screen = {});

}  // namespace hansa
