#include "analysis/comparison/in_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison/comparison_report.hpp"

namespace hansa {
namespace {

/// The words for a difference of an outcome, in which {} is its size in percent of its scale.
struct Worded {
  std::string_view metric, more, less;
};

constexpr std::array<Worded, 5> worded = {
    {{"adopted", "in {} of 100 more", "in {} of 100 fewer"},
     {"depth", "texts {} % deeper", "texts {} % shallower"},
     {"urban_role", "{} % more for cities", "{} % less for cities"},
     {"participation", "{} of 100 states more", "{} of 100 states fewer"},
     {"in_force", "in {} of 100 more", "in {} of 100 fewer"}}};

/// Two digits or more.
std::string size_text(double percent) {
  return percent < 9.95 ? fmt::format("{:.2g}", percent) : fmt::format("{:.0f}", percent);
}

/// The size of a difference in percent of its scale.
double size_of(const OutcomeDifference& one) {
  return 100 * std::abs(one.difference.mean) / scale_of(one.metric, one.full);
}

bool is_more(const OutcomeDifference& one) { return one.difference.mean > 0; }

std::string clause(const Worded& words, bool more, const std::string& size) {
  return fmt::format(fmt::runtime(more ? words.more : words.less), size);
}

/// The named differences of one direction at conferences: "texts 1.8 to 8.4 % shallower at 19 of 21".
std::string at_conferences(const Comparison& comparison, const Worded& words, bool more) {
  constexpr std::size_t most_listed = 3;
  std::vector<std::string> names;
  std::vector<double> sizes;
  for (const ConferenceComparison& conference : comparison.conferences) {
    const OutcomeDifference* one = find_outcome(conference.outcomes, words.metric);
    if (one == nullptr || !one->difference.named || is_more(*one) != more) continue;
    names.push_back(conference.name);
    sizes.push_back(size_of(*one));
  }
  if (names.empty()) return "";
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
  const std::string size = size_text(*least) == size_text(*most)
                               ? size_text(*most)
                               : size_text(*least) + " to " + size_text(*most);
  return clause(words, more, size) +
         (names.size() <= most_listed
              ? fmt::format(" at {}", fmt::join(names, " "))
              : fmt::format(" at {} of {} conferences", names.size(), comparison.conferences.size()));
}

/// All that is named of an outcome; empty if nothing is.
std::string sentence(const Comparison& comparison, const Worded& words) {
  std::vector<std::string> parts;
  const OutcomeDifference* mean = find_outcome(comparison.mean_conference, words.metric);
  if (comparison.conferences.size() > 1 && mean != nullptr && mean->difference.named)
    parts.push_back(clause(words, is_more(*mean), size_text(size_of(*mean))) + " in the mean of conferences");
  for (const bool more : {false, true})
    if (std::string part = at_conferences(comparison, words, more); !part.empty())
      parts.push_back(std::move(part));
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

Text in_words(const Comparison& comparison, std::string_view other) {
  if (comparison.conferences.empty()) return "";
  Text text;
  bool any = false;
  std::vector<std::string_view> unnamed;
  for (const Worded& words : worded) {
    const std::string said = sentence(comparison, words);
    const OutcomeDifference* mean = find_outcome(comparison.mean_conference, words.metric);
    if (mean == nullptr || mean->difference.n == 0) continue;
    any = any || !said.empty();
    if (said.empty())
      unnamed.push_back(words.metric);
    else
      text += paragraph(fmt::format("{}: {}", words.metric, said));
  }
  if (!any)
    return paragraph(
        fmt::format("In words: {} changes nothing that is agreed beyond chance and by at least {} "
                    "(--smallest).",
                    other, comparison.smallest));
  text = paragraph(fmt::format("In words, what {} changes:", other)) + text;
  if (!unnamed.empty()) text += paragraph(fmt::format("named nowhere: {}", fmt::join(unnamed, ", ")));
  return text;
}

}  // namespace hansa
