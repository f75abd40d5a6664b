#include "sweeps/cluster/slurm_submission.hpp"

#include <fstream>
#include <iterator>
#include <span>

#include <fmt/core.h>

#include "support/files/publish.hpp"
#include "sweeps/run/sweep_folder.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

fs::path script_in(const fs::path& folder, std::size_t number) {
  return folder / (number == 1 ? "submit.sh" : fmt::format("submit-{}.sh", number));
}

/// Number of scripts.
std::size_t count_scripts(const fs::path& folder) {
  std::error_code ignored;
  std::size_t n = 0;
  while (fs::exists(fs::symlink_status(script_in(folder, n + 1), ignored))) ++n;
  return n;
}

}  // namespace

std::optional<Submission> last_submission(const fs::path& folder) {
  const std::size_t n = count_scripts(folder);
  if (n == 0) return std::nullopt;
  std::ifstream stream(script_in(folder, n), std::ios::binary);
  return Submission{script_in(folder, n), {std::istreambuf_iterator<char>(stream), {}}};
}

fs::path put_script(const fs::path& folder, const std::string& text) {
  make_folder(folder / "logs");
  for (;;) {  // another process may take a number first
    if (const auto last = last_submission(folder); last && last->text == text) return last->script;
    const fs::path script = script_in(folder, count_scripts(folder) + 1);
    if (publish_new(script, std::as_bytes(std::span(text)))) return script;
  }
}

std::vector<std::string> sbatch_command(const fs::path& script, const std::vector<std::size_t>& tasks,
                                        std::size_t max_running) {
  return {"sbatch", "--array=" + array_of(tasks, max_running), script.string()};
}

std::string resubmission(const fs::path& folder, const std::vector<std::size_t>& missing_shards) {
  const auto last = last_submission(folder);
  const TaskArray array = last ? array_of_script(last->text) : TaskArray{};
  if (array.n_tasks == 0 || missing_shards.empty()) return "";
  return shell_line(
      sbatch_command(last->script, missing_tasks(missing_shards, array.n_tasks), array.max_running));
}

}  // namespace hansa
