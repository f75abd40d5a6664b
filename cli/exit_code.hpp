#pragma once

namespace hansa {

/// What the shell is told.
enum ExitCode {
  done = 0,
  difference = 1,  // an internal error, or a comparison that found one
  bad_input = 2,   // nothing was written
  output_failure = 3,
  some_failed = 4,
  stopped = 5,  // early, and the same command begins again
};

}  // namespace hansa
