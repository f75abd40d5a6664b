#include <memory>

#include <fmt/core.h>

#include "analysis/differences/reproduction.hpp"
#include "analysis/network_summary.hpp"
#include "analysis/results/result_folder.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

struct ReproduceOptions : RunOptions {
  std::string folder;
};

int reproduce(const ReproduceOptions& options) {
  const ResultFolder folder = find_result_files(options.folder);
  if (folder.kind == FolderKind::Sweep)
    throw ScenarioError(
        {{.file = options.folder,
          .key = "file",
          .message = "is a sweep; hansa verify checks its bytes, hansa run --from DIR --run K "
                     "repeats one run"}});
  const DataFolders data = program_data();
  const std::atomic<bool>& stop = stop_on_signal();
  int status = done;
  for (const std::filesystem::path& file : folder.files) {
    const KeptResult kept = read_kept(file, data);
    RunOptions again = options;
    again.networks = has_networks(kept.result);
    const std::optional<ResultSet> result = run_with_progress(kept.prepared, file.string(), again, stop);
    if (!result) return stopped;
    const Reproduction found = compare_bytes(file, kept.result, *result);
    const std::string writer = other_writer(kept.result, std::filesystem::path(options.folder) / "run.json");
    if (!writer.empty()) remark(fmt::format("hansa: {} {}\n", file.string(), writer));
    if (found.equal) {
      print_result(fmt::format("{}: reproduced, all {} bytes are equal\n", file.string(), found.n_bytes));
      continue;
    }
    status = difference;
    print_text(fmt::format("{}: not reproduced\n", file.string()) +
               (found.difference.empty() ? Text("the values are equal, the bytes that store them are not\n")
                                         : differences_text(found.difference, "the file", "this run")));
  }
  return status;
}

}  // namespace

Verb reproduce_verb() {
  auto options = std::make_shared<ReproduceOptions>();
  return {
      .name = "reproduce",
      .about = "Run a result again from what its file holds, and compare the bytes",
      .options = {{.name = "DIR",
                   .target = &options->folder,
                   .help = "folder of a run, or of a comparison, whose arms are all run",
                   .required = true},
                  threads_option(options->threads),
                  {.name = "--quiet", .target = &options->quiet, .help = "no progress or remarks on stderr"}},
      .notes =
          "Scenario and seed are those in result.h5, tables of facts those of this installation. A "
          "scenario's own tables are looked for beside result.h5.\n"
          "Nothing is written. The exit status is 1 if any byte differs.",
      .examples = {"hansa reproduce results/paris-2015"},
      .run = [options] { return reproduce(*options); }};
}

}  // namespace hansa
