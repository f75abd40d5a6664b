#pragma once

#include <stdexcept>
#include <string>

namespace hansa {

/// A violated precondition: a bug in this program, never a user error.
class ExpectationFailure : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_expectation(const char* condition, const char* file, int line) {
  throw ExpectationFailure(std::string(file) + ":" + std::to_string(line) + ": expected " + condition);
}

}  // namespace hansa

/// Checked in every build, at a function's entry.
#define HANSA_EXPECT(condition) \
  ((condition) ? void(0) : ::hansa::fail_expectation(#condition, __FILE__, __LINE__))
