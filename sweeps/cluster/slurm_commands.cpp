#include "sweeps/cluster/slurm_commands.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/files/file_error.hpp"

namespace hansa {
namespace {

/// The path of an executable in PATH; empty if there is none.
std::filesystem::path find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const std::filesystem::path file = std::filesystem::path(folders.substr(0, end)) / name;
    if (::access(file.c_str(), X_OK) == 0) return file;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

/// Output and exit status of a program.
struct Answer {
  std::string text;
  int status = 0;  // from 128: ended by a signal
};

/// Runs a program to its end and captures its output; its errors go to ours, or to /dev/null. Throws
/// FileError if it cannot be started.
Answer call_program(const std::vector<std::string>& words, bool quiet = false) {
  const auto fail = [&](int error) { throw FileError(words[0], system_cause("cannot be started", error)); };
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail(errno);
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  if (quiet) ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;  // signals that we ignore have their default in the program
  ::posix_spawnattr_init(&attributes);
  sigset_t ignored;
  ::sigemptyset(&ignored);
  for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaddset(&ignored, signal);
  ::posix_spawnattr_setsigdefault(&attributes, &ignored);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, pointers[0], &actions, &attributes, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  ::close(pipe[1]);
  Answer answer;
  std::array<char, 4096> buffer;
  for (ssize_t n = 1; error == 0 && n != 0;) {
    n = ::read(pipe[0], buffer.data(), buffer.size());
    if (n < 0 && errno != EINTR) break;
    if (n > 0) answer.text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  ::close(pipe[0]);
  if (error != 0) fail(error);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return answer;
}

}  // namespace

bool has_sbatch() { return !find_program("sbatch").empty(); }

QueuedJob find_queued_job(const std::filesystem::path& folder) {
  if (find_program("squeue").empty()) return {};
  const Answer answer = call_program({"squeue", "--noheader", "--me", "--format=%F|%o"}, true);
  for (std::size_t at = 0; at < answer.text.size();) {
    const std::size_t end = std::min(answer.text.find('\n', at), answer.text.size());
    const std::string line = answer.text.substr(at, end - at);
    at = end + 1;
    const auto bar = line.find('|');
    if (bar != std::string::npos && line.substr(bar + 1).starts_with((folder / "submit").string()))
      return {line.substr(0, bar), answer.status};
  }
  return {"", answer.status};
}

std::string submit_job(const std::vector<std::string>& command) {
  std::vector<std::string> words = command;
  words.insert(words.begin() + 1, "--parsable");
  const Answer answer = call_program(words);
  if (answer.status != 0)
    throw FileError("sbatch", fmt::format("ended with status {} without a job; the job script is {}",
                                          answer.status, command.back()));
  return answer.text.substr(0, answer.text.find_first_of(";\n"));  // NUMBER or NUMBER;CLUSTER
}

}  // namespace hansa
