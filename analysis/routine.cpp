#include "analysis/routine.hpp"

#include <vector>

#include <fmt/format.h>

namespace hansa {

std::string neighbours_joined(std::span<const std::string> names, std::span<const std::size_t> rows) {
  std::vector<std::string> joined;
  for (std::size_t k = 0, end = 0; k < rows.size(); k = end) {
    for (end = k + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;) ++end;
    const std::string& first = names[rows[k]];
    joined.push_back(end - k == 1 ? first : first + (end - k == 2 ? ", " : " to ") + names[rows[end - 1]]);
  }
  return fmt::format("{}", fmt::join(joined, ", "));
}

Text routine_line(std::span<const std::string> names, std::span<const std::size_t> rows,
                  std::string_view what) {
  return paragraph(fmt::format("{} of {} as usual: {}: {} (--all: a row each)", rows.size(), names.size(),
                               neighbours_joined(names, rows), what));
}

}  // namespace hansa
