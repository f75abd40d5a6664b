#include "analysis/comparison/overlap.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

const ConferenceParams* find_conference(const Scenario& scenario, std::string_view name,
                                        const YearsParams& years) {
  const auto found = std::find_if(scenario.conferences.begin(), scenario.conferences.end(),
                                  [&](const ConferenceParams& one) {
                                    return one.name == name && years.from <= one.year && one.year <= years.to;
                                  });
  return found == scenario.conferences.end() ? nullptr : &*found;
}

std::string text_of(const YearsParams& years) { return fmt::format("{} to {}", years.from, years.to); }

bool same(const YearsParams& one, const YearsParams& two) { return one.from == two.from && one.to == two.to; }

}  // namespace

YearsParams Overlap::years() const {
  return {.from = std::max(full.from, other.from), .to = std::min(full.to, other.to)};
}

Overlap overlap_of(const Scenario& full, const Scenario& other) {
  Overlap overlap{.full = full.years, .other = other.years};
  const YearsParams years = overlap.years();
  for (const ConferenceParams& conference : full.conferences) {
    const ConferenceParams *one = find_conference(full, conference.name, years),
                           *two = find_conference(other, conference.name, years);
    if (one == nullptr || two == nullptr) {
      overlap.only_in_full.push_back(conference.name);
    } else if (one->year != two->year) {
      overlap.moved.push_back({conference.name, one->year, two->year});
    }
  }
  for (const ConferenceParams& conference : other.conferences) {
    if (find_conference(full, conference.name, years) == nullptr ||
        find_conference(other, conference.name, years) == nullptr)
      overlap.only_in_other.push_back(conference.name);
  }
  return overlap;
}

Text overlap_text(const Overlap& overlap, std::string_view name) {
  Text text;
  if (!same(overlap.full, overlap.other))
    text += paragraph(fmt::format("Cut to the common years {} (full: {}, {}: {}).", text_of(overlap.years()),
                                  text_of(overlap.full), name, text_of(overlap.other)));
  for (const MovedConference& moved : overlap.moved)
    text += paragraph(
        fmt::format("{} is held in {} in full and in {} in {}.", moved.name, moved.full, moved.other, name));
  const auto left_out = [&](std::string_view arm, const std::vector<std::string>& names) {
    if (!names.empty())
      text += paragraph(fmt::format("Left out, only in {}: {}", arm, fmt::join(names, " ")));
  };
  left_out("full", overlap.only_in_full);
  left_out(name, overlap.only_in_other);
  return text;
}

Json overlap_json(const Overlap& overlap) {
  const auto span = [](const YearsParams& years) { return Json::array({years.from, years.to}); };
  Json json = {{"years", span(overlap.years())},         {"full_years", span(overlap.full)},
               {"other_years", span(overlap.other)},     {"only_in_full", overlap.only_in_full},
               {"only_in_other", overlap.only_in_other}, {"moved", Json::array()}};
  for (const MovedConference& moved : overlap.moved)
    json["moved"].push_back({{"conference", moved.name}, {"full", moved.full}, {"other", moved.other}});
  return json;
}

}  // namespace hansa
