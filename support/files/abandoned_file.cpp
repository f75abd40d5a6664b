#include "support/files/abandoned_file.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/files/presence.hpp"
#include "support/files/rename.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

std::string marker_of(HiddenKind kind) { return kind == HiddenKind::Temporary ? ".part-" : ".old-"; }

bool is_alive(int process) { return ::kill(process, 0) == 0 || errno == EPERM; }

enum class Lock { Held, Free, Unknown };

// Unknown if the file cannot be opened or its file system has no locks.
Lock lock_of(const std::filesystem::path& path) {
  int descriptor = ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);  // NFS locks need write access
  if (descriptor < 0) descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return Lock::Unknown;
  const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  const bool held = !free && errno == EWOULDBLOCK;
  ::close(descriptor);
  return free ? Lock::Free : held ? Lock::Held : Lock::Unknown;
}

// Minutes old, so that its process has had time to lock it. Files only: where another host's locks are not
// visible, a file removed by mistake is written again by its process, but a folder would be lost.
bool is_old_file(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, failed))) return false;
  const auto changed = std::filesystem::last_write_time(path, failed);
  return !failed && std::filesystem::file_time_type::clock::now() - changed > std::chrono::minutes(5);
}

// A process number of this host may belong to another container or may have been reused.
bool has_owner(const std::filesystem::path& path, const Hidden& hidden) {
  const Lock lock = lock_of(path);
  if (lock == Lock::Held) return true;
  if (hidden.host == host_name() && !is_alive(hidden.process)) return false;
  return lock == Lock::Unknown || !is_old_file(path);
}

// In a shared folder others may plant such names, and would have theirs renamed to what is looked for.
bool is_own(const std::filesystem::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && status.st_uid == ::geteuid();
}

bool remove_hidden(const std::filesystem::path& path, const Hidden& hidden) {
  if (hidden.kind == HiddenKind::Replaced) {
    const int error = rename_quietly(path, folder_above(path) / hidden.name, Replacing::Never);
    if (error != EEXIST) return error == 0;  // the old one is useless only if a new one has its name
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

std::filesystem::path hidden_name(const std::filesystem::path& file, HiddenKind kind, int number) {
  return file.parent_path() / fmt::format(".{}{}{}-{}-{}", file.filename().string(), marker_of(kind),
                                          host_name(), ::getpid(), number);
}

std::optional<Hidden> read_hidden_name(std::string_view hidden) {
  const auto at_old = hidden.rfind(marker_of(HiddenKind::Replaced)),
             at_temporary = hidden.rfind(marker_of(HiddenKind::Temporary));
  const auto no = std::string_view::npos;
  const bool is_temporary = at_old == no || (at_temporary != no && at_temporary > at_old);
  const auto at = is_temporary ? at_temporary : at_old;
  const HiddenKind kind = is_temporary ? HiddenKind::Temporary : HiddenKind::Replaced;
  if (at == no || at < 2 || hidden.front() != '.') return std::nullopt;
  const std::string_view owner =
      hidden.substr(at + marker_of(kind).size());  // HOST-PID-n; a host may have dashes
  const auto last = owner.rfind('-');
  if (last == no || last == 0) return std::nullopt;
  const auto dash = owner.rfind('-', last - 1);
  if (dash == no || dash == 0 || owner[dash - 1] == '-') return std::nullopt;
  int process = 0, number = 0;
  const bool is_numbered = read_numeral(owner.substr(dash + 1, last - dash - 1), process) &&
                           read_numeral(owner.substr(last + 1), number);
  if (!is_numbered || process < 1 || number < 0) return std::nullopt;
  return Hidden{kind, std::string(hidden.substr(1, at - 1)), std::string(owner.substr(0, dash)), process};
}

bool is_in_work(const std::filesystem::path& file) {
  const std::string name = file.filename().string(), start = "." + name + marker_of(HiddenKind::Temporary);
  for (const auto& entry : entries_of(folder_above(file))) {
    const std::string beside = entry.path().filename().string();
    if (!beside.starts_with(start)) continue;
    const auto hidden = read_hidden_name(beside);
    if (!hidden || hidden->name != name) continue;
    const bool own = hidden->host == host_name() && hidden->process == ::getpid();
    // on another host only locked files count: its dead processes cannot be recognised
    const bool here = hidden->host == host_name();
    if (!own && (here ? has_owner(entry.path(), *hidden) : lock_of(entry.path()) == Lock::Held)) return true;
  }
  return false;
}

std::size_t remove_abandoned_files(const std::filesystem::path& folder) {
  std::size_t n_removed = 0;
  for (const auto& entry : entries_of(folder)) {
    const std::filesystem::path& path = entry.path();
    const auto hidden = read_hidden_name(path.filename().string());
    if (hidden && is_own(path) && !has_owner(path, *hidden) && remove_hidden(path, *hidden)) ++n_removed;
  }
  return n_removed;
}

}  // namespace hansa
