// Standard output and standard error that are full, closed or without reader.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::ScratchFolder;
using test::shell;

const std::string small_run = "\"$HANSA\" run copenhagen-2009 --realizations 1 --out run";

bool has_result(const ScratchFolder& scratch) { return std::filesystem::exists(scratch / "run/result.h5"); }

// Gives a stream a pipe without reader.
std::function<bool()> unread(int stream) {
  return [stream] {
    int ends[2];
    if (::pipe(ends) != 0 || ::dup2(ends[1], stream) != stream) return false;
    ::close(ends[0]);
    ::close(ends[1]);
    return true;
  };
}

TEST_CASE("every verb reports a full disk", "[cli]") {
  const ScratchFolder scratch;
  const std::string verb = GENERATE("list", "phases", "schema", "check paris-2015", "docs parameters",
                                    "docs variables", "--version", "--help", "run --help");
  const Ended ended = shell(scratch, "\"$HANSA\" " + verb + " > /dev/full");
  CHECK(ended.status == 3);
  CHECK(ended.err == "hansa: standard output: cannot be written: No space left on device\n");
}

TEST_CASE("a run whose table does not fit on a full disk still reports where its result is", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = shell(scratch, small_run + GENERATE("", " --json") + " > /dev/full");
  CHECK(ended.status == 3);
  CHECK_THAT(ended.err,
             Contains("written to run: ") && Contains("standard output: cannot be written: No space"));
  CHECK(has_result(scratch));
}

TEST_CASE("a reader that closes the pipe early causes no message", "[cli]") {
  const ScratchFolder scratch;
  const auto words = GENERATE(table<std::vector<std::string>, bool>(
      {{{"docs", "parameters"}, false},
       {{"run", "copenhagen-2009", "--realizations", "1", "--quiet", "--out", "run"}, true}}));
  const Ended ended =
      test::run({.words = std::get<0>(words), .folder = scratch.path(), .before = unread(STDOUT_FILENO)});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(has_result(scratch) == std::get<1>(words));
}

TEST_CASE("a run goes on when its remarks cannot be written", "[cli]") {
  const ScratchFolder scratch;
  SECTION("standard error is full") { CHECK(shell(scratch, small_run + " 2> /dev/full").status == 0); }
  SECTION("standard error is closed") { CHECK(shell(scratch, small_run + " 2>&-").status == 0); }
  SECTION("standard error has no reader") {
    const test::Call call{.words = {"run", "copenhagen-2009", "--realizations", "1", "--out", "run"},
                          .folder = scratch.path(),
                          .before = unread(STDERR_FILENO)};
    CHECK(test::run(call).status == 0);
  }
  CHECK(has_result(scratch));
}

TEST_CASE("bad input is bad input when the reason cannot be written", "[cli]") {
  const ScratchFolder scratch;
  const std::string verb = GENERATE("run nothing", "check nothing", "nothing", "run");
  CHECK(shell(scratch, "\"$HANSA\" " + verb + GENERATE(" 2> /dev/full", " 2>&-")).status == 2);
}

TEST_CASE("a run without open streams writes no message into a file", "[cli]") {
  const ScratchFolder scratch;
  CHECK(shell(scratch, small_run + " --seed 3").status == 0);
  std::filesystem::rename(scratch / "run", scratch / "usual");
  CHECK(shell(scratch, small_run + " --seed 3 <&- >&- 2>&-").status == 3);
  for (const char* file : {"result.h5", "scenario.yaml"}) {
    INFO(file);
    CHECK((test::text_of(scratch / "run" / file) == test::text_of(scratch / "usual" / file)));
  }
}

}  // namespace
}  // namespace hansa
