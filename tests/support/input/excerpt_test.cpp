#include <fstream>

#include <catch2/catch.hpp>

#include "support/input/excerpt.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using test::ScratchFolder;

Problem problem_in(const std::filesystem::path& file, const std::string& text, int line, int column) {
  std::ofstream(file) << text;
  return {file.string(), line, column, "key", "wrong"};
}

TEST_CASE("an excerpt has the line of a problem, and a caret below its column, counted in characters",
          "[excerpt]") {
  const ScratchFolder scratch;
  CHECK(excerpt_of(problem_in(scratch / "a.yaml", "one: 1\ntw\xC3\xB6: x\n", 2, 6)) ==
        "  | tw\xC3\xB6: x\n  |      ^");
  CHECK(excerpt_of(problem_in(scratch / "a.yaml", "a:\tx\r\n", 1, 4)) == "  | a: x\n  |    ^");
}

TEST_CASE("of a long line only the part around the column is shown", "[excerpt]") {
  const ScratchFolder scratch;
  const std::string text = std::string(500, 'a') + "B" + std::string(500, 'c');
  const std::string excerpt = excerpt_of(problem_in(scratch / "a.yaml", text, 1, 501));
  CHECK(excerpt ==
        "  | " + std::string(60, 'a') + "B" + std::string(29, 'c') + "\n  | " + std::string(60, ' ') + "^");
}

TEST_CASE("where a file has no such place there is no excerpt, and control characters never reach a terminal",
          "[excerpt]") {
  const ScratchFolder scratch;
  CHECK(excerpt_of(problem_in(scratch / "a.yaml", "one\n", 2, 1)).empty());
  CHECK(excerpt_of(problem_in(scratch / "a.yaml", "one\n", 1, 9)).empty());
  CHECK(excerpt_of({"--set", 1, 1, "key", "wrong"}).empty());
  CHECK(excerpt_of(problem_in(scratch / "a.yaml", "a\x1B[2Jb", 1, 1)) == "  | a?[2Jb\n  | ^");
}

TEST_CASE("one cause is told once, with the number of lines or the names of the keys", "[problem]") {
  std::vector<Problem> problems;
  for (int line = 2; line <= 100; ++line)
    problems.push_back({"m.csv", line, 8, "network", "there is no network 'c40'"});
  problems.push_back({"n.csv", 1, 1, "roll", "no column with this name"});
  problems.push_back({"n.csv", 1, 1, "scope", "no column with this name"});
  problems.push_back({"n.csv", 4, 1, "scope", "must be given"});
  CHECK(to_text(problems) ==
        "m.csv:2:8: network: there is no network 'c40' (and 98 more times, last in line 100)\n"
        "n.csv:1:1: roll, scope: no column with this name\n"
        "n.csv:4:1: scope: must be given");
}

}  // namespace
}  // namespace hansa
