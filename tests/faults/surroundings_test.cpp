// Where a verb may not write, or not enough, or not alone: the exit status is 3, and nothing is there in part.
#include <csignal>
#include <iostream>
#include <random>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/cli/sweep_folder.hpp"
#include "tests/laws/extreme_world.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::Program;
using test::ScratchFolder;
using Words = std::vector<std::string>;

const Words run = {"run", "extreme.yaml", "--out", "out/r", "--quiet"};
const Words sweep = {"sweep", "q.yaml", "--out", "out/s", "--quiet"};

/// A scenario, a sweep of it, their results in `made`, and an empty folder `out` to write to.
struct Surroundings {
  ScratchFolder scratch;

  Surroundings() {
    test::put_extreme_world(scratch.path());
    test::put(
        scratch / "q.yaml",
        "name: q\nscenario: extreme.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 0.5]}}\n"
        "realizations: 20\nshard_runs: 10\n");
    REQUIRE(hansa_in(scratch, run).status == 0);
    REQUIRE(hansa_in(scratch, sweep).status == 0);
    std::filesystem::rename(scratch / "out", scratch / "made");
    std::filesystem::create_directory(scratch / "out");
    ::chmod(scratch.path().c_str(), 0755);
  }

  [[nodiscard]] std::vector<Words> verbs() const {
    std::vector<Words> all = {
        run,
        sweep,
        {"compare", "extreme.yaml", "--without", "networks", "--out", "out/c", "--quiet"},
        {"export", "made/r", "--csv", "--table", "years", "--out", "out/years.csv"}};
    if (hansa_in(scratch, {"report", "made/r", "--out", "made/page.html"}).status == 0)
      all.push_back({"report", "made/r", "--out", "out/page.html"});
    std::filesystem::remove(scratch / "made/page.html");
    return all;
  }
  [[nodiscard]] std::size_t n_written() const {
    std::size_t n = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch / "out"))
      n += entry.path().filename().string().starts_with('.') ? 0U : 1U;
    return n;
  }
};

TEST_CASE("a verb that may not write where it should says so, and exits with 3", "[faults]") {
  const Surroundings around;
  ::chmod((around.scratch / "out").c_str(), 0555);
  for (const Words& words : around.verbs()) {
    const Ended ended = test::run({.words = words, .folder = around.scratch.path(), .before = [] {
                                     test::become_nobody();
                                     return true;
                                   }});
    INFO(words.front() << ended.err);
    CHECK(ended.status == 3);
    CHECK_THAT(ended.err, Contains("hansa: out/") && Contains("Permission denied"));
    CHECK(around.n_written() == 0);
  }
  ::chmod((around.scratch / "out").c_str(), 0755);
}

TEST_CASE("a verb whose files may not be so large says so, and exits with 3", "[faults]") {
  const Surroundings around;
  for (const Words& words : around.verbs()) {
    const Ended ended = test::run({.words = words, .folder = around.scratch.path(), .before = [] {
                                     const rlimit little{.rlim_cur = 300, .rlim_max = 300};
                                     return ::setrlimit(RLIMIT_FSIZE, &little) == 0;
                                   }});
    INFO(words.front() << ended.err);
    CHECK(ended.status == 3);
    CHECK(around.n_written() <= (words.front() == "sweep" ? 2 : 0));  // the folders of the sweep, empty
    std::filesystem::remove_all(around.scratch / "out");
    std::filesystem::create_directory(around.scratch / "out");
  }
}

TEST_CASE("a verb that finds the disk full says so, and exits with 3", "[faults]") {
  const Surroundings around;
  for (const Words& words : around.verbs()) {
    std::string line = "head -c 1m /dev/zero >out/ballast 2>/dev/null; \"$HANSA\"";
    for (const std::string& word : words) line += " " + word;
    const Ended ended = test::shell(around.scratch, line + "; echo $?; ls out",
                                    [&] { return test::mount_small_disk(around.scratch / "out", "256k"); });
    if (ended.status == test::cannot_prepare) {
      std::cout << "skipped: no disk may be mounted here" << std::endl;
      return;
    }
    INFO(words.front() << ended.out << ended.err);
    CHECK(ended.out == "3\nballast\n");
  }
}

TEST_CASE("of writers to one name one wins, and the others exit with 3", "[faults]") {
  const Surroundings around;
  const std::string alone = test::text_of(around.scratch / "made/r/result.h5");
  for (int round = 0; round < 5; ++round) {
    const test::Call call{.words = run, .folder = around.scratch.path()};
    Program one(call), other(call), third(call);
    std::vector<int> ends;
    for (Program* program : {&one, &other, &third}) ends.push_back(program->end().status);
    std::sort(ends.begin(), ends.end());
    CHECK(ends == std::vector{0, 3, 3});
    CHECK((test::text_of(around.scratch / "out/r/result.h5") == alone));
    CHECK(test::hidden_in(around.scratch / "out").empty());
    std::filesystem::remove_all(around.scratch / "out/r");
  }
  const test::Call merge{.words = {"merge", "made/s"}, .folder = around.scratch.path()};
  Program one(merge), other(merge);
  const int first = one.end().status, second = other.end().status;
  CHECK((first == 0 || second == 0));
  CHECK((first + second == 0 || first + second == 3));
  CHECK(hansa_in(around.scratch, {"verify", "made/s", "--recompute", "100"}).status == 0);
}

/// Signals verbs at work, each after a drawn moment.
void send_signals(int n, unsigned seed) {
  const Surroundings around;
  REQUIRE(hansa_in(around.scratch, {"merge", "made/s"}).status == 0);
  test::put(around.scratch / "long.yaml", "extends: extreme.yaml\nname: long\nrealizations: 3000\n");
  test::put(
      around.scratch / "long-sweep.yaml",
      "name: q\nscenario: extreme.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 0.5]}}\n"
      "realizations: 2000\nshard_runs: 100\n");
  const std::vector<Words> verbs = {
      {"run", "long.yaml", "--out", "out/r"},
      {"compare", "long.yaml", "--without", "networks", "--out", "out/c"},
      {"sweep", "long-sweep.yaml", "--out", "out/s"},
      {"verify", "made/s", "--recompute", "40"},
  };
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> milliseconds(10, 250);
  int n_stopped = 0;
  for (int k = 0; k < n; ++k) {
    const Words& words = verbs[static_cast<std::size_t>(k) % verbs.size()];
    const int signal = k / 4 % 2 == 0 ? SIGINT : SIGTERM;
    Program program({.words = words, .folder = around.scratch.path()});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    program.send(signal);
    const auto sent = std::chrono::steady_clock::now();
    const Ended ended = program.end();
    INFO(words.front() << ": " << ended.status << ended.err);
    CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(60));
    // before it has anything to lose, a signal ends it like any program
    CHECK((ended.status == 5 || ended.status == 0 || ended.status == -signal));
    n_stopped += ended.status == 5 ? 1 : 0;
    CHECK(test::hidden_in(around.scratch / "out").empty());
    if (words.front() == "run" || words.front() == "compare")
      CHECK(std::filesystem::exists(around.scratch / words.back()) == (ended.status == 0));
    if (words.front() == "sweep" && std::filesystem::exists(around.scratch / "out/s/sweep.yaml"))
      CHECK(hansa_in(around.scratch, {"status", "out/s", "--read"}).status == 0);
    std::filesystem::remove_all(around.scratch / "out");
    std::filesystem::create_directory(around.scratch / "out");
  }
  CHECK(n_stopped > 0);
}

TEST_CASE("INT and TERM at any moment leave nothing in part", "[faults]") { send_signals(16, 1); }

TEST_CASE("two hundred signals leave nothing in part", "[.soak][faults]") { send_signals(200, 2); }

}  // namespace
}  // namespace hansa
