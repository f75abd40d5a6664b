// Verbs on the folder of a sweep: status, analyze, merge.
#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/core.h>

#include "analysis/report/run_page.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/streams.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/page/sweep_page.hpp"
#include "sweeps/report/status_report.hpp"
#include "sweeps/report/sweep_answer.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/sweep_status.hpp"

namespace hansa {
namespace {

struct FolderOptions {
  std::string folder;
  bool json = false, partial = false, force = false, points = false, csv = false, read = false,
       with_page = false;
  std::string missing = "conditional", conference;
  std::optional<std::string> method, curve, map;
  std::vector<std::string> where;
};

/// The words of an enumeration, and the enumerator of one of them.
template <Choice T> std::vector<std::string> words_of() {
  const auto words = choices(T{});
  return {words.begin(), words.end()};
}
template <Choice T> T enumerator_of(const std::string& word) {
  return *std::find_if(each<T>.begin(), each<T>.end(), [&](T value) { return name_of(value) == word; });
}

Option folder_option(FolderOptions& options) {
  return {.name = "DIR", .target = &options.folder, .help = "folder of a sweep", .required = true};
}

int print_status(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened, program_data()).plan;
  const SweepStatus found = options.read ? check_sweep(plan, opened) : survey_sweep(plan, opened);
  print(
      options.json, [&] { return status_json(plan, found, options.folder); },
      [&] { return status_text(plan, found, options.folder); });
  if (found.missing.empty() && found.damaged.empty()) tell_next({{"analyze", options.folder}}, options.json);
  return found.damaged.empty() ? done : difference;
}

/// The parameters of a curve or a map; none if neither is asked for.
std::vector<std::string> swept_parameters(const FolderOptions& options) {
  if (options.curve) return {*options.curve};
  if (!options.map) return {};
  const std::size_t comma = options.map->find(',');
  return {options.map->substr(0, comma), options.map->substr(comma + 1)};
}

int analyze(const FolderOptions& options) {
  if (options.with_page && !can_make_pages()) throw CommandLineError("--report", std::string(without_pages));
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened, program_data()).plan;
  const AnswerWay way{.missing = enumerator_of<MissingPolicy>(options.missing),
                      .method = options.method
                                    ? std::optional(enumerator_of<SensitivityMethod>(*options.method))
                                    : std::nullopt,
                      .conference = options.conference,
                      .points = options.points,
                      .parameters = swept_parameters(options),
                      .where = options.where};
  const Answer answer = options.csv    ? answer_csv(plan, opened, way)
                        : options.json ? answer_json(plan, opened, way, std::nullopt)
                                       : answer_text(plan, opened, way);
  if (answer.n_missing > 0)
    remark(fmt::format("hansa: {} of {} runs are still missing; hansa status {} lists them\n",
                       answer.n_missing, plan.n_runs(), options.folder));
  if (options.with_page)
    remark(fmt::format("hansa: open {} in a browser\n",
                       add_sweep_page(plan, opened, options.conference, program_data()).string()));
  const bool is_as_it_is = options.json || options.csv || options.map;
  print(
      is_as_it_is, [&] { return std::string(answer.text); }, [&] { return answer.text; });
  const auto& parameters = plan.sweep.parameters;
  std::vector<NextStep> next = {{"merge", options.folder}};
  if (!parameters.empty() && way.parameters.empty())
    next.insert(next.begin(), {"analyze", options.folder, "--curve", parameters.front().path});
  tell_next(next, is_as_it_is);
  return answer.n_failed > 0 ? some_failed : done;
}

int merge_folder(const FolderOptions& options) {
  const SweepFolder opened(options.folder);
  const SweepPlan plan = open_sweep(opened, program_data()).plan;
  const Merged merged = merge_sweep(plan, opened, {.partial = options.partial, .replace = options.force});
  for (const DamagedShard& damaged : merged.left_out)
    remark("hansa: left out and marked as missing: " + describe_damage(damaged) + "\n");
  print_result(fmt::format("{}{}: {} runs, {} missing, {} failed\n", merged.file.string(),
                           merged.was_there ? " is unchanged" : "", merged.n_runs, merged.n_missing,
                           merged.n_failed));
  tell_next({{"export", options.folder, "--csv"}, {"analyze", options.folder}});
  return merged.n_failed > 0 ? some_failed : done;
}

}  // namespace

Verb status_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "status",
          .about = "Report what of a sweep is done, missing, failed or damaged",
          .options = {folder_option(*options),
                      {.name = "--read",
                       .target = &options->read,
                       .help = "read every shard: failed runs, damaged bytes"},
                      {.name = "--json", .target = &options->json, .help = "print one JSON object"}},
          .notes = "Names and sizes say what is done; without --read no shard is opened.",
          .examples = {"hansa status results/gridlock-one-off"},
          .run = [options] { return print_status(*options); }};
}

Verb analyze_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {
      .name = "analyze",
      .about = "Tell which parameters of a sweep matter, or tabulate its points",
      .options =
          {{.name = "DIR",
            .target = &options->folder,
            .help = "folder of a sweep, complete or not",
            .required = true},
           {.name = "--method",
            .target = &options->method,
            .help = "measure of the parameters' influence; default that of the design, the table for a grid",
            .choices = words_of<SensitivityMethod>()},
           {.name = "--conference",
            .target = &options->conference,
            .help = "conference whose outcomes are analysed, or all; default the last",
            .metavar = "NAME"},
           {.name = "--missing",
            .target = &options->missing,
            .help = "runs that adopt no text have no depth: leave them out, count 0, or refuse",
            .choices = words_of<MissingPolicy>()},
           {.name = "--points",
            .target = &options->points,
            .help = "the table of design points, for designs that are drawn too"},
           {.name = "--curve",
            .target = &options->curve,
            .help = "outcomes as curves of this parameter, with bands, where adoption crosses one half, and "
                    "peaks",
            .metavar = "PARAMETER",
            .excludes = {"--method", "--points"}},
           {.name = "--map",
            .target = &options->map,
            .help = "mean outcomes over cells of two parameters, as CSV or --json",
            .metavar = "P,Q",
            .expects = "two parameters, such as gridlock.level,lobbying.strength",
            .accepts = [](const std::string& text) { return std::count(text.begin(), text.end(), ',') == 1; },
            .excludes = {"--method", "--points", "--curve"}},
           {.name = "--where",
            .target = &options->where,
            .help = "for --curve and --map: only the points with this value; repeatable",
            .metavar = "PARAMETER=VALUE"},
           {.name = "--csv",
            .target = &options->csv,
            .help = "print the table of design points, or the curves, as CSV",
            .excludes = {"--json", "--points", "--method"}},
           {.name = "--report",
            .target = &options->with_page,
            .help = "write DIR/report.html, too: charts, dials, tables"},
           {.name = "--json", .target = &options->json, .help = "print one JSON object instead of text"}},
      .notes = "Runs go realization by realization: a partial sweep is a balanced sample of the design.",
      .examples = {"hansa analyze results/known-cases", "hansa analyze results/gridlock --csv"},
      .run = [options] { return analyze(*options); }};
}

Verb merge_verb() {
  auto options = std::make_shared<FolderOptions>();
  return {.name = "merge",
          .about = "Merge all shards of a sweep into one file, merged.h5",
          .options = {folder_option(*options),
                      {.name = "--partial",
                       .target = &options->partial,
                       .help = "merge the intact shards and mark the missing runs"},
                      {.name = "--force",
                       .target = &options->force,
                       .help = "replace a merged.h5 with other content"}},
          .examples = {"hansa merge results/gridlock-one-off"},
          .run = [options] { return merge_folder(*options); }};
}

}  // namespace hansa
