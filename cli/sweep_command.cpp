#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "analysis/sweep_estimate.hpp"
#include "analysis/sweep_report.hpp"
#include "analysis/sweep_summary.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/stop_signal.hpp"
#include "cli/streams.hpp"
#include "scenarios/counted.hpp"
#include "scenarios/sweep/load_sweep.hpp"
#include "sim/parallel.hpp"
#include "sim/sweep/run_sweep.hpp"

namespace hansa {
namespace {

struct SweepOptions {
  std::string sweep;
  std::optional<std::string> out;
  std::string part = "1/1", on_error = "continue";
  std::size_t threads = machine_threads(), max_shards = usual_shards;
  bool plan = false, json = false, quiet = false;
};

/// I/N as parts are counted by people, from 1.
std::optional<WorkerPart> read_part(std::string_view text) {
  WorkerPart part;
  const char* end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, part.index);
  if (index.ec != std::errc() || index.ptr == end || *index.ptr != '/') return std::nullopt;
  const auto n = std::from_chars(index.ptr + 1, end, part.n);
  if (n.ec != std::errc() || n.ptr != end || part.index < 1 || part.index > part.n) return std::nullopt;
  --part.index;
  return part;
}

/// What is ahead; nothing is written.
int tell_plan(const SweepPlan& plan, const WorkerPart& part, const std::string& out,
              const SweepOptions& options) {
  constexpr double mega = 1e6;
  const SweepFolder folder(out);
  const std::size_t n_missing = count_missing_runs(plan, folder, part);
  refuse_full_disk(plan, n_missing, out);
  const std::size_t n_threads = std::min(options.threads, machine_threads());  // more take turns
  const double seconds = n_missing > 0 ? estimate_seconds(plan, n_missing, n_threads) : 0;
  const double bytes = estimate_bytes(plan, plan.n_runs());
  if (options.json) {
    const nlohmann::ordered_json json = {{"sweep", plan.sweep.name},
                                         {"sweep_sha256", plan.stamp.sha256},
                                         {"design_points", plan.sweep.n_points},
                                         {"arms", plan.sweep.arms.size()},
                                         {"realizations", plan.sweep.realizations},
                                         {"runs", plan.n_runs()},
                                         {"shards", plan.n_shards()},
                                         {"missing_runs", n_missing},
                                         {"threads", n_threads},
                                         {"seconds", seconds},
                                         {"bytes", bytes},
                                         {"out", out}};
    print_result(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    return done;
  }
  print_result(fmt::format(
      "{}: {} ({} x {} x {}) in {}\n"
      "to do: {}, about {:.0f} s ({:.2f} h) on {}\n"
      "on disk: about {:.1f} MB in {}, of {:.0f} MB free\n",
      plan.sweep.name, counted(plan.n_runs(), "run"), counted(plan.sweep.n_points, "design point"),
      counted(plan.sweep.arms.size(), "arm"), counted(plan.sweep.realizations, "realization"),
      counted(plan.n_shards(), "shard"), counted(n_missing, "run"), seconds, seconds / 3600,
      counted(n_threads, "thread"), bytes / mega, out, free_space(out) / mega));
  return done;
}

/// Runs what is missing. Nothing is given back, and why is told, if a run failed and that was to be the end.
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
                      remark(fmt::format("hansa: waiting for {} that another process has in hand\n",
                                         counted(n, "shard")));
                  });
    progress.finish();
    return made;
  } catch (const RunFailure& failure) {
    progress.finish();
    remark(
        fmt::format("hansa: {}\nhansa: stopped at this failure, its shard is not written\n", failure.what()));
    return std::nullopt;
  }
}

int sweep(const SweepOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const WorkerPart part = *read_part(options.part);
  const DataFolders folders = find_data_folders();
  const SweepPlan plan = make_plan(load_sweep(options.sweep, folders), folders);
  const std::string out = options.out.value_or("results/" + plan.sweep.name);
  refuse_edited_sweep(SweepFolder(out));
  SweepFolder(out).refuse_other(plan);
  // whoever opened the folder agreed to its number of files
  if (!SweepFolder(out).holds(plan)) refuse_many_shards(plan, options.max_shards);
  refuse_large_shards(plan);
  if (options.plan) return tell_plan(plan, part, out, options);
  const std::atomic<bool>& stop = stop_on_signal();
  refuse_full_disk(plan, count_missing_runs(plan, SweepFolder(out), part), out);
  const SweepFolder folder = SweepFolder::open(out, plan);
  const auto tell = [&](const std::string& line) {
    if (!options.quiet) remark("hansa: " + line + "\n");
  };
  tell(fmt::format("{}: {}, {}, {}: {} in {}, seed {}, {}", plan.sweep.name,
                   counted(plan.sweep.n_points, "design point"), counted(plan.sweep.arms.size(), "arm"),
                   counted(plan.sweep.realizations, "realization"), counted(plan.n_runs(), "run"),
                   counted(plan.n_shards(), "shard"), plan.sweep.seed, counted(options.threads, "thread")));
  const std::optional<SweepProgress> made = run_missing(plan, folder, part, stop, options);
  if (!made) return some_failed;
  const std::size_t n_left = folder.missing(plan.n_shards()).size();
  if (made->stopped) {
    remark(fmt::format("hansa: stopped; {} of {} shards are in {}, the same command does the rest\n",
                       plan.n_shards() - n_left, plan.n_shards(), out));
    return stopped;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  tell(fmt::format("{:.1f} s; {} in {} were missing and are written to {}", seconds,
                   counted(made->n_runs_done, "run"), counted(made->n_shards_done, "shard"), out));
  if (n_left > 0) {  // the other parts are others' work
    tell(fmt::format("{} of {} shards are missing still: hansa status {}", n_left, plan.n_shards(), out));
    return made->n_failed > 0 ? some_failed : done;
  }
  const SweepSummary summary = summarise_sweep(plan, folder);
  print_result(options.json ? sweep_json(plan, summary, out, seconds) : sweep_text(plan, summary));
  return summary.n_failed > 0 ? some_failed : done;
}

}  // namespace

void add_sweep(CLI::App& app, int& status) {
  auto options = std::make_shared<SweepOptions>();
  CLI::App* verb =
      app.add_subcommand("sweep", "Run a scenario at many points of its parameters, or go on doing so");
  verb->add_option("SWEEP", options->sweep, "a sweep file, or the name of one in the library (hansa list)")
      ->required();
  verb->add_option("--out", options->out,
                   "folder of the sweep; default results/NAME. What it holds is not run again");
  verb->add_option("--shard", options->part, "do the I-th of N parts of the work, beside other processes")
      ->type_name("I/N")
      ->check([](const std::string& text) {
        return read_part(text) ? "" : "expected I/N with I from 1 to N, such as 2/8; got " + text;
      });
  verb->add_option("--threads", options->threads, "threads; the results do not depend on it")
      ->check(CLI::Range(1, 1024));
  verb->add_option("--on-error", options->on_error, "when a run fails: record it and continue, or stop")
      ->check(CLI::IsMember({"continue", "stop"}));
  verb->add_option("--max-shards", options->max_shards, "how many files a sweep may write")
      ->check(CLI::Range(1, 100000));
  verb->add_flag("--plan", options->plan, "tell runs, time and bytes, and begin nothing");
  verb->add_flag("--json", options->json, "print one JSON object instead of the table");
  verb->add_flag("--quiet", options->quiet, "no progress and no remarks on stderr");
  verb->footer(
      "Example: hansa sweep gridlock-one-off --out results/one-off\nStopped or killed, the same command goes "
      "on.");
  verb->callback([options, &status] { status = sweep(*options); });
}

}  // namespace hansa
