#include <catch2/catch.hpp>

#include "tests/cli/terminal/pseudo_terminal.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Call;
using test::Ended;
using test::Program;
using test::ScratchFolder;
using Clock = std::chrono::steady_clock;

/// A table on which smp takes long: so many actors, no two alike.
std::string table_of(int n_actors) {
  std::string text = "actor,power,position 0..100,salience\n";
  for (int k = 0; k < n_actors; ++k)
    text += fmt::format("A{},{},{},{}\n", k, 10 + k * 7 % 90, (k * 37 % 1000) / 10.0, 2 + k * 53 % 98);
  return text;
}

Call long_bargain(const ScratchFolder& scratch, int n_actors) {
  test::put(scratch / "t.csv", table_of(n_actors));
  return {.words = {"bargain", "t.csv", "--solver", "smp", "--csv", "f.csv"},
          .folder = scratch.path(),
          .variables = {"TERM=xterm", "NO_COLOR=1"}};
}

TEST_CASE("a long bargain says on a terminal what it is at, and clears the line",
          "[cli][bargain][progress]") {
  const ScratchFolder scratch;
  Call call = long_bargain(scratch, 1500);
  call.words.insert(call.words.begin(), program_file().string());
  for (const char* word : {"5", "INT", "-s", "--preserve-status", "--foreground"})
    call.words.insert(call.words.begin(), word);
  call.program = "/usr/bin/timeout";
  const test::Seen seen = test::on_terminal(call, 100, {STDERR_FILENO});
  CHECK(seen.status == 5);
  static const std::regex line("\rsmp, 1 of 1 solver, [2-5] s\033\\[K");
  CHECK(std::regex_search(seen.screen, line));
  CHECK(seen.text() == "hansa: stopped; nothing was written, the same command starts over\n");
}

TEST_CASE("a short bargain says nothing of what it is at", "[cli][bargain][progress]") {
  const ScratchFolder scratch;
  const test::Seen seen = test::on_terminal(long_bargain(scratch, 5), 100, {STDERR_FILENO});
  CHECK(seen.status == 0);
  CHECK_THAT(seen.screen, !Contains("of 1 solver"));
}

TEST_CASE("INT and TERM end a long bargain and a long backtest, and nothing is written",
          "[cli][bargain][progress]") {
  const ScratchFolder scratch;
  const auto [verb, signal] = GENERATE(table<const char*, int>({{"bargain", SIGINT}, {"backtest", SIGTERM}}));
  Call call = long_bargain(scratch, 1500);
  call.words[0] = verb;
  if (call.words[0] == "backtest") {
    call.words = {"backtest", "t.csv", "--csv", "f.csv"};
    std::string text = "issue,actor,power,position 0..100,salience,outcome\n";
    for (const std::string& line : test::lines_of(table_of(1500)))
      if (!line.starts_with("actor")) text += "a," + line + ",50\n";
    test::put(scratch / "t.csv", text);
  }
  Program program(call);
  std::this_thread::sleep_for(std::chrono::milliseconds(800));
  program.send(signal);
  const auto sent = Clock::now();
  const Ended ended = program.end();
  CHECK(Clock::now() - sent < std::chrono::seconds(5));
  CHECK(ended.status == 5);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains("hansa: stopped; nothing was written, the same command starts over\n"));
  CHECK(scratch.names() == std::vector<std::string>{"t.csv"});
}

}  // namespace
}  // namespace hansa
