#include <memory>
#include <span>

#include <fmt/core.h>

#include "analysis/report/comparison_page.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/result_folder.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/publish.hpp"
#include "support/input/problem.hpp"
#include "support/numbers/parallel.hpp"

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

int make_report(const ReportOptions& options) {
  const ResultFolder found = find_result_files(options.folder);
  if (found.kind == FolderKind::Sweep)
    throw ScenarioError(
        {{.file = options.folder,
          .key = "file",
          .message = "is a sweep; hansa report shows runs and comparisons, hansa analyze shows sweeps"}});
  if (!can_make_pages()) throw CommandLineError("hansa report", std::string(without_pages));
  const std::filesystem::path file =
      options.out ? std::filesystem::path(*options.out) : beside(options.folder);
  const DataFolders data = program_data();
  const std::string page = found.kind == FolderKind::Run
                               ? run_page(found.files.front(), data, machine_threads())
                               : comparison_page(options.folder, found, data);
  if (options.force) expect_replaceable(file);
  publish(file, std::as_bytes(std::span(page)), options.force);
  print_result(fmt::format("{}: {:.1f} MB; open it in a browser\n", file.string(),
                           static_cast<double>(page.size()) / 1e6));
  return done;
}

}  // namespace

Verb report_verb() {
  auto options = std::make_shared<ReportOptions>();
  return {.name = "report",
          .about = "Show a run or a comparison as one HTML page with charts, a map and tables",
          .options = {{.name = "DIR",
                       .target = &options->folder,
                       .help = "folder of a run or a comparison",
                       .required = true},
                      {.name = "--out",
                       .target = &options->out,
                       .help = "file to write; default DIR.html, beside the folder",
                       .metavar = "FILE",
                       .letter = "-o"},
                      {.name = "--force",
                       .target = &options->force,
                       .help = "allow a file of that name to be replaced"}},
          .notes = "The page loads nothing from elsewhere: it can be mailed, archived, printed.",
          .examples = {"hansa report results/paris-2015", "hansa report results/paris-2015 -o paris.html"},
          .run = [options] { return make_report(*options); }};
}

}  // namespace hansa
