#include "sweeps/cluster/slurm_commands.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/core.h>
#include <pwd.h>
#include <unistd.h>

#include "support/files/file_error.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/cluster/outside_program.hpp"

namespace hansa {
namespace {

/// Adds an option behind the word sbatch.
std::vector<std::string> with_option(std::vector<std::string> command, const std::string& option) {
  const auto sbatch = std::find(command.begin(), command.end(), "sbatch");
  command.insert(sbatch + 1, option);
  return command;
}

/// The value of a line "NAME = VALUE" of scontrol show config.
std::optional<std::size_t> setting_in(const std::string& config, std::string_view name) {
  for (const std::string& line : lines_in(config)) {
    if (!line.starts_with(name) || line.find_first_not_of(" =", name.size()) == name.size()) continue;
    const auto at = line.find_first_not_of(" =", name.size());
    const std::string value = at == std::string::npos ? "" : line.substr(at);
    std::size_t number = 0;
    return read_numeral(value.substr(0, value.find(' ')), number) ? std::optional(number) : std::nullopt;
  }
  return std::nullopt;
}

/// The user's MaxSubmitJobs, of the most generous account; nullopt if unknown or one has no limit.
std::optional<std::size_t> submit_limit() {
  const passwd* user = ::getpwuid(::getuid());
  if (user == nullptr || find_program("sacctmgr").empty()) return std::nullopt;
  const ProgramAnswer answer =
      call_program({"sacctmgr", "--noheader", "--parsable2", "--readonly", "show", "associations",
                    std::string("user=") + user->pw_name, "format=MaxSubmitJobs"},
                   true);
  std::optional<std::size_t> most;
  if (answer.status != 0) return most;
  for (const std::string& line : lines_in(answer.text)) {
    std::size_t number = 0;
    if (!read_numeral(line, number)) return std::nullopt;
    most = std::max(most.value_or(0), number);
  }
  return most;
}

}  // namespace

bool has_sbatch() { return !find_program("sbatch").empty(); }

std::optional<TaskLimit> find_task_limit() {
  std::optional<TaskLimit> least;
  const auto take = [&](std::string_view name, std::optional<std::size_t> value, std::size_t reserved) {
    if (!value || (least && *value - std::min(*value, reserved) >= least->n_tasks)) return;
    least = {*value - std::min(*value, reserved), fmt::format("{} {}", name, *value)};
  };
  if (!find_program("scontrol").empty()) {
    const ProgramAnswer answer = call_program({"scontrol", "show", "config"}, true);
    if (answer.status == 0) {
      take("MaxArraySize", setting_in(answer.text, "MaxArraySize"), 1);
      take("MaxJobCount", setting_in(answer.text, "MaxJobCount"), 0);
    }
  }
  take("MaxSubmitJobs", submit_limit(), 0);
  return least;
}

SubmittedJob submit_job(const std::vector<std::string>& command) {
  const ProgramAnswer answer = call_program(with_option(command, "--parsable"));
  if (answer.status != 0)
    throw FileError("sbatch", fmt::format("ended with status {} without a job; the job script is {}",
                                          answer.status, command.back()));
  const std::string line = answer.text.substr(0, answer.text.find('\n'));  // NUMBER or NUMBER;CLUSTER
  const auto semicolon = std::min(line.find(';'), line.size());
  return {line.substr(0, semicolon), line.substr(std::min(semicolon + 1, line.size()))};
}

void test_job(const std::vector<std::string>& command) {
  const ProgramAnswer answer = call_program(with_option(command, "--test-only"));
  if (answer.status != 0)
    throw FileError("sbatch", fmt::format("--test-only ended with status {}; nothing was submitted; the job "
                                          "script is {}",
                                          answer.status, command.back()));
}

}  // namespace hansa
