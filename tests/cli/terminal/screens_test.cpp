// What the program shows on a real terminal: width, colour, marks, what is told next.
#include <regex>

#include <catch2/catch.hpp>

#include "support/text/utf8.hpp"
#include "tests/cli/terminal/pseudo_terminal.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ScratchFolder;
using test::Seen;
using Words = std::vector<std::string>;

const Words usual = {"TERM=xterm", "LC_ALL=C.UTF-8", "NO_COLOR="};

Seen on(const ScratchFolder& scratch, unsigned short width, const Words& words,
        const Words& variables = usual) {
  return test::on_terminal({.words = words, .folder = scratch.path(), .variables = variables}, width);
}

/// A sweep, a run, a comparison and cases in one folder, made once for all tests of this file.
const ScratchFolder& made_once() {
  static const ScratchFolder scratch;
  static const bool made = [] {
    test::put(
        scratch / "s.yaml",
        "name: s\nscenario:\n  name: tiny\n  issues: [mitigation, finance]\n  years: {from: 2010, to: 2015}\n"
        "  world: {with_cities: false}\n  conferences:\n    - {name: COP16, year: 2010}\n"
        "    - {name: COP17, year: 2011}\n    - {name: COP18, year: 2012}\n    - {name: COP21, year: 2015}\n"
        "design: grid\nparameters:\n  gridlock.level: {values: [0, 0.5, 1]}\n"
        "  preferences.mitigation.depth_weight: {values: [0.5, 1]}\nrealizations: 2\n");
    test::put(
        scratch / "drawn.yaml",
        "name: drawn\nscenario:\n  name: tiny\n  issues: [mitigation]\n  years: {from: 2010, to: 2010}\n"
        "  world: {with_cities: false}\n  conferences: [{name: COP16, year: 2010}]\n"
        "design: sobol\nsamples: 16\nparameters:\n  gridlock.level: {min: 0, max: 1}\n"
        "  preferences.mitigation.depth_weight: {min: 0.5, max: 1}\nrealizations: 2\n");
    test::put(scratch / "cases.csv",
              "issue,actor,position,salience,outcome\na,x,0,50,40\na,y,100,50,40\na,z,50,90,40\n"
              "b,x,10,50,30\nb,y,80,20,30\nb,z,30,90,30\n");
    const Words quick = {"--realizations", "4", "--quiet"};
    const auto make = [&](Words words) { test::hansa_in(scratch, std::move(words)); };
    make({"run", "paris-2015", "--realizations", "4", "--quiet", "--out", "results/run"});
    make({"sweep", "s.yaml", "--quiet", "--out", "results/s"});
    make({"sweep", "drawn.yaml", "--quiet", "--out", "results/drawn"});
    make({"compare", "copenhagen-2009", "--without", "lobbying", "--realizations", "4", "--quiet", "--out",
          "results/compared"});
    return true;
  }();
  static_cast<void>(made);
  return scratch;
}

/// Calls of every verb that writes for people, in that folder.
const std::vector<Words>& calls() {
  static const std::string table = "ec-car-emission";
  static const std::vector<Words> all = {
      {"--help"},
      {"run", "--help"},
      {"bargain", "--help"},
      {"run", "paris-2015", "--realizations", "4"},
      {"run", "paris-2015", "--realizations", "4", "--all", "--networks"},
      {"compare", "copenhagen-2009", "--without", "lobbying", "--realizations", "4"},
      {"compare", "copenhagen-2009", "--attribute", "channels", "--realizations", "4"},
      {"compare", "paris-2015", "--with", "gridlock.level=0.5", "--realizations", "4"},
      {"explain", "copenhagen-2009", "--realizations", "4"},
      {"sweep", "s.yaml", "--out", "results/s"},
      {"sweep", "s.yaml", "--out", "results/s", "--plan"},
      {"analyze", "results/s"},
      {"analyze", "results/s", "--curve", "gridlock.level"},
      {"analyze", "results/drawn"},
      {"status", "results/s"},
      {"verify", "results/s"},
      {"bargain", table},
      {"bargain", table, "--rule", "quota:0.7"},
      {"backtest", "cases.csv"},
      {"list"},
      {"list", "tables"},
      {"list", "results"},
      {"diff", "paris-2015", "copenhagen-2009"},
      {"diff", "results/run/result.h5", "results/compared/full/result.h5"},
      {"check", "s.yaml"},
      {"report", "nowhere"},
      {"run", "paris-2015", "--realisations", "4"},
      {"run", "pariss-2015"},
      {"phases"},
  };
  return all;
}

TEST_CASE("on a terminal no line of any verb is longer than the terminal is wide", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const auto width = GENERATE(as<unsigned short>{}, 60, 80, 140);
  const Words words = GENERATE(from_range(calls()));
  const Seen seen = on(scratch, width, words);
  INFO(words.front() << " at " << width << "\n" << seen.text());
  CHECK_FALSE(seen.lines().empty());
  for (const std::string& line : seen.lines())
    if (count_characters(line) > width) FAIL_CHECK(line);
}

TEST_CASE("colours change nothing but colour, and no verb has any where they are not wanted", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Words words = GENERATE(from_range(calls()));
  INFO(fmt::format("{}", fmt::join(words, " ")));
  // what a call tells of itself: its time, the number of its folder, the room on the disk, what its process takes
  const auto without_times = [](const std::string& text) {
    static const std::regex times(R"([0-9.]+ s\b|-[0-9]+(?=[:/ \n])|[0-9]+ MB (free|of memory))");
    return std::regex_replace(text, times, "");
  };
  const test::Ended piped = test::hansa_in(scratch, words);  // first: it may leave something to find
  CHECK_THAT(piped.out + piped.err, !Contains("\033"));
  const Seen with = on(scratch, 80, words);
  std::string rest = with.screen;
  for (const char* set : {"\033[2m", "\033[1m", "\033[32m", "\033[33m", "\033[31m"})
    for (std::size_t at = 0; (at = rest.find(set)) != std::string::npos;) {
      rest.erase(at, std::string(set).size());
      const std::size_t end = rest.find("\033[0m", at);  // each colour ends, before the next begins
      REQUIRE(end != std::string::npos);
      CHECK(rest.find("\033[", at) == end);
      rest.erase(end, 4);
    }
  CHECK(!std::regex_search(rest, std::regex("\033\\[[0-9;]*m")));
  const Seen none = on(scratch, 80, words, {"TERM=xterm", "LC_ALL=C.UTF-8", "NO_COLOR=1"});
  CHECK(!std::regex_search(none.screen, std::regex("\033\\[[0-9;]*m")));
  if (words.front() != "list")  // of results, of which there are more each time
    CHECK(without_times(with.text()) == without_times(none.text()));
  CHECK_THAT(on(scratch, 80, words, {"TERM=dumb", "LC_ALL=C.UTF-8", "NO_COLOR="}).screen, !Contains("\033"));
}

TEST_CASE("what decides an explanation stands out", "[terminal]") {
  const std::string screen =
      on(made_once(), 100, {"explain", "copenhagen-2009", "--realizations", "4", "--quiet"}).screen;
  CHECK_THAT(screen, Contains("\033[31madopted in 0.00 [0.00, 0.49]\033[0m") &&
                         Contains("\033[1mSaudi Arabia\033[0m") &&
                         Contains("\033[2mnone within bounds\033[0m"));
}

TEST_CASE("an error has its first word in colour", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  CHECK_THAT(on(scratch, 80, {"run", "--realisations"}).screen,
             Contains("\033[31mhansa\033[0m run has no option"));
  CHECK_THAT(on(scratch, 80, {"diff", "paris-2015", "results/run"}).screen,
             Contains("\033[31mhansa\033[0m diff: "));
}

TEST_CASE("a table says which columns it leaves out on a narrow terminal", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Words words = {"run", "paris-2015", "--realizations", "4", "--all", "--quiet"};
  CHECK_THAT(on(scratch, 60, words).text(), Contains("too narrow for ") && Contains("participation"));
  CHECK_THAT(on(scratch, 140, words).text(), !Contains("too narrow for "));
}

TEST_CASE("conferences at which all goes as usual are one line, unless all are asked for", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  Words words = {"run", "paris-2015", "--realizations", "4", "--quiet"};
  const std::string brief = on(scratch, 140, words).text();
  CHECK_THAT(brief, Contains(" of 21 as usual: ") && Contains("COP8 to ") && Contains("\nCOP3 ") &&
                        !Contains("\nCOP5 "));
  words.push_back("--all");
  const std::string whole = on(scratch, 140, words).text();
  CHECK_THAT(whole, !Contains("as usual") && Contains("\nCOP3 ") && Contains("\nCOP5 "));
}

TEST_CASE("conferences without a named difference are one line, unless all are asked for", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const auto [words, row] = GENERATE(table<Words, std::string>({
      {{"compare", "paris-2015", "--without", "network:c40", "--realizations", "4", "--quiet"}, "\nCOP12 "},
      {{"compare", "paris-2015", "--attribute", "channels", "--realizations", "2", "--quiet"}, "\nCOP12 "},
  }));
  Words whole = words;
  whole.push_back("--all");
  CHECK_THAT(on(scratch, 140, words).text(), Contains(" of 21 as usual: COP") && Contains("\nmean ") &&
                                                 Contains(" to COP") && !Contains(row));
  CHECK_THAT(on(scratch, 140, whole).text(), Contains(row) && Contains("\nmean ") && !Contains("as usual"));
  CHECK_THAT(test::hansa_in(scratch, words).out, Contains(row) && !Contains("as usual"));
}

TEST_CASE("a pipe has every row and column and no marks, wherever the program runs", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Words words = {"run", "paris-2015", "--realizations", "4", "--quiet"};
  const std::string piped = test::hansa_in(scratch, words).out;
  CHECK_THAT(piped, Contains("\nCOP5 ") && !Contains("as usual") && !Contains("\033") && !Contains("▁"));
  const Seen seen =
      test::on_terminal({.words = words, .folder = scratch.path(), .variables = usual}, 60, {STDERR_FILENO});
  CHECK(seen.out == piped);
}

TEST_CASE("colour is for terminals that can and users that want it, each stream by itself", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Words words = {"run", "paris-2015", "--realizations", "4"};
  const auto has_colour = [&](const Words& variables) {
    return on(scratch, 100, words, variables).screen.find("\033[33m") != std::string::npos;
  };
  CHECK(has_colour({"TERM=xterm", "NO_COLOR="}));
  CHECK_FALSE(has_colour({"TERM=xterm", "NO_COLOR=1"}));
  CHECK_FALSE(has_colour({"TERM=dumb", "NO_COLOR="}));
  const Seen error = test::on_terminal(
      {.words = {"run", "pariss-2015"}, .folder = scratch.path(), .variables = usual}, 80, {STDOUT_FILENO});
  CHECK_THAT(error.err, !Contains("\033"));
  CHECK_THAT(on(scratch, 80, {"run", "pariss-2015"}).screen, Contains("\033[1mpariss-2015:1:1\033[0m"));
}

TEST_CASE("marks are drawn where the locale has them, with letters elsewhere", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Words words = {"run", "paris-2015", "--realizations", "4", "--quiet"};
  CHECK_THAT(on(scratch, 100, words).text(), Contains("▃") && Contains("█"));
  const std::string plain = on(scratch, 100, words, {"TERM=xterm", "LC_ALL=C", "NO_COLOR=1"}).text();
  CHECK(std::all_of(plain.begin(), plain.end(), [](unsigned char c) { return c < 0x80; }));
  CHECK_THAT(plain, Contains("#"));
}

TEST_CASE("a verb tells a terminal what can be done next, in one line", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const auto [words, next] = GENERATE(table<Words, std::string>({
      {{"run", "copenhagen-2009", "--realizations", "2", "--out", "results/next", "--force"},
       "next: hansa report results/next; hansa compare copenhagen-2009 --without lobbying; hansa export "},
      {{"sweep", "s.yaml", "--out", "results/s"}, "next: hansa analyze results/s; hansa merge results/s"},
      {{"analyze", "results/s"},
       "next: hansa analyze results/s --curve gridlock.level; hansa merge results/s"},
      {{"status", "results/s"}, "next: hansa analyze results/s"},
      {{"check", "s.yaml"}, "next: hansa sweep s.yaml"},
      {{"list"}, "next: hansa run paris-2015; hansa list results"},
  }));
  CHECK_THAT(on(scratch, 140, words).text(), Contains("\n" + next));
  for (const std::string& line : on(scratch, 60, words).lines()) CHECK(count_characters(line) <= 60);
  CHECK_THAT(test::hansa_in(scratch, words).err, !Contains("\nnext: "));
}

TEST_CASE("nothing is told next by a quiet call, or one for JSON", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const std::string loudness = GENERATE("--quiet", "--json");
  const Words words = {"run", "copenhagen-2009", "--realizations", "2", loudness};
  CHECK_THAT(on(scratch, 140, words).text(), !Contains("next: "));
}

TEST_CASE("COLUMNS goes before the width of the terminal", "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const Seen seen = test::on_terminal({.words = {"-c", "COLUMNS=60 \"$HANSA\" --help"},
                                       .folder = scratch.path(),
                                       .variables = {"HANSA=" + program_file().string(), "TERM=xterm"},
                                       .program = "/bin/sh"},
                                      140);
  std::size_t longest = 0;
  for (const std::string& line : seen.lines()) longest = std::max(longest, count_characters(line));
  CHECK(longest <= 60);
  CHECK(longest > 50);
}

TEST_CASE("results are listed, the newest first, with what made them and how complete they are",
          "[terminal]") {
  const ScratchFolder& scratch = made_once();
  const std::string listed = test::hansa_in(scratch, {"list", "results"}).out;
  CHECK_THAT(listed, Contains("folder") && Contains("results/run ") && Contains(" comparison ") &&
                         Contains("complete") && Contains("hansa run paris-2015 --realizations 4") &&
                         Contains("hansa sweep s"));
  const ScratchFolder other;
  std::filesystem::copy(scratch / "results", other / "kept", std::filesystem::copy_options::recursive);
  std::filesystem::remove(other / "kept/run/scenario.yaml");
  std::filesystem::remove_all(other / "kept/s/shards");
  const std::string partial = test::hansa_in(other, {"list", "results", "kept"}).out;
  CHECK_THAT(partial, Contains("1 file gone") && Contains("0 of 12 runs"));
  for (const char* date : {"2026", "2026-01-02", "\\u001b[31m-01-02T03:04:05Z"}) {  // no time: all are listed
    test::put(other / "kept/run/run.json", std::string(R"({"date": ")") + date + R"("})");
    const test::Ended ended = test::hansa_in(other, {"list", "results", "kept"});
    CHECK(ended.status == 0);
    CHECK_THAT(ended.out, Contains("kept/run") && Contains("kept/s") && !Contains("\033"));
  }
  const test::Ended names = test::hansa_in(other, {"list", "results", "kept", "--names"});
  CHECK_THAT(test::lines_of(names.out), Catch::VectorContains(std::string("kept/run")));
  CHECK(test::hansa_in(other, {"list", "results"}).status == 2);
  CHECK(test::hansa_in(other, {"list", "scenarios", "kept"}).status == 2);
}

}  // namespace
}  // namespace hansa
