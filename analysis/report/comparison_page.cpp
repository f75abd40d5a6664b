#include "analysis/report/comparison_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/export/comparison_tables.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "analysis/report/page_template.hpp"
#include "analysis/report/page_text.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> parts = {"pairs",       "arms",   "smallest",
                                                   "differences", "yearly", "mean_conference"};

/// A comparison, checked.
Json read_comparison(const std::string& text, const std::string& shown_as) {
  static_cast<void>(comparison_tables(text, shown_as));  // refuses what is no comparison
  return Json::parse(text);
}

bool is_attribution(const Json& comparison) { return comparison.contains("mean_attribution"); }

/// The arm with which the first is compared: without all, if each of the others lacks a part.
std::size_t other_arm(const Json& comparison) {
  return is_attribution(comparison) ? comparison.at("arms").size() - 1 : 1;
}

/// The parts of a comparison that its page shows.
Json shown_part(const Json& comparison, const ResultSet& first, const ResultSet& second) {
  Json shown = Json::object();
  for (const std::string_view part : parts)
    if (comparison.contains(part)) shown[std::string(part)] = comparison[std::string(part)];
  shown["other"] = other_arm(comparison);
  shown["attribution"] = is_attribution(comparison);
  shown["contributions"] = contribution_part(comparison);
  shown["by_year"] = arm_part(first, second);
  return shown;
}

/// A name of the result file as the first word of a sentence.
std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

/// "-0.10 [-0.12, -0.08]", to about a tenth of the interval.
std::string with_interval(const Json& one) {
  const double low = one.at("ci95").at(0), high = one.at("ci95").at(1);
  const int digits = digits_within(low, high);
  return fmt::format("{0:+.{3}f} [{1:+.{3}f}, {2:+.{3}f}]", one.at("mean").get<double>(), low, high, digits);
}

/// What all parts add to each outcome, and the part that adds most of what is named.
std::vector<std::string> headline_of_attribution(const Json& outcomes) {
  std::vector<std::string> sentences;
  for (const Json& one : outcomes) {
    std::string most;
    double largest = 0;
    for (const auto& [name, part] : one.at("parts").items()) {
      if (part.at("named") != true || std::abs(part.at("mean").get<double>()) <= largest) continue;
      largest = std::abs(part.at("mean").get<double>());
      most = fmt::format("most by {}: {}", name, with_interval(part));
    }
    const Json& all = one.at("together");
    if (all.at("flipped") == 0) {
      sentences.push_back(
          fmt::format("{}: the same with and without lobbying, in every pair.", in_words(one.at("metric"))));
      continue;
    }
    if (!all.at("mean").is_number() || !all.at("ci95").at(0).is_number()) continue;
    sentences.push_back(fmt::format(
        "{}: lobbying adds {} (95\u00a0% interval), the mean over conferences; {}.",
        in_words(one.at("metric")), with_interval(all), most.empty() ? "no part is named" : most));
  }
  return sentences;
}

bool is_code(const Json& one) { return one.at("metric") == "form" || one.at("metric") == "urban_level"; }

}  // namespace

std::string question_of(const Json& comparison) {
  if (is_attribution(comparison))
    return fmt::format(
        "What does each channel of lobbying add, and what do networks add beside them? {} sets of histories "
        "that "
        "share their draws; a contribution is {} minus the arm without the part.",
        comparison.at("pairs").get<int>(), comparison.at("arms").at(0).at("name").get<std::string>());
  const Json& other = comparison.at("arms").at(1);
  std::string settings;
  for (const Json& setting : other.at("settings"))
    settings += (settings.empty() ? "" : ", ") + setting.get<std::string>();
  return fmt::format(
      "What does {} change{}? {} pairs of histories that share their draws; a difference is {} minus {}.",
      other.at("name").get<std::string>(), settings.empty() ? "" : " (" + settings + ")",
      comparison.at("pairs").get<int>(), other.at("name").get<std::string>(),
      comparison.at("arms").at(0).at("name").get<std::string>());
}

std::vector<std::string> headline_of(const Json& comparison) {
  if (is_attribution(comparison)) return headline_of_attribution(comparison.at("mean_attribution"));
  std::vector<std::string> sentences;
  if (!comparison.contains("mean_conference")) return sentences;
  std::string unnamed;
  for (const Json& one : comparison.at("mean_conference")) {
    const std::string metric = one.at("metric");
    if (is_code(one) || metric.ends_with("_unconditional")) continue;
    if (one.at("named") == true)
      sentences.push_back(fmt::format("{}: {} (95\u00a0% interval), the mean over conferences, from {:.3g}.",
                                      in_words(metric), with_interval(one), one.at("full").get<double>()));
    if (metric == "adopted" && one.at("named") == false)
      unnamed = fmt::format("Whether a text is adopted: {}, too small to matter, or not shown.",
                            with_interval(one));
  }
  if (!unnamed.empty()) sentences.insert(sentences.begin(), unnamed);
  if (sentences.empty()) sentences.emplace_back("No difference is named: too small to matter, or not shown.");
  return sentences;
}

std::string comparison_page(const std::string& compare_json, const std::string& shown_as,
                            std::span<const ResultSet> results, const PreparedScenario& prepared,
                            const DataFolders& folders) {
  HANSA_EXPECT(!page_template.empty());
  const Json comparison = read_comparison(compare_json, shown_as);
  const std::size_t other = other_arm(comparison);
  HANSA_EXPECT(other < results.size());
  const Scenario& scenario = prepared.scenario();
  const Json data = {{"run", identity_part(results.front(), prepared)},
                     {"comparison", shown_part(comparison, results.front(), results[other])},
                     {"events", events_within(prepared, years_of(results.front()))},
                     {"parameters", parameter_part(*prepared.loaded)},
                     {"sources", source_part(folders)}};
  return fill_page(page_template,
                   {.title = scenario.title.empty() ? scenario.name : scenario.title,
                    .question = question_of(comparison),
                    .headline = headline_of(comparison)},
                   data);
}

}  // namespace hansa
