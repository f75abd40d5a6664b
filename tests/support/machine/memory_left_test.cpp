#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "support/machine/memory_left.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using test::ScratchFolder;

/// Writes a file of a machine that is made up, with its folders.
void put_below(const ScratchFolder& root, const std::string& name, const std::string& text) {
  const std::filesystem::path file = root.path() / name;
  std::filesystem::create_directories(file.parent_path());
  test::put(file, text);
}

TEST_CASE("without control groups what the machine has free bounds a run", "[memory]") {
  const ScratchFolder root;
  put_below(root, "proc/meminfo", "MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:    4 kB\n");
  const MemoryLeft left = memory_left(root.path());
  CHECK(left.bytes == 4096);
  CHECK(left.bound == "free");
}

TEST_CASE("of version 2 of control groups the narrowest group around the process counts", "[memory]") {
  const ScratchFolder root;
  put_below(root, "proc/meminfo", "MemAvailable: 1000000 kB\n");
  put_below(root, "proc/self/cgroup", "0::/slurm/job/step\n");
  put_below(root, "sys/fs/cgroup/slurm/job/step/memory.max", "max\n");
  put_below(root, "sys/fs/cgroup/slurm/job/memory.max", "5000000\n");
  put_below(root, "sys/fs/cgroup/slurm/job/memory.current", "3000000\n");
  put_below(root, "sys/fs/cgroup/slurm/memory.max", "90000000\n");
  const MemoryLeft left = memory_left(root.path());
  CHECK(left.bytes == 2e6);
  CHECK(left.bound == "left by the control group");

  put_below(root, "sys/fs/cgroup/slurm/job/memory.stat", "anon 7\ninactive_file 500000\n");
  CHECK(memory_left(root.path()).bytes == 2.5e6);  // pages of files can be dropped
  put_below(root, "sys/fs/cgroup/slurm/job/memory.current", "6000000\n");
  put_below(root, "sys/fs/cgroup/slurm/job/memory.stat", "inactive_file 0\n");
  CHECK(memory_left(root.path()).bytes == 0);
}

TEST_CASE(
    "of version 1 of control groups the controller of memory counts, also where a container sees its mount "
    "alone",
    "[memory]") {
  const ScratchFolder root;
  put_below(root, "proc/meminfo", "MemAvailable: 1000000 kB\n");
  put_below(root, "proc/self/cgroup", "9:cpu,cpuacct:/x\n4:memory:/docker/12ab\n0::/\n");
  put_below(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");  // none
  CHECK(memory_left(root.path()).bound == "free");
  put_below(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", "8000000\n");
  put_below(root, "sys/fs/cgroup/memory/memory.usage_in_bytes", "1000000\n");
  CHECK(memory_left(root.path()).bytes == 7e6);
  put_below(root, "sys/fs/cgroup/memory/docker/12ab/memory.limit_in_bytes", "6000000\n");
  CHECK(memory_left(root.path()).bytes == 6e6);
}

TEST_CASE("a limit on address space or on data bounds a run", "[memory]") {
  const auto [resource, bound] = GENERATE(table<int, std::string>({
      {static_cast<int>(RLIMIT_AS), "left by the limit on address space (ulimit -v)"},
      {static_cast<int>(RLIMIT_DATA), "left by the limit on data (ulimit -d)"},
  }));
  const ScratchFolder root;
  put_below(root, "proc/meminfo", "MemAvailable: 100000000 kB\n");
  put_below(root, "proc/self/status", "VmSize:\t 1048576 kB\nVmData:\t 1048576 kB\n");
  const int status = test::in_child([&, resource = resource, bound = bound] {
    constexpr rlim_t giga = 1 << 30;
    const rlimit limit{.rlim_cur = 60 * giga, .rlim_max = 60 * giga};
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0) return 1;
    const MemoryLeft left = memory_left(root.path());
    return left.bytes == 59.0 * giga && left.bound == bound ? 0 : 2;
  });
  CHECK(status == 0);
}

TEST_CASE("where nothing tells how much memory there is, nothing is refused for it", "[memory]") {
  const ScratchFolder root;
  const MemoryLeft left = memory_left(root.path());
  CHECK(left.bound.empty());
  CHECK(fits(1e300, left));
  CHECK(fits(80, {.bytes = 100, .bound = "free"}));
  CHECK_FALSE(fits(81, {.bytes = 100, .bound = "free"}));
  CHECK(memory_text(2.34e9) == "2.3 GB");
  CHECK(memory_text(2.34e7) == "23 MB");
}

}  // namespace
}  // namespace hansa
