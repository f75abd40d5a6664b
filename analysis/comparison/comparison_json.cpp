#include "analysis/comparison/comparison_json.hpp"

#include "analysis/json_value.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// One entry a metric, with what tells it from the others of its list.
void add_outcomes(const OutcomeDifferences& outcomes, const Json& place, Json& list) {
  for (const OutcomeDifference& outcome : outcomes) {
    Json entry = {{"metric", outcome.metric}};
    entry.update(place);
    entry.update(difference_json(outcome.difference));
    entry["full"] = or_null(outcome.full);
    entry["other"] = or_null(outcome.other);
    list.push_back(std::move(entry));
  }
}

}  // namespace

Json difference_json(const PairedDifference& difference) {
  return {{"mean", or_null(difference.mean)},
          {"ci95", {or_null(difference.lo), or_null(difference.hi)}},
          {"flipped", or_null(difference.flipped)},
          {"n", difference.n}};
}

Json arms_json(std::size_t n_pairs, std::uint64_t seed, std::span<const ArmIdentity> arms) {
  Json json = {{"pairs", n_pairs}, {"seed", seed}, {"arms", Json::array()}};
  for (const ArmIdentity& arm : arms) {
    json["arms"].push_back({{"name", arm.name},
                            {"settings", arm.settings},
                            {"scenario", arm.scenario},
                            {"scenario_sha256", arm.scenario_sha256},
                            {"out", arm.out}});
  }
  return json;
}

Json comparison_json(const Comparison& comparison) {
  Json json = {{"differences", Json::array()}, {"mean_conference", Json::array()}, {"yearly", Json::array()}};
  for (const ConferenceComparison& c : comparison.conferences)
    add_outcomes(c.outcomes, {{"conference", c.name}, {"year", c.year}}, json["differences"]);
  add_outcomes(comparison.mean_conference, Json::object(), json["mean_conference"]);
  add_outcomes(comparison.at_last_year, {{"year", comparison.last_year}}, json["yearly"]);
  add_outcomes(comparison.mean_year, {{"year", "mean"}}, json["yearly"]);
  json["first_difference_year"] = {{"earliest", or_null(comparison.first_difference.earliest)},
                                   {"median", or_null(comparison.first_difference.median)},
                                   {"pairs", comparison.first_difference.n_pairs}};
  return json;
}

}  // namespace hansa
