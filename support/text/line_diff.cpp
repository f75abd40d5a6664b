#include "support/text/line_diff.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace hansa {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

/// Removes the common beginning and end, so that the rest is small.
void drop_common(Lines& old_lines, Lines& new_lines) {
  const auto [a, b] = std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end());
  old_lines.erase(old_lines.begin(), a);
  new_lines.erase(new_lines.begin(), b);
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    old_lines.pop_back();
    new_lines.pop_back();
  }
}

/// The lines that are not in a longest common subsequence, marked; for very long texts all lines.
std::vector<std::string> changed_lines(const Lines& a, const Lines& b) {
  std::vector<std::string> changed;
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::uint32_t> common;  // length of the common subsequence from (i, j) on
  if (n * m <= 4'000'000) common.assign((n + 1) * (m + 1), 0);
  for (std::size_t i = n; !common.empty() && i-- > 0;) {
    for (std::size_t j = m; j-- > 0;)
      common[i * (m + 1) + j] = a[i] == b[j]
                                    ? common[(i + 1) * (m + 1) + j + 1] + 1
                                    : std::max(common[(i + 1) * (m + 1) + j], common[i * (m + 1) + j + 1]);
  }
  std::size_t i = 0, j = 0;
  while (i < n || j < m) {
    if (i < n && j < m && !common.empty() && a[i] == b[j]) {
      ++i;
      ++j;
    } else if (i < n &&
               (j == m || common.empty() || common[(i + 1) * (m + 1) + j] >= common[i * (m + 1) + j + 1])) {
      changed.push_back("- " + std::string(a[i++]));
    } else {
      changed.push_back("+ " + std::string(b[j++]));
    }
  }
  return changed;
}

}  // namespace

std::string diff_lines(std::string_view old_text, std::string_view new_text, std::size_t n_most) {
  Lines old_lines = lines_of(old_text), new_lines = lines_of(new_text);
  drop_common(old_lines, new_lines);
  const std::vector<std::string> changed = changed_lines(old_lines, new_lines);
  std::string text;
  for (std::size_t k = 0; k < std::min(n_most, changed.size()); ++k) text += changed[k] + "\n";
  if (changed.size() > n_most) text += fmt::format("and {} more lines\n", changed.size() - n_most);
  return text;
}

}  // namespace hansa
