// What the commands say of sweeps that grow, and what kills and other workers do to them.
#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::Program;
using test::put;
using test::quick_sweep;
using test::ScratchFolder;
using test::text_of;

/// Whether the folder's merged.h5 has the bytes of that of the same sweep in a new folder.
bool is_as_at_once(const ScratchFolder& scratch, const std::string& file, const std::string& folder) {
  CHECK(hansa_in(scratch, {"sweep", file, "--out", "once", "--quiet"}).status == 0);
  CHECK(hansa_in(scratch, {"merge", "once"}).status == 0);
  CHECK(hansa_in(scratch, {"merge", folder, "--force"}).status == 0);
  return text_of(scratch / "once/merged.h5") == text_of(scratch / folder / "merged.h5");
}

TEST_CASE("a plan says what a sweep that grows keeps and what is new; the sweep runs that",
          "[sweep][growth][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(4, 6));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  CHECK(hansa_in(scratch, {"merge", "s"}).status == 0);
  put(scratch / "q.yaml", quick_sweep(10, 6));
  const std::vector<std::string> plan = {"sweep", "q.yaml", "--out", "s", "--plan"};
  CHECK_THAT(hansa_in(scratch, plan).out,
             StartsWith("quick: 40 runs (2 design points x 2 arms x 10 realizations) in 7 shards\n"
                        "kept: 16 runs\nto do: 24 runs, "));
  const auto json =
      nlohmann::json::parse(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--plan", "--json"}).out);
  CHECK(json["kept_runs"] == 16);
  CHECK(json["missing_runs"] == 24);
  CHECK_THAT(hansa_in(scratch, {"submit", "q.yaml", "--out", "s", "--shards", "7", "--dry-run"}).err,
             Contains("--array=1-7"));
  CHECK_THAT(hansa_in(scratch, {"status", "s"}).out,
             StartsWith("quick in s: 3 of 3 shards, 16 of 16 runs done\n"));

  const Ended part = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--shard", "2/2"});
  CHECK_THAT(part.err, Contains("18 runs in 3 shards written to s, 6 of them kept, not run again"));
  CHECK_THAT(
      hansa_in(scratch, {"status", "s"}).out,
      Contains("3 of 7 shards, 18 of 40 runs done\n") &&
          Contains("kept: 10 runs from before the sweep grew, in shards to come; they are not run again\n"));
  const Ended rest = hansa_in(scratch, {"sweep", "s/sweep.yaml", "--out", "s"});
  CHECK_THAT(rest.err, Contains("22 runs in 4 shards written to s, 10 of them kept, not run again"));
  const Ended verified = hansa_in(scratch, {"verify", "s"});
  CHECK(verified.status == 1);
  CHECK_THAT(verified.out,
             Contains("merged.h5: is of another sweep, or from before this one grew; hansa merge --force"));
  CHECK(is_as_at_once(scratch, "q.yaml", "s"));
  CHECK(hansa_in(scratch, {"verify", "s"}).out == "s: 7 shards with 40 runs, intact\n");
  CHECK_THAT(hansa_in(scratch, {"run", "--from", "s", "--run", "33", "--out", "r"}).err,
             Contains("run 33: design point 0, arm without-lobbying, realization 8, "));

  put(scratch / "q.yaml", quick_sweep(6, 6));
  const Ended less = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"});
  CHECK(less.status == 2);
  CHECK_THAT(less.err,
             Contains("s/sweep.yaml:1:1: realizations: holds this sweep with 10 realizations, more than 6"));
}

TEST_CASE("two workers let a sweep grow at once, and leave what one would", "[sweep][growth][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(20, 6));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  put(scratch / "q.yaml", quick_sweep(60, 7));
  const test::Call call{.words = {"sweep", "q.yaml", "--out", "s", "--threads", "1"},
                        .folder = scratch.path()};
  Program one(call), other(call);
  CHECK(one.end().status == 0);
  CHECK(other.end().status == 0);
  CHECK(is_as_at_once(scratch, "q.yaml", "s"));
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
}

TEST_CASE("kills while a sweep grows, again and again, lose no run", "[sweep][growth][cli]") {
  const ScratchFolder scratch;
  std::mt19937 random(7);
  std::uniform_int_distribution<int> milliseconds(10, 150);
  for (int k = 1; k <= 12; ++k) {
    put(scratch / "q.yaml", quick_sweep(40 * k, 20 + k));
    const test::Call call{.words = {"sweep", "q.yaml", "--out", "s", "--threads", "1"},
                          .folder = scratch.path()};
    Program one(call), other(call);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    one.send(SIGKILL);
    other.send(SIGKILL);
    static_cast<void>(one.end());
    static_cast<void>(other.end());
  }
  const Ended last = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"});
  INFO(last.err << test::shell(scratch, "ls -la s s/*").out);
  CHECK(last.status == 0);
  CHECK(is_as_at_once(scratch, "q.yaml", "s"));
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  CHECK(test::hidden_in(scratch / "s").empty());
}

}  // namespace
}  // namespace hansa
