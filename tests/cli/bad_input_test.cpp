// What `hansa run` refuses before it begins.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::ScratchFolder;
using Names = std::vector<std::string>;

TEST_CASE("forcing without a named folder is refused, for it would do nothing", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "copenhagen-2009", "--force"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("--force requires --out"));
  CHECK(scratch.names().empty());
}

TEST_CASE("a very long path is shown by its start and its end, whatever is wrong with it", "[cli]") {
  const ScratchFolder scratch;
  const std::string path = "begin" + std::string(5000, 'o') + "end";
  const auto [words, status] = GENERATE_COPY(table<Names, int>({
      {{"run", "copenhagen-2009", "--realizations", "1", "--quiet", "--out", path}, 3},
      {{"docs", "man", path}, 3},
      {{"bargain", "ec-car-emission", "--solver", "mean", "--picture", path}, 3},
      {{"run", path + ".yaml"}, 2},
      {{"analyze", path}, 2},
      {{"report", path}, 2},
      {{"diff", ".", path}, 2},
  }));
  INFO(words.front());
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == status);
  CHECK_THAT(ended.err, Contains("beginooo") && Contains("ooo[...]ooo") && Contains("oooend"));
  CHECK(ended.err.size() < 1000);
}

TEST_CASE("bad input is reported with its place, and nothing is written", "[cli]") {
  const ScratchFolder scratch;
  const auto [words, complaint] = GENERATE(table<Names, std::string>({
      {{"run", "copenhagen"}, "copenhagen:1:1: file: no scenario of the library is called 'copenhagen'"},
      {{"run", "./copenhagen-2009"},
       "./copenhagen-2009:1:1: file: cannot be read: No such file or directory"},
      {{"run", ""}, ":1:1: file: cannot be read: No such file or directory"},
      {{"run", "/dev/zero"}, "/dev/zero:1:1: file: is not a regular file"},
      {{"run", "."}, ".:1:1: file: is a folder, not a file"},
      {{"run", "paris-2015", "--set", "gridlock.levle=0"},
       "gridlock.levle: unknown key; did you mean 'level'?"},
      {{"run", "paris-2015", "--set", "gridlock.level=x"}, "gridlock.level: expected a number, got 'x'"},
      {{"run", "paris-2015", "--set", "gridlock.level=9"}, "gridlock.level: must be at most 1"},
      {{"run", "paris-2015", "--set", "gridlock.level"}, "expected key.path=value on one line"},
      {{"run", "paris-2015", "--set"}, "hansa run: --set needs a value"},
      {{"run", "paris-2015", "--realizations", "0"}, "realizations: must be at least 1"},
      {{"run", "paris-2015", "--realizations", "-1"}, "realizations: must be at least 1"},
      {{"run", "paris-2015", "--realizations", "1e3"}, "realizations: expected a whole number, got '1e3'"},
      {{"run", "paris-2015", "--realizations", "99999999999999999999"}, "got 99999999999999999999"},
      {{"run", "paris-2015", "--seed", "-1"}, "seed: expected a whole number from 0, got '-1'"},
      {{"run", "paris-2015", "--seed", "18446744073709551616"}, "seed: "},
      {{"run", "paris-2015", "--seed", "3", "--set", "seed=4"}, "--seed: conflicts with --set seed=4"},
      {{"run", "paris-2015", "--set", "conferences.COP15.absent=[QQQ]"},
       "--set:1:26: conferences.COP15.absent: data/states.csv has no state 'QQQ'"},
      {{"run", "paris-2015", "--threads", "0"}, "--threads: expected a whole number from 1 to 1024; got '0'"},
      {{"run", "paris-2015", "--threads", "-1"},
       "--threads: expected a whole number from 1 to 1024; got '-1'"},
      {{"run", "paris-2015", "--threads", "two"}, "--threads"},
      {{"run", "paris-2015", "--out"}, "hansa run: --out needs a value"},
      {{"run", "paris-2015", "--ouch"}, "--ouch"},
      {{"run", "paris-2015", "copenhagen-2009"}, "hansa run: unexpected word 'copenhagen-2009'"},
      {{"run"}, "hansa run: SCENARIO is required"},
  }));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(complaint));
  CHECK(scratch.names().empty());
}

TEST_CASE("all that is wrong with a scenario and its settings is reported at once", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "paris-2015", "--set", "gridlock.level=9", "--set",
                                         "lobbying.strength=-4", "--realizations", "0"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err,
             Contains("gridlock.level: ") && Contains("lobbying.strength: ") && Contains("realizations: "));
  CHECK(lines_of(ended.err).size() == 3);
}

TEST_CASE("what is no scenario is refused at once", "[cli]") {
  const ScratchFolder scratch;
  REQUIRE(::mkfifo((scratch / "pipe.yaml").c_str(), 0600) == 0);
  test::put(scratch / "huge.yaml", std::string(30'000'000, '\n'));
  test::put(scratch / "binary.yaml", std::string_view("\x7f"
                                                      "ELF\x02\x01\x00\xff",
                                                      8));
  test::put(scratch / "empty.yaml", "");
  const Names before = scratch.names();
  for (const std::string& name : before) {
    const Ended ended = hansa_in(scratch, {"run", name});
    INFO(name);
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err, StartsWith(name + ":1:"));
  }
  CHECK(scratch.names() == before);
}

TEST_CASE("more realizations than memory holds are refused before the start", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "paris-2015", "--realizations", "1000000"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("realizations: 1000000 realizations need about ") &&
                            Contains(" GB of memory, and ") && Contains(" GB are free; ask for fewer\n"));
  CHECK(scratch.names().empty());
}

}  // namespace
}  // namespace hansa
