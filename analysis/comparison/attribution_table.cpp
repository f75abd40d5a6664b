#include "analysis/comparison/attribution_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison/comparison_table.hpp"
#include "support/text/counted.hpp"

namespace hansa {
namespace {

struct Shown {
  std::string_view metric, title;
  int digits;
};

constexpr std::array<Shown, 3> outcomes = {
    {{"adopted", "adopted: share of realizations that adopt a text", 3},
     {"depth_unconditional", "depth: of the text, 0 where there is none", 4},
     {"urban_role_unconditional", "urban_role: what the text gives to cities, 0 where there is none", 4}}};

std::string cell(const PairedDifference& difference, int digits) {
  if (difference.flipped == 0) return "same ";
  return fmt::format("{:+.{}f}{}", difference.mean, digits, difference.is_beyond_chance() ? "*" : " ");
}

std::size_t width_of(std::string_view heading) { return std::max<std::size_t>(heading.size() + 1, 9); }

std::string row(const Attribution& attribution, const Contributions& one, std::string_view name,
                std::string_view year, int digits) {
  std::string text = fmt::format("{:<10} {:>4}", name, year);
  for (std::size_t k = 0; k < one.parts.size(); ++k)
    text += fmt::format("{:>{}}", cell(one.parts[k], digits), width_of(attribution.parts[k]));
  for (const PairedDifference* last : {&one.sum, &one.together, &one.remainder})
    text += fmt::format("{:>9}", cell(*last, digits));
  return text + "\n";
}

bool matters(const Contributions& one) {
  return one.together.flipped > 0 ||
         std::any_of(one.parts.begin(), one.parts.end(), [](const auto& part) { return part.flipped > 0; });
}

}  // namespace

std::string attribution_table(const Attribution& attribution, std::string_view title) {
  std::string text = fmt::format(
      "{}: what each channel contributes ({})\nA contribution is full minus the arm without the "
      "channel.\n",
      title, counted(attribution.n_pairs, "pair"));
  for (const Shown& shown : outcomes) {
    std::string rows;
    std::string same;
    for (const Contributions& one : attribution.conferences) {
      if (one.metric != shown.metric) continue;
      if (matters(one)) {
        rows += row(attribution, one, one.conference, std::to_string(one.year), shown.digits);
      } else {
        same += " " + one.conference;
      }
    }
    text += fmt::format("\n{}\n{:<10} {:>4}", shown.title, "conference", "year");
    for (const std::string& part : attribution.parts)
      text += fmt::format("{:>{}}", part + " ", width_of(part));
    text += fmt::format("{:>9}{:>9}{:>9}\n{}", "sum ", "all ", "rest ", rows);
    for (const Contributions& mean : attribution.mean_conference) {
      if (mean.metric == shown.metric) text += row(attribution, mean, "mean", "", shown.digits);
    }
    if (!same.empty()) text += fill_rows("no pair differs at" + same);
  }
  return text +
         "\nall: full minus the arm without lobbying; rest: all minus sum, what channels do only together "
         "and\n"
         "what strength of lobbying does beside them (networks.functions)\n"
         "*: the 95 % interval leaves out 0, as one in twenty does by chance alone; same: in every pair\n";
}

}  // namespace hansa
