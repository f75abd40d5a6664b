#include "sim/record/leftover.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "sim/record/rename.hpp"

namespace hansa {
namespace {

constexpr std::array kinds = {Leftover::Part, Leftover::Old};

std::string marker_of(Leftover kind) {
  return fmt::format(".{}-{}-", kind == Leftover::Part ? "part" : "old", host_name());
}

// A number that fills the text to its end, else nothing.
std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

bool is_alive(int process) { return ::kill(process, 0) == 0 || errno == EPERM; }

// In another container a process with a number that means nothing here may be at work.
bool is_claimed(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool claimed = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return claimed;
}

bool clear(const std::filesystem::path& path, const Hidden& hidden) {
  if (hidden.kind == Leftover::Old) {
    const int error = rename_quietly(path, folder_above(path) / hidden.name, Replacing::Never);
    if (error != EEXIST) return error == 0;  // only a new one in its place makes the old one useless
  }
  std::error_code failed;
  std::filesystem::remove_all(path, failed);
  return !failed;
}

}  // namespace

std::filesystem::path folder_above(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : ".";
}

std::string host_name() {
  std::array<char, HOST_NAME_MAX + 1> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::filesystem::path hidden_name(const std::filesystem::path& file, Leftover kind, int number) {
  return file.parent_path() /
         fmt::format(".{}{}{}-{}", file.filename().string(), marker_of(kind), ::getpid(), number);
}

std::optional<Hidden> read_hidden_name(std::string_view hidden) {
  for (const Leftover kind : kinds) {
    const std::string marker = marker_of(kind);
    const auto at = hidden.rfind(marker);
    if (at == std::string_view::npos || at < 2 || hidden.front() != '.') continue;
    const std::string_view numbers = hidden.substr(at + marker.size());
    const auto dash = numbers.find('-');
    if (dash == std::string_view::npos) continue;
    const auto process = read_number(numbers.substr(0, dash));
    if (process && *process > 0 && read_number(numbers.substr(dash + 1))) {
      return Hidden{kind, std::string(hidden.substr(1, at - 1)), *process};
    }
  }
  return std::nullopt;
}

bool is_in_work(const std::filesystem::path& file) {
  const std::string name = file.filename().string(), start = "." + name + marker_of(Leftover::Part);
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(folder_above(file), unreadable)) {
    const std::string beside = entry.path().filename().string();
    if (!beside.starts_with(start)) continue;
    const auto hidden = read_hidden_name(beside);
    const bool other = hidden && hidden->name == name && hidden->process != ::getpid();
    if (other && (is_alive(hidden->process) || is_claimed(entry.path()))) return true;
  }
  return false;
}

std::size_t sweep_leftovers(const std::filesystem::path& folder) {
  std::error_code unreadable;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable))
    paths.push_back(entry.path());
  std::size_t n_cleared = 0;
  for (const auto& path : paths) {
    const auto hidden = read_hidden_name(path.filename().string());
    if (hidden && !is_alive(hidden->process) && !is_claimed(path) && clear(path, *hidden)) ++n_cleared;
  }
  return n_cleared;
}

}  // namespace hansa
