#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hansa {

/// Which run of a sweep to repeat, and how.
struct RunFromOptions {
  std::string folder;
  std::size_t run = 0;
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false;
  std::vector<std::string> command;
};

/// Repeats one run of a sweep and writes it as a result of its own, with all that a sweep leaves out; gives the
/// exit status.
[[nodiscard]] int run_from(const RunFromOptions& options);

}  // namespace hansa
