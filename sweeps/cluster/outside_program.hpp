#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// The path of an executable in PATH; empty if there is none.
[[nodiscard]] std::filesystem::path find_program(const std::string& name);

/// Output and exit status of a program.
struct ProgramAnswer {
  std::string text;
  int status = 0;  // from 128: ended by a signal
};

/// Runs a program of PATH to its end and captures its output; its errors go to ours, or to /dev/null. Throws
/// FileError if it cannot be started.
[[nodiscard]] ProgramAnswer call_program(const std::vector<std::string>& words, bool quiet = false);

/// The lines of a text, without their ends.
[[nodiscard]] std::vector<std::string> lines_in(const std::string& text);

}  // namespace hansa
