#pragma once

#include <string>

#include "tests/cli/program.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa::test {

/// The most memory that the program has, called with these words of a shell in a folder [byte]: as the kernel counts it
/// (ru_maxrss) for a child of Python, which is smaller than the program and than this one. Needs has_python_with("os").
inline double measured_peak(const ScratchFolder& folder, const std::string& words) {
  const Ended ended = shell(
      folder, test::python +
                  " -ISc 'import os, sys\n"
                  "silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]\n"
                  "program = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)\n"
                  "_, status, used = os.wait4(program, 0)\n"
                  "print(used.ru_maxrss * 1024)\n"
                  "sys.exit(os.waitstatus_to_exitcode(status))' $HANSA " +
                  words);
  if (ended.status != 0) throw std::runtime_error("hansa " + words + ": " + ended.err);
  return std::stod(ended.out);
}

}  // namespace hansa::test
