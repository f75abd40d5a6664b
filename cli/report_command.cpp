#include <memory>
#include <span>
#include <system_error>

#include <fmt/core.h>

#include "analysis/report/comparison_page.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/result_folder.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/presence.hpp"
#include "support/files/publish.hpp"
#include "support/numbers/parallel.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/page/sweep_page.hpp"
#include "sweeps/run/shard_file.hpp"

namespace hansa {
namespace {

struct ReportOptions {
  std::string folder;
  std::optional<std::string> out;
  bool force = false;
};

/// DIR.html: not in the folder, which holds what its run.json lists and nothing else.
std::filesystem::path beside(const std::filesystem::path& folder) {
  std::filesystem::path name = std::filesystem::absolute(folder).lexically_normal();
  if (!name.has_filename()) name = name.parent_path();
  return folder.is_absolute() ? name += ".html"
                              : name.lexically_relative(std::filesystem::current_path()) += ".html";
}

/// The page of what a folder holds; of a sweep with the runs that it lacks.
SweepPage page_of(const std::string& folder) {
  const DataFolders data = program_data();
  if (is_there(std::filesystem::path(folder) / "sweep.yaml")) {
    const SweepFolder opened(folder);
    return sweep_page(open_sweep(opened, data).plan, opened, "", data);
  }
  const ResultFolder found = find_result_files(folder);
  return {.text = found.kind == FolderKind::Run ? run_page(found.files.front(), data, machine_threads())
                                                : comparison_page(folder, found, data)};
}

int make_report(const ReportOptions& options) {
  if (!can_make_pages()) throw CommandLineError("hansa report", std::string(without_pages));
  const std::filesystem::path file =
      options.out ? std::filesystem::path(*options.out) : beside(options.folder);
  const SweepPage page = page_of(options.folder);
  if (options.force) expect_replaceable(file);
  publish(file, std::as_bytes(std::span(page.text)), options.force);
  print_result(fmt::format("{}: {:.1f} MB; open it in a browser\n", file.string(),
                           static_cast<double>(page.text.size()) / 1e6));
  if (page.n_failed + page.n_missing > 0)
    remark(fmt::format("hansa: of {} {} failed and {} are still missing; the page rests on the others\n",
                       counted(page.n_runs, "run"), page.n_failed, page.n_missing));
  return page.n_failed > 0 ? some_failed : done;
}

}  // namespace

Verb report_verb() {
  auto options = std::make_shared<ReportOptions>();
  return {.name = "report",
          .about = "Show a run, a comparison or a sweep as one HTML page with charts, a map and tables",
          .options = {{.name = "DIR",
                       .target = &options->folder,
                       .help = "folder of a run, a comparison or a sweep, which need not be complete",
                       .required = true},
                      {.name = "--out",
                       .target = &options->out,
                       .help = "file to write; default DIR.html, beside the folder",
                       .metavar = "FILE",
                       .letter = "-o"},
                      {.name = "--force",
                       .target = &options->force,
                       .help = "allow a file of that name to be replaced"}},
          .notes =
              "The page loads nothing from elsewhere: it can be mailed, archived, printed. The exit status "
              "is 4 if runs "
              "of a sweep failed, which the page says.",
          .examples = {"hansa report results/paris-2015", "hansa report results/paris-2015 -o paris.html"},
          .run = [options] { return make_report(*options); }};
}

}  // namespace hansa
