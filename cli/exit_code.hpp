#pragma once

namespace hansa {

/// Exit statuses of the program.
enum ExitCode {
  done = 0,
  difference = 1,  // an internal error, or a comparison that found one
  bad_input = 2,   // nothing was written
  output_failure = 3,
  some_failed = 4,
  stopped = 5,  // by a signal; the same command starts over or resumes
};

}  // namespace hansa
