#include <catch2/catch.hpp>

#include "support/input/problem.hpp"

namespace hansa {
namespace {

TEST_CASE("problems are reported in order of file, line and column", "[scenario]") {
  ProblemList problems;
  const int a = problems.add_file("b.yaml"), b = problems.add_file("a.yaml");
  problems.add({b, 1, 1}, "k", "fifth");
  problems.add({a, 2, 1}, "k", "third");
  problems.add({a, 1, 9}, "k", "second");
  problems.add({a, 10, 1}, "k", "fourth");
  problems.add({a, 1, 1}, "k", "first");
  CHECK(to_text(problems.sorted()) ==
        "b.yaml:1:1: k: first\nb.yaml:1:9: k: second\nb.yaml:2:1: k: third\nb.yaml:10:1: k: fourth\n"
        "a.yaml:1:1: k: fifth");
  CHECK_THROWS_AS(problems.throw_if_any(), ScenarioError);
}

TEST_CASE("without problems there is no error", "[scenario]") { CHECK_NOTHROW(ProblemList().throw_if_any()); }

TEST_CASE("untrusted text is printed without its control characters", "[scenario]") {
  CHECK(printable("a\x1B[31m\nb\t\x7F") == "a\\u001b[31m\\nb\\u0009\\u007f");
  CHECK(printable("\xE2\x80\xAE\xFF\xC3\xA9") == "\\u202e\\xff\xC3\xA9");
  CHECK(printable(std::string(5000, 'x')) == std::string(120, 'x') + "...");
  CHECK(to_text(Problem{"a\n.yaml", 1, 2, "k\n", "m"}) == "a\\n.yaml:1:2: k\\n: m");
}

TEST_CASE("of very many problems the first thousand are reported and the others counted", "[scenario]") {
  ProblemList problems;
  const int file = problems.add_file("f");
  for (int line = 1; line <= 1500; ++line) problems.add({file, line, 1}, "k", "m");
  const auto reported = problems.sorted();
  CHECK(reported.size() == 1001);
  CHECK(reported.back().message == "and 500 more problems");
}

TEST_CASE("the place of a byte does not depend on earlier calls", "[yaml]") {
  const std::string text =
      "ab\n\n\xC3\xA9\xE2\x82\xAC"
      "c\r\nlast";
  PlaceFinder asked(text, 3);
  for (std::size_t from = 0; from <= text.size() + 2; ++from) {
    for (std::size_t to = 0; to <= text.size() + 2; ++to) {
      asked.at(from);
      const Place here = asked.at(to), fresh = PlaceFinder(text, 3).at(to);
      REQUIRE((here.file == 3 && here.line == fresh.line && here.column == fresh.column));
    }
  }
}

TEST_CASE("columns count characters, not bytes", "[yaml]") {
  PlaceFinder places(
      "a\n\xC3\xA9\xE2\x82\xAC"
      "c",
      0);
  CHECK(places.at(0).column == 1);
  CHECK(places.at(1).column == 2);
  CHECK(places.at(7).line == 2);
  CHECK(places.at(7).column == 3);
  CHECK(places.at(100).column == 4);
}

}  // namespace
}  // namespace hansa
