#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// Where the shell would find a program; empty: nowhere.
[[nodiscard]] std::filesystem::path find_program(const std::string& name);

/// What another program printed, and how it ended.
struct Answer {
  std::string text;
  int status = 0;  // what it told the shell; 128 and more: ended by a signal
};

/// Calls a program, waits for it and keeps what it prints; its errors go to ours, or nowhere. Throws FileError
/// if it cannot be started.
[[nodiscard]] Answer call_program(const std::vector<std::string>& words, bool quiet = false);

}  // namespace hansa
