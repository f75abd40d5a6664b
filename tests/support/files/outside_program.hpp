#pragma once

#include <array>
#include <cstdio>
#include <iostream>
#include <stdexcept>
#include <string>

namespace hansa::test {

/// Debian's python3: another one on the path does not see Debian's packages. Its numpy warns, hence -W.
inline const std::string python = "/usr/bin/python3 -W ignore";

struct Answer {
  int status;
  std::string text;  // of both outputs
};

inline Answer ask(const std::string& command) {
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot be started: " + command);
  std::string text;
  std::array<char, 4096> piece;
  for (std::size_t n = 0; (n = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
    text.append(piece.data(), n);
  return {::pclose(pipe), text};
}

/// Whether a program is available, by a command that fails without it; if not, prints that the test is
/// skipped.
inline bool has(const std::string& program, const std::string& probe) {
  if (ask(probe).status == 0) return true;
  std::cout << "skipped: there is no " << program << std::endl;
  return false;
}

inline bool has_python_with(const std::string& modules) {
  return has("python3 with " + modules, python + " -c 'import " + modules + "'");
}

}  // namespace hansa::test
