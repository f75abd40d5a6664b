#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <catch2/catch.hpp>

#include "scenarios/print/print.hpp"
#include "support/input/csv_table.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/design/print_sweep.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

/// A small generator: the same changes on every machine.
class Changes {
 public:
  explicit Changes(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % n);
  }

  /// Cuts, doubles, moves or overwrites a piece of a text, or inserts a meaningful token.
  void change(std::string& text, const std::string& other) {
    static const std::vector<std::string> words = {":",
                                                   ": ",
                                                   "- ",
                                                   "[",
                                                   "]",
                                                   "{",
                                                   "}",
                                                   ",",
                                                   "\"",
                                                   "'",
                                                   "#",
                                                   "&a ",
                                                   "*a",
                                                   "!",
                                                   "!!int ",
                                                   "|",
                                                   ">",
                                                   "%",
                                                   "@",
                                                   "`",
                                                   "\n",
                                                   "\n  ",
                                                   "\t",
                                                   "\r\n",
                                                   "---\n",
                                                   "...\n",
                                                   "? ",
                                                   "<<: ",
                                                   "~",
                                                   "null",
                                                   "\\",
                                                   "\x00",
                                                   "\x7F",
                                                   "\xFF",
                                                   "\xC3\xA9",
                                                   "\xE2\x80\xAE",
                                                   "\xEF\xBB\xBF",
                                                   "1e999",
                                                   "-0",
                                                   "010",
                                                   ".nan",
                                                   "99999999999",
                                                   "extends: a.yaml\n",
                                                   "name: ",
                                                   "[[[[",
                                                   "conferences: {COP15: ",
                                                   "treaty: {",
                                                   "true"};
    const std::size_t at = below(text.size() + 1);
    const std::size_t n = std::min(below(20), text.size() - at);
    switch (below(6)) {
      case 0:
        text.erase(at, n);
        break;
      case 1:
        text.insert(at, text.substr(at, n));
        break;
      case 2:
        text.insert(at, words[below(words.size())]);
        break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(below(4) == 0 ? below(256) : 32 + below(95));
        break;
      case 4:
        text.insert(at, other.substr(below(other.size() + 1), below(60)));
        break;
      default:
        text.resize(at);
    }
  }

 private:
  std::uint64_t state_;
};

std::vector<std::string> seed_texts() {
  std::vector<std::filesystem::path> files = {test::source / "tests/scenarios/library/two-conferences.yaml"};
  for (const auto& entry : std::filesystem::directory_iterator(test::source / "tests/scenarios/invalid")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::string text = test::text_of(file);
    while (text.starts_with("# expect")) text.erase(0, text.find('\n') + 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

/// Loads `n_cases` changed scenarios: each is refused with problems, or accepted, printed and read back.
void fuzz_scenarios(std::uint64_t seed, int n_cases) {
  const std::vector<std::string> seeds = seed_texts();
  const test::ScratchFolder folder;
  Changes changes(seed);
  int n_accepted = 0;
  for (int k = 0; k < n_cases; ++k) {
    std::string text = k % 2 == 0
                           ? test::text_of(test::source / "tests/scenarios/library/two-conferences.yaml")
                           : seeds[changes.below(seeds.size())];
    const std::size_t n_changes = 1 + changes.below(3);
    for (std::size_t c = 0; c < n_changes; ++c) changes.change(text, seeds[changes.below(seeds.size())]);
    test::put(folder / "a.yaml", text);
    std::string setting = "gridlock.level=0.5";
    if (k % 8 == 0) changes.change(setting, text);
    try {
      const Scenario scenario =
          load_scenario(folder / "a.yaml", std::vector{setting}, test::folders()).scenario;
      const std::string printed = print_scenario(scenario);
      test::put(folder / "a.yaml", printed);
      if (print_scenario(load_scenario(folder / "a.yaml", {}, test::folders()).scenario) != printed) {
        FAIL("printed otherwise the second time: " << text);
      }
      ++n_accepted;
    } catch (const ScenarioError& error) {
      if (error.problems().empty()) FAIL("refused without a reason: " << text);
      for (const Problem& problem : error.problems()) {
        if (problem.line < 1 || problem.column < 1 || problem.message.empty())
          FAIL("no place or message: " << text);
      }
    }
  }
  CHECK(n_accepted > n_cases / 50);
  CHECK(n_accepted < n_cases / 2);
}

/// The same for sweeps.
void fuzz_sweeps(std::uint64_t seed, int n_cases) {
  const std::vector<std::string> seeds = {
      "name: s\nscenario: two-conferences\ndesign: grid\nset: {years.to: 2010}\nparameters:\n"
      "  gridlock.level: {min: 0, max: 1, steps: 5}\n  networks.initial: {values: [5, 20]}\n"
      "arms: [full, {without: lobbying}, {with: {gridlock.level: 0.3}, name: calm}]\n",
      "name: s\nscenario: two-conferences\ndesign: sobol\nsamples: 16\nseed: 3\nparameters:\n"
      "  gridlock.level: {min: 0, max: 1}\n  conferences.COP15.forms: {values: [[hard], [hard, soft]]}\n",
      "name: s\nscenario: two-conferences\ndesign: list\npoints:\n  - {gridlock.level: 0.1}\n"
      "  - {gridlock.level: 0.2}\n"};
  const test::ScratchFolder folder;
  Changes changes(seed);
  int n_accepted = 0;
  for (int k = 0; k < n_cases; ++k) {
    std::string text = seeds[changes.below(seeds.size())];
    for (std::size_t c = 0; c < 1 + changes.below(3); ++c)
      changes.change(text, seeds[changes.below(seeds.size())]);
    test::put(folder / "s.yaml", text);
    std::optional<Sweep> sweep;
    try {
      sweep = load_sweep(folder / "s.yaml", test::folders());
    } catch (const ScenarioError& error) {
      if (error.problems().empty()) FAIL("refused without a reason: " << text);
      for (const Problem& problem : error.problems()) {
        if (problem.line < 1 || problem.column < 1 || problem.message.empty())
          FAIL("no place or message: " << text);
      }
      continue;
    }
    ++n_accepted;
    const std::string printed = print_sweep(*sweep, {});
    test::put(folder / "s.yaml", printed);
    if (print_sweep(load_sweep(folder / "s.yaml", test::folders()), {}) != printed)
      FAIL("printed otherwise the second time: " << text);
  }
  CHECK(n_accepted > n_cases / 100);
}

/// The same for tables.
void fuzz_tables(std::uint64_t seed, int n_cases) {
  constexpr std::array<std::string_view, 3> columns = {"id", "name", "share"};
  const std::string good = "id,name,share\n1,\"a, b\",0.5\n2,c,\n3,\"d \"\"e\"\"\",1e-3\n";
  const test::ScratchFolder folder;
  Changes changes(seed);
  for (int k = 0; k < n_cases; ++k) {
    std::string text = good;
    for (std::size_t c = 0; c < 1 + changes.below(4); ++c) changes.change(text, good);
    test::put(folder / "t.csv", text);
    ProblemList problems;
    const CsvTable table(folder / "t.csv", columns, problems);
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
      table.required_whole(row, "id", {0.0, 10.0});
      table.name(row, "name");
      table.number(row, "share");
      if (table.line(row) < 2) FAIL("a row in the header: " << text);
    }
  }
}

TEST_CASE("a changed scenario is loaded or refused, and nothing worse", "[scenario][yaml]") {
  fuzz_scenarios(1, 3000);
}

TEST_CASE("a changed sweep is loaded or refused, and nothing worse", "[sweep][yaml]") {
  fuzz_sweeps(3, 3000);
}

TEST_CASE("a changed table is loaded or refused, and nothing worse", "[csv]") { fuzz_tables(2, 3000); }

TEST_CASE("a changed sweep is loaded or refused, and nothing worse, at length", "[.soak]") {
  fuzz_sweeps(6, 100000);
}

TEST_CASE("a changed scenario is loaded or refused, and nothing worse, at length", "[.soak]") {
  for (std::uint64_t seed = 100; seed < 200; ++seed) fuzz_scenarios(seed, 3000);
  fuzz_tables(3, 300000);
}

}  // namespace
}  // namespace hansa
