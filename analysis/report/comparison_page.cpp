#include "analysis/report/comparison_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/export/comparison_tables.hpp"
#include "analysis/report/page_parts.hpp"
#include "analysis/report/page_template.hpp"
#include "analysis/report/page_text.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "support/files/file_error.hpp"
#include "support/input/text_file.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> parts = {
    "pairs", "arms", "smallest", "differences", "yearly", "mean_conference", "mean_attribution"};

/// The parts of a comparison that its page shows.
Json read_comparison(const std::string& text, const std::string& shown_as) {
  static_cast<void>(comparison_tables(text, shown_as));  // refuses what is no comparison
  Json kept = Json::object(), all = Json::parse(text);
  for (const std::string_view part : parts)
    if (all.contains(part)) kept[std::string(part)] = all[std::string(part)];
  if (all.contains("split")) {  // means over conferences alone
    kept["mean_split"] = Json::array();
    for (const Json& one : all["split"])
      if (!one.contains("conference")) kept["mean_split"].push_back(one);
  }
  return kept;
}

/// A name of the result file as the first word of a sentence.
std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

/// "-0.10 [-0.12, -0.08]", to about a tenth of the interval.
std::string with_interval(const Json& one) {
  const double low = one["ci95"][0], high = one["ci95"][1];
  const int digits =
      high > low ? std::clamp(static_cast<int>(std::lround(-std::log10(high - low))) + 1, 0, 4) : 3;
  return fmt::format("{0:+.{3}f} [{1:+.{3}f}, {2:+.{3}f}]", one["mean"].get<double>(), low, high, digits);
}

bool is_code(const Json& one) { return one["metric"] == "form" || one["metric"] == "urban_level"; }

}  // namespace

std::string question_of(const Json& comparison) {
  const Json& other = comparison["arms"][1];
  std::string settings;
  for (const Json& setting : other["settings"])
    settings += (settings.empty() ? "" : ", ") + setting.get<std::string>();
  return fmt::format(
      "What does {} change{}? {} pairs of histories that share their draws; a difference is {} minus {}.",
      other["name"].get<std::string>(), settings.empty() ? "" : " (" + settings + ")",
      comparison["pairs"].get<int>(), other["name"].get<std::string>(),
      comparison["arms"][0]["name"].get<std::string>());
}

std::vector<std::string> headline_of(const Json& comparison) {
  std::vector<std::string> sentences;
  if (!comparison.contains("mean_conference")) return sentences;
  std::string unnamed;
  for (const Json& one : comparison["mean_conference"]) {
    const std::string metric = one["metric"];
    if (is_code(one) || metric.ends_with("_unconditional")) continue;
    if (one["named"] == true)
      sentences.push_back(fmt::format("{}: {} (95\u00a0% interval), the mean over conferences, from {:.3g}.",
                                      in_words(metric), with_interval(one), one["full"].get<double>()));
    if (metric == "adopted" && one["named"] == false)
      unnamed = fmt::format("Whether a text is adopted: {}, too small to matter, or not shown.",
                            with_interval(one));
  }
  if (!unnamed.empty()) sentences.insert(sentences.begin(), unnamed);
  if (sentences.empty()) sentences.emplace_back("No difference is named: too small to matter, or not shown.");
  return sentences;
}

std::string comparison_page(const std::string& compare_json, const std::string& shown_as,
                            const ResultSet& result, const PreparedScenario& prepared,
                            const DataFolders& folders) {
  HANSA_EXPECT(!page_template.empty());
  const Json comparison = read_comparison(compare_json, shown_as);
  const Scenario& scenario = prepared.scenario();
  const Json data = {{"run", identity_part(result, prepared)},
                     {"comparison", comparison},
                     {"parameters", parameter_part(prepared)},
                     {"sources", source_part(folders)}};
  return fill_page(page_template,
                   {.title = scenario.title.empty() ? scenario.name : scenario.title,
                    .question = question_of(comparison),
                    .headline = headline_of(comparison)},
                   data);
}

std::string comparison_page(const std::filesystem::path& folder, const ResultFolder& found,
                            const DataFolders& folders) {
  constexpr std::size_t longest = std::size_t{1} << 30;  // [bytes]
  const std::filesystem::path file = folder / "compare.json";
  std::string reason;
  const auto text = read_bytes(file, longest, reason);
  if (!text) throw FileError(file, reason);
  const std::filesystem::path first =
      read_comparison(*text, file.string())["arms"][0]["out"].get<std::string>();
  const auto arm = std::ranges::find_if(
      found.files, [&](const auto& one) { return one.parent_path().filename() == first.filename(); });
  if (arm == found.files.end())
    throw ScenarioError(
        {{.file = folder.string(), .key = "file", .message = "lacks the arm " + first.string()}});
  const ResultSet result = read_result(*arm);
  return comparison_page(
      *text, file.string(), result,
      prepare_text(text_attribute(result, "scenario"), arm->parent_path() / "scenario.yaml", folders),
      folders);
}

}  // namespace hansa
