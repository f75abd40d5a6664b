#pragma once

#include <string>

#include "tests/cli/program.hpp"

namespace hansa::test {

/// The most memory that the program has, called with these words of a shell in a folder [byte].
inline double measured_peak(const ScratchFolder& folder, const std::string& words) {
  const Ended ended =
      shell(folder,
            "$HANSA " + words +
                " >/dev/null & while grep VmHWM /proc/$!/status 2>/dev/null; do sleep 0.003; done; wait $!");
  if (ended.status != 0) throw std::runtime_error("hansa " + words + ": " + ended.err);
  const std::string last = lines_of(ended.out).back();
  return std::stod(last.substr(last.find(':') + 1)) * 1024;
}

}  // namespace hansa::test
