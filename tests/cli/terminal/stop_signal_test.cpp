#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Call;
using test::Ended;
using test::Program;
using test::ScratchFolder;
using Clock = std::chrono::steady_clock;

constexpr const char* begun = " realization";

Call long_run(const ScratchFolder& scratch) {
  return {.words = {"run", "paris-2015", "--realizations", "500", "--threads", "1", "--out", "run"},
          .folder = scratch.path()};
}

void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(300)); }

TEST_CASE("INT and TERM stop a run within five seconds, and nothing of it stays", "[cli]") {
  const ScratchFolder scratch;
  const int signal = GENERATE(SIGINT, SIGTERM);
  Program program(long_run(scratch));
  REQUIRE(program.says(begun));
  pause();
  CHECK_FALSE(scratch.names().empty());
  program.send(signal);
  const auto sent = Clock::now();
  const Ended ended = program.end();
  CHECK(Clock::now() - sent < std::chrono::seconds(5));
  CHECK(ended.status == 5);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err,
             Contains("hansa: stopped after ") && Contains(" of 500 realizations; nothing was written"));
  CHECK(scratch.names().empty());
}

TEST_CASE("a signal at the very start leaves nothing either", "[cli]") {
  const ScratchFolder scratch;
  Program program(long_run(scratch));
  REQUIRE(program.says(begun));
  program.send(SIGINT);
  CHECK(program.end().status == 5);
  CHECK(scratch.names().empty());
}

TEST_CASE("a second signal, of either kind, ends a run at once", "[cli]") {
  const ScratchFolder scratch;
  // one realization of many conferences, long and hopeless
  std::string scenario =
      "schema_version: 1\nname: long\nrealizations: 1\nyears: {from: 2009, to: 2009}\n"
      "negotiation: {max_texts: 400}\nconferences:\n";
  for (int k = 0; k < 1000; ++k) {
    scenario +=
        "  - {name: C" + std::to_string(k) +
        ", year: 2009, presidency: DNK, architecture: targets, floor: 0.9, forms: [hard], rounds: 200}\n";
  }
  test::put(scratch / "long.yaml", scenario);
  const auto [first, second] =
      GENERATE(table<int, int>({{SIGINT, SIGINT}, {SIGINT, SIGTERM}, {SIGTERM, SIGINT}}));
  Program program({.words = {"run", "long.yaml", "--out", "run"}, .folder = scratch.path()});
  REQUIRE(program.says(begun));
  pause();  // or the realization is not even begun
  program.send(first);
  pause();  // two at once may come in either order
  program.send(second);
  CHECK(program.end().status == -second);
  CHECK_FALSE(std::filesystem::exists(scratch / "run"));
}

TEST_CASE("a run that is killed leaves no result, and the next one clears up behind it", "[cli]") {
  const ScratchFolder scratch;
  Program program(long_run(scratch));
  REQUIRE(program.says(begun));
  pause();
  program.send(SIGKILL);
  CHECK(program.end().status == -SIGKILL);
  CHECK_FALSE(std::filesystem::exists(scratch / "run"));
  CHECK(scratch.names().size() == 1);  // hidden
  CHECK(test::hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "1", "--out", "run"}).status ==
        0);
  CHECK(scratch.names() == std::vector<std::string>{"run"});
}

TEST_CASE("a run begun where INT is ignored, as behind a shell's &, goes on ignoring it", "[cli]") {
  const ScratchFolder scratch;
  Call call = long_run(scratch);
  call.words[3] = "10";
  call.before = [] { return std::signal(SIGINT, SIG_IGN) != SIG_ERR; };
  Program program(call);
  REQUIRE(program.says(begun));
  program.send(SIGINT);
  CHECK(program.end().status == 0);
  CHECK(std::filesystem::exists(scratch / "run/result.h5"));
}

}  // namespace
}  // namespace hansa
