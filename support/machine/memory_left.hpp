#pragma once

#include <filesystem>
#include <string>

namespace hansa {

/// Memory that this process may still take, and what bounds it.
struct MemoryLeft {
  double bytes = 0;   // 0 if unknown
  std::string bound;  // "free", "left by the control group", "left by the limit on address space (ulimit -v)"
};

/// The least of what the machine has free without swapping, what each control group around this process leaves
/// (version 1 and 2; pages of files that can be dropped count as free), and what the limits on its address space
/// and its data leave. `root`: of /proc and /sys.
[[nodiscard]] MemoryLeft memory_left(const std::filesystem::path& root = "/");

/// Whether so many bytes leave a fifth of the memory for all else; true if nothing is known of it.
[[nodiscard]] bool fits(double needed, const MemoryLeft& left);

/// "120 MB", "3.4 GB".
[[nodiscard]] std::string memory_text(double bytes);

}  // namespace hansa
