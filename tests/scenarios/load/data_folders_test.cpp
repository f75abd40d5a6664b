#include <cerrno>

#include <catch2/catch.hpp>
#include <sys/syscall.h>

#include "scenarios/load/data_folders.hpp"
#include "support/files/file_error.hpp"
#include "support/input/problem.hpp"
#include "tests/support/files/child.hpp"

namespace hansa {
namespace {

/// How the search for the shipped tables ends if every look at a file is answered with this error.
int end_of_search(int error) {
  return test::in_child([&] {
    if (!test::break_call(SYS_newfstatat, error)) return 1;
    try {
      static_cast<void>(find_data_folders());
    } catch (const ScenarioError&) {
      return 2;
    } catch (const FileError&) {
      return 3;
    }
    return 0;
  });
}

TEST_CASE(
    "shipped tables that cannot be looked for are a fault of the system, those that are not there are not",
    "[faults]") {
  CHECK_FALSE(find_data_folders().data.empty());
  if (!test::can_break_calls()) return;
  CHECK(end_of_search(ENOENT) == 2);
  CHECK(end_of_search(EIO) == 3);
}

}  // namespace
}  // namespace hansa
