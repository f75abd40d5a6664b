#include <regex>

#include <catch2/catch.hpp>

#include "tests/cli/terminal/pseudo_terminal.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ScratchFolder;

/// All that a call says on a terminal of this kind and width.
std::string call_on_terminal(const ScratchFolder& scratch, const std::vector<std::string>& words, int status,
                             const std::string& kind, unsigned short width) {
  const test::Seen seen = test::on_terminal(
      {.words = words, .folder = scratch.path(), .variables = {"TERM=" + kind, "NO_COLOR=1"}}, width,
      {STDERR_FILENO});
  CHECK(seen.status == status);
  return seen.screen;
}

std::string on_terminal(const std::string& kind, unsigned short width,
                        const std::string& loudness = "--json") {
  return call_on_terminal(ScratchFolder(),
                          {"run", "paris-2015", "--realizations", "16", "--threads", "1", loudness}, 0, kind,
                          width);
}

/// The bars, one over the other, that a terminal was shown; without what clears the rest of the line.
std::vector<std::string> bars_of(const std::string& seen) {
  static const std::regex bar("\r([^\r\n]+)\033\\[K");
  std::vector<std::string> bars;
  for (std::sregex_iterator match(seen.begin(), seen.end(), bar), end; match != end; ++match)
    bars.push_back((*match)[1]);
  return bars;
}

TEST_CASE("a terminal sees a bar with rate and time left, which goes at the end", "[cli]") {
  const std::string seen = on_terminal("xterm", 100);
  const auto bars = bars_of(seen);
  REQUIRE_FALSE(bars.empty());
  for (const std::string& bar : bars) {
    INFO(bar);
    CHECK(std::regex_match(bar, std::regex(R"(\[#*\.*\] \d+/16 realizations  \d+\.\d/s  \d+ s left)")));
    CHECK(bar.find(']') == 31);
  }
  CHECK_THAT(seen, Contains("\r\033[Khansa: "));
  CHECK_FALSE(std::regex_search(seen, std::regex("\033\\[[0-9;]*m")));  // NO_COLOR
}

TEST_CASE("a bar shows how many runs of a sweep failed", "[cli]") {
  const ScratchFolder scratch;
  // with both weights at 0 nothing counts; the check before a sweep looks at the first thousand points alone
  test::put(
      scratch / "f.yaml",
      "name: f\nscenario:\n  name: tiny\n  issues: [mitigation, finance]\n  years: {from: 2010, to: 2010}\n"
      "  world: {with_cities: false}\n  conferences: [{name: COP16, year: 2010}]\ndesign: grid\nparameters:\n"
      "  preferences.finance.depth_weight: {values: [1, 0]}\n"
      "  preferences.mitigation.depth_weight: {values: [1, 0]}\n"
      "  gridlock.level: {min: 0, max: 1, steps: 334}\nrealizations: 3\nshard_runs: 2000\n");
  const auto bars =
      bars_of(call_on_terminal(scratch, {"sweep", "f.yaml", "--json", "--threads", "1"}, 4, "xterm", 100));
  REQUIRE_FALSE(bars.empty());
  INFO(bars.back());
  CHECK(std::regex_search(bars.back(), std::regex(R"(/4008 runs, \d+ failed  \d+\.\d/s  \d+ s left)")));
}

TEST_CASE("a bar never fills the line of a narrow terminal", "[cli]") {
  const auto width = GENERATE(as<unsigned short>{}, 60, 20);
  const auto bars = bars_of(on_terminal("xterm", width));
  REQUIRE_FALSE(bars.empty());
  for (const std::string& bar : bars) CHECK(bar.size() < width);
}

TEST_CASE("a terminal that cannot clear a line sees no bar", "[cli]") {
  CHECK_THAT(on_terminal("dumb", 80), Contains("hansa: ") && !Contains("\033") && !Contains("/16"));
}

TEST_CASE("a quiet run shows nothing on a terminal", "[cli]") {
  CHECK(on_terminal("xterm", 80, "--quiet").empty());
}

}  // namespace
}  // namespace hansa
