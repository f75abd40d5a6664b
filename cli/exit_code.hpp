#pragma once

#include <array>
#include <string_view>

namespace hansa {

/// Exit statuses of the program.
enum ExitCode {
  done = 0,
  difference = 1,  // a comparison found one; or numbers, or the program, cannot be trusted
  bad_input = 2,   // nothing was written
  output_failure = 3,
  some_failed = 4,
  stopped = 5,  // by a signal; the same command starts over or resumes
};

/// What each status means, for people.
inline constexpr std::array<std::string_view, 6> exit_meanings = {
    "done",
    "diff or reproduce found a difference, verify or status damage; a result that is read is damaged or "
    "none; "
    "a number is not finite; an internal error",
    "bad input; nothing was written",
    "a file could not be read or written",
    "finished, but some runs of a sweep failed",
    "stopped by the signal INT or TERM; the same command starts over or resumes"};

}  // namespace hansa
