#include "sweeps/page/sweep_page.hpp"

#include <span>

#include <nlohmann/json.hpp>

#include "analysis/report/page_parts.hpp"
#include "analysis/report/page_template.hpp"
#include "analysis/report/page_text.hpp"
#include "analysis/report/run_page.hpp"
#include "hansa_version.hpp"
#include "support/files/publish.hpp"
#include "support/numbers/expect.hpp"
#include "sweeps/page/page_words.hpp"
#include "sweeps/page/sweep_parts.hpp"
#include "sweeps/report/sweep_answer.hpp"
#include "sweeps/run/shard_file.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// Conferences times parameters times contrasts up to which all conferences are shown.
constexpr std::size_t most_blocks_shown = 400;

std::vector<std::string> conferences_shown(const SweepPlan& plan, const std::string& chosen) {
  const Sweep& sweep = plan.sweep;
  const std::size_t n_conferences = sweep.reference.scenario.conferences.size();
  const bool is_small =
      n_conferences * sweep.parameters.size() * contrasts_of(sweep).size() <= most_blocks_shown;
  return choose_conferences(plan, chosen.empty() && is_small ? "all" : chosen);
}

Json sweep_identity(const SweepPlan& plan) {
  return {{"name", plan.sweep.name},
          {"seed", std::to_string(plan.sweep.seed)},  // has more digits than a number of JavaScript
          {"realizations", plan.sweep.realizations},
          {"sha256", plan.stamp.sha256},
          {"version", version},
          {"commit", commit},
          {"scenario", plan.stamp.text}};
}

}  // namespace

SweepPage sweep_page(const SweepPlan& plan, const SweepFolder& folder, const std::string& conference,
                     const DataFolders& folders) {
  HANSA_EXPECT(can_make_pages());
  const SweepFindings found =
      find_out(plan, read_outcomes(plan, folder, conferences_shown(plan, conference)));
  Json sweep = design_part(found);
  sweep["completeness"] = completeness_part(found, folder);
  sweep["means"] = mean_part(found);
  sweep["curves"] = curve_part(found);
  sweep["maps"] = map_part(found);
  sweep["effects"] = effect_part(found);
  sweep["grid"] = grid_part(found);
  const Json data = {{"run", sweep_identity(plan)},
                     {"sweep", std::move(sweep)},
                     {"parameters", parameter_part(plan.sweep.reference)},
                     {"sources", source_part(folders)}};
  std::string text = fill_page(page_template,
                               {.title = plan.sweep.title.empty() ? plan.sweep.name : plan.sweep.title,
                                .question = question_of(plan),
                                .headline = headline_of(found)},
                               data);
  return {.text = std::move(text),
          .n_runs = plan.n_runs(),
          .n_failed = found.runs.n_failed,
          .n_missing = found.runs.n_missing};
}

std::filesystem::path add_sweep_page(const SweepPlan& plan, const SweepFolder& folder,
                                     const std::string& conference, const DataFolders& folders) {
  const std::string page = sweep_page(plan, folder, conference, folders).text;
  const std::filesystem::path file = folder.path() / "report.html";
  expect_replaceable(file);
  publish(file, std::as_bytes(std::span(page)), true);
  return file;
}

}  // namespace hansa
