#include "support/text/marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace hansa {
namespace {

using Marks = std::vector<std::string_view>;

std::string joined(const Marks& marks) {
  std::string text;
  for (const std::string_view mark : marks) text += mark;
  return text;
}

/// The interval in the marks given: line, ends, middle, the line at 0.
std::string draw(std::size_t lo, std::size_t middle, std::size_t hi, std::optional<std::size_t> zero,
                 std::size_t n, const std::array<std::string_view, 5>& with) {
  Marks marks(n, " ");
  if (zero) marks[*zero] = with[4];
  for (std::size_t k = lo; k <= hi; ++k) marks[k] = with[0];
  if (lo < middle) marks[lo] = with[1];
  if (middle < hi) marks[hi] = with[2];
  marks[middle] = with[3];
  return joined(marks);
}

}  // namespace

TableCell bars(std::span<const double> values) {
  constexpr std::array<std::string_view, 8> blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  constexpr std::array<std::string_view, 8> letters = {"_", ".", ":", "-", "=", "+", "*", "#"};
  double most = 0;
  for (const double value : values)
    if (value > most) most = value;
  std::string text, marks;
  for (const double value : values) {
    const double share = most > 0 ? std::clamp(value / most, 0.0, 1.0) : 0;
    const auto k = std::isnan(value) ? 0 : static_cast<std::size_t>(std::lround(share * 7));
    text += std::isnan(value) ? " " : letters[k];
    marks += std::isnan(value) ? " " : blocks[k];
  }
  return {text, Tone::Plain, marks};
}

TableCell drawn_interval(double lo, double middle, double hi, const Scale& scale) {
  if (std::isnan(middle) || !(scale.to > scale.from)) return {};
  const auto place = [&](double value) {
    const double share = std::clamp((value - scale.from) / (scale.to - scale.from), 0.0, 1.0);
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(scale.n - 1)));
  };
  const std::size_t a = std::isnan(lo) ? place(middle) : place(lo);
  const std::size_t b = std::isnan(hi) ? place(middle) : place(hi);
  std::optional<std::size_t> zero;
  if (scale.from < 0 && scale.to > 0) zero = place(0);
  return {draw(a, place(middle), b, zero, scale.n, {"-", "|", "|", "o", "."}), Tone::Plain,
          draw(a, place(middle), b, zero, scale.n, {"─", "├", "┤", "●", "┊"})};
}

}  // namespace hansa
