// What verbs open, watched by strace.
#include <catch2/catch.hpp>

#include "tests/faults/opened_files.hpp"
#include "tests/laws/extreme_world.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ScratchFolder;
namespace fs = std::filesystem;

TEST_CASE("a verb opens its scenario's folder, what it reads, what it writes and the data alone",
          "[cli][hostile]") {
  if (!test::has("strace", "strace -o /dev/null true")) return;
  const ScratchFolder scratch;
  const fs::path here = scratch.path();
  fs::create_directories(scratch / "in");
  test::put_extreme_world(scratch / "in");
  test::put(
      scratch / "in/q.yaml",
      "name: q\nscenario: extreme.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 0.5]}}\n");
  test::put(scratch / "in/other.yaml",
            test::text_of(scratch / "in/extreme.yaml") + "gridlock: {level: 0.5}\n");
  test::put(scratch / "secret.csv", test::text_of(scratch / "in/states.csv"));
  fs::copy_file(scratch / "in/extreme.yaml", scratch / "secret.yaml");
  fs::create_directories(scratch / "out");
  std::vector<std::string> allowed = test::opened_anyway();
  for (const char* own : {"in", "out"}) allowed.push_back(here / own);
  for (const std::string verb : {"check in/extreme.yaml",
                                 "run in/extreme.yaml --out out/r",
                                 "run in/extreme.yaml --out out/n --networks",
                                 "compare in/extreme.yaml --without networks --out out/c",
                                 "compare in/extreme.yaml in/other.yaml --out out/o",
                                 "compare in/extreme.yaml --attribute channels --out out/a",
                                 "explain in/extreme.yaml words --out out/e",
                                 "diff in/extreme.yaml in/other.yaml",
                                 "diff out/r out/n",
                                 "verify out/r",
                                 "verify out/c",
                                 "export out/r --csv",
                                 "export out/c --csv --out out/c.csv",
                                 "report out/r --out out/r.html",
                                 "report out/c --out out/c.html",
                                 "sweep in/q.yaml --out out/s",
                                 "sweep in/q.yaml --out out/s --plan",
                                 "merge out/s",
                                 "analyze out/s",
                                 "status out/s",
                                 "run --from out/s --run 1 --out out/one",
                                 "bargain ec-car-emission --csv out/b.csv"}) {
    const test::Watched watched = test::watch_files(scratch, verb);
    INFO(verb << ": " << watched.ended.status << "\n" << watched.ended.err);
    CHECK((watched.ended.status == 0 || watched.ended.status == 1 || verb.starts_with("report")));
    CHECK(watched.opened.size() > 10);
    CHECK(test::first_outside(watched.opened, allowed) == "");
  }
}

TEST_CASE("a comparison of a scenario whose tables lead out of its folder opens none of them",
          "[cli][hostile]") {
  if (!test::has("strace", "strace -o /dev/null true")) return;
  const ScratchFolder scratch;
  fs::create_directories(scratch / "in");
  test::put_extreme_world(scratch / "in");
  fs::rename(scratch / "in/states.csv", scratch / "secret.csv");
  fs::create_symlink(scratch / "secret.csv", scratch / "in/states.csv");
  const test::Watched watched =
      test::watch_files(scratch, "compare in/extreme.yaml --without networks --out out/c");
  CHECK(watched.ended.status == 2);
  CHECK_THAT(watched.ended.err, Contains("world.states: 'states.csv' is outside this file's folder"));
  CHECK(std::find(watched.opened.begin(), watched.opened.end(), scratch.path() / "secret.csv") ==
        watched.opened.end());
}

}  // namespace
}  // namespace hansa
