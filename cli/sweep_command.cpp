#include <chrono>
#include <memory>
#include <optional>

#include <fmt/core.h>

#include "analysis/report/run_page.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/numbers/parallel.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/page/sweep_page.hpp"
#include "sweeps/report/sweep_answer.hpp"
#include "sweeps/report/sweep_outlook.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

struct SweepOptions {
  std::string sweep;
  std::optional<std::string> out;
  std::string part = "1/1", on_error = "continue";
  std::size_t threads = machine_threads(), max_shards = usual_shards;
  bool plan = false, json = false, quiet = false, with_page = false;
};

/// Runs the missing shards of a part. nullopt, with a remark, if a run failed and --on-error is stop.
std::optional<SweepProgress> run_missing(const SweepPlan& plan, const SweepFolder& folder,
                                         const WorkerPart& part, const std::atomic<bool>& stop,
                                         const SweepOptions& options) {
  Progress progress("runs", count_missing_runs(plan, folder, part), options.quiet);
  try {
    const SweepProgress made =
        run_sweep(plan, folder, part,
                  {.n_threads = options.threads,
                   .stop_on_failure = options.on_error == "stop",
                   .watch = {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop},
                   .failed = [&] { progress.note_failure(); },
                   .runner = {}},
                  [&](std::size_t n) {
                    progress.finish();
                    if (!options.quiet)
                      remark(fmt::format("hansa: waiting for {} of another process\n", counted(n, "shard")));
                  });
    progress.finish();
    return made;
  } catch (const RunFailure& failure) {
    progress.finish();
    remark(
        fmt::format("hansa: {}\nhansa: stopped at this failure; its shard is not written\n", failure.what()));
    return std::nullopt;
  }
}

int sweep(const SweepOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  if (options.with_page && !can_make_pages()) throw CommandLineError("--report", std::string(without_pages));
  const WorkerPart part = *read_worker_part(options.part);
  const DataFolders folders = program_data();
  const SweepPlan plan = plan_sweep(options.sweep, folders);
  const std::string out = options.out.value_or("results/" + plan.sweep.name);
  refuse_unworkable(plan, SweepFolder(out, plan), options.max_shards);
  if (options.plan) {  // nothing is written
    const SweepOutlook outlook = look_ahead(plan, part, out, options.threads);
    print(
        options.json, [&] { return outlook_json(plan, outlook); },
        [&] { return outlook_text(plan, outlook); });
    return done;
  }
  const std::atomic<bool>& stop = stop_on_signal();
  refuse_full_disk(plan, count_missing_runs(plan, SweepFolder(out, plan), part), out);
  const SweepFolder folder = SweepFolder::open(out, plan);
  const auto report_line = [&](const std::string& line) {
    if (!options.quiet) remark("hansa: " + line + "\n");
  };
  report_line(
      fmt::format("{}: {}, {}, {}: {} in {}, seed {}, {}", plan.sweep.name,
                  counted(plan.sweep.n_points, "design point"), counted(plan.sweep.arms.size(), "arm"),
                  counted(plan.sweep.realizations, "realization"), counted(plan.n_runs(), "run"),
                  counted(plan.n_shards(), "shard"), plan.sweep.seed, counted(options.threads, "thread")));
  const std::optional<SweepProgress> made = run_missing(plan, folder, part, stop, options);
  if (!made) return some_failed;
  const std::size_t n_left = folder.missing(plan.n_shards()).size();
  if (made->stopped) {
    remark(fmt::format("hansa: stopped; {} of {} shards are in {}, the same command runs the rest\n",
                       plan.n_shards() - n_left, plan.n_shards(), out));
    return stopped;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  report_line(
      fmt::format("{:.1f} s; {} in {} written to {}{}", seconds, counted(made->n_runs_done, "run"),
                  counted(made->n_shards_done, "shard"), out,
                  made->n_kept > 0 ? fmt::format(", {} of them kept, not run again", made->n_kept) : ""));
  if (n_left > 0) {  // the other parts belong to other processes
    report_line(
        fmt::format("{} of {} shards are still missing: hansa status {}", n_left, plan.n_shards(), out));
    return made->n_failed > 0 ? some_failed : done;
  }
  if (part.n > 1) {  // the log of a task is no place for the results of all
    report_line(fmt::format("all {} shards are done: hansa analyze {}", plan.n_shards(), out));
    return made->n_failed > 0 ? some_failed : done;
  }
  if (options.with_page)
    report_line(fmt::format("open {} in a browser", add_sweep_page(plan, folder, "", folders).string()));
  const Answer answer = options.json ? answer_json(plan, folder, {}, seconds) : answer_text(plan, folder, {});
  print(
      options.json, [&] { return std::string(answer.text); }, [&] { return answer.text; });
  tell_next({{"analyze", out}, {"merge", out}}, options.quiet || options.json);
  return answer.n_failed > 0 ? some_failed : done;
}

}  // namespace

Verb sweep_verb() {
  auto options = std::make_shared<SweepOptions>();
  return {
      .name = "sweep",
      .about = "Run a scenario at many parameter points, or resume",
      .options = {{.name = "SWEEP",
                   .target = &options->sweep,
                   .help = "a sweep file, or the name of one in the library (hansa list)",
                   .required = true},
                  {.name = "--out",
                   .target = &options->out,
                   .help = "folder of the sweep; default results/NAME. Finished shards are not run again",
                   .metavar = "DIR"},
                  {.name = "--shard",
                   .target = &options->part,
                   .help = "run part I of N, for several processes on one sweep",
                   .metavar = "I/N",
                   .expects = "I/N with I from 1 to N, such as 2/8",
                   .accepts = [](const std::string& text) { return read_worker_part(text).has_value(); }},
                  threads_option(options->threads),
                  {.name = "--on-error",
                   .target = &options->on_error,
                   .help = "when a run fails: record it and continue, or stop",
                   .choices = {"continue", "stop"}},
                  {.name = "--max-shards",
                   .target = &options->max_shards,
                   .help = "largest number of files of a sweep",
                   .bounds = Bounds{1, 100000}},
                  {.name = "--plan",
                   .target = &options->plan,
                   .help = "estimate runs, time and bytes without running"},
                  {.name = "--json",
                   .target = &options->json,
                   .help = "print one JSON object instead of the table"},
                  {.name = "--report",
                   .target = &options->with_page,
                   .help = "when it is complete, write DIR/report.html: charts, dials, tables",
                   .excludes = {"--shard", "--plan"}},
                  {.name = "--quiet", .target = &options->quiet, .help = "no progress or remarks on stderr"}},
      .notes = "After a stop or a kill the same command resumes.",
      .examples = {"hansa sweep gridlock-one-off --out results/one-off"},
      .run = [options] { return sweep(*options); }};
}

}  // namespace hansa
