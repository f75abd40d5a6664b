#include "support/machine/memory_left.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace hansa {
namespace {

namespace fs = std::filesystem;

/// The number in a file of one number; nullopt if it is "max" or cannot be read.
std::optional<double> number_in(const fs::path& file) {
  std::ifstream stream(file);
  double number = 0;
  if (stream >> number) return number;
  return std::nullopt;
}

/// The number behind a word in a file of words and numbers.
std::optional<double> number_behind(std::string_view wanted, const fs::path& file) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream words(line);
    std::string word;
    double number = 0;
    if (words >> word >> number && word == wanted) return number;
  }
  return std::nullopt;
}

/// How the files of a version of control groups are called.
struct GroupFiles {
  std::string_view limit, usage, droppable;
};
constexpr GroupFiles version_1{"memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"},
    version_2{"memory.max", "memory.current", "inactive_file"};

/// What a group leaves; nullopt if it has no limit.
std::optional<double> left_by(const fs::path& group, const GroupFiles& files) {
  constexpr double none = 1e18;  // version 1 writes a number near 2^63 for no limit
  const auto limit = number_in(group / files.limit);
  if (!limit || *limit > none) return std::nullopt;
  const double usage = number_in(group / files.usage).value_or(0),
               droppable = number_behind(files.droppable, group / "memory.stat").value_or(0);
  return std::max(0.0, *limit - usage + std::min(droppable, usage));
}

/// The group of this process below the mount of its controller, as /proc/self/cgroup has it: "N:memory:/path" or "0::/path".
std::optional<std::string> group_of(const fs::path& root, const GroupFiles& files) {
  const bool is_first = files.limit == version_1.limit;
  std::ifstream stream(root / "proc/self/cgroup");
  for (std::string line; std::getline(stream, line);) {
    const auto first = line.find(':'), second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    const bool wanted = is_first ? controllers.find(",memory,") != std::string::npos : controllers == ",,";
    if (wanted) return line.substr(second + 1);
  }
  return std::nullopt;
}

/// The least that the groups from that of this process up to the mount leave. A container may see the mount alone.
std::optional<double> left_by_groups(const fs::path& root, const fs::path& mount, const GroupFiles& files) {
  std::optional<double> least;
  const auto path = group_of(root, files);
  if (!path) return least;
  for (fs::path group = fs::path(*path).relative_path();; group = group.parent_path()) {
    const auto left = left_by(mount / group, files);
    if (left && (!least || *left < *least)) least = left;
    if (group.empty()) return least;
  }
}

/// What a limit of this process leaves beside what it uses of it.
std::optional<double> left_by_limit(decltype(RLIMIT_AS) resource, double used) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
  return std::max(0.0, static_cast<double>(limit.rlim_cur) - used);
}

}  // namespace

MemoryLeft memory_left(const fs::path& root) {
  MemoryLeft least;
  const auto bound = [&](std::optional<double> bytes, const char* by) {
    if (bytes && (least.bound.empty() || *bytes < least.bytes)) least = {*bytes, by};
  };
  constexpr double kilo = 1024;
  const auto of_machine = number_behind("MemAvailable:", root / "proc/meminfo");
  if (of_machine) bound(*of_machine * kilo, "free");
  bound(left_by_groups(root, root / "sys/fs/cgroup/memory", version_1), "left by the control group");
  bound(left_by_groups(root, root / "sys/fs/cgroup", version_2), "left by the control group");
  bound(left_by_groups(root, root / "sys/fs/cgroup/unified", version_2), "left by the control group");
  const auto used = [&](const char* what) {
    return number_behind(what, root / "proc/self/status").value_or(0) * kilo;
  };
  bound(left_by_limit(RLIMIT_AS, used("VmSize:")), "left by the limit on address space (ulimit -v)");
  bound(left_by_limit(RLIMIT_DATA, used("VmData:")), "left by the limit on data (ulimit -d)");
  return least;
}

bool fits(double needed, const MemoryLeft& left) {
  constexpr double share = 0.8;
  return left.bound.empty() || needed <= share * left.bytes;
}

std::string memory_text(double bytes) {
  constexpr double giga = 1e9, mega = 1e6;
  return bytes < giga ? fmt::format("{:.0f} MB", bytes / mega) : fmt::format("{:.1f} GB", bytes / giga);
}

}  // namespace hansa
