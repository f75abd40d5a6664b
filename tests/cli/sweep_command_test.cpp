#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/run_page.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "tests/cli/sweep_folder.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::put;
using test::quick_sweep;
using test::ScratchFolder;
using test::shards_of;
using Json = nlohmann::json;

TEST_CASE("a sweep prints a line for every design point and arm, and leaves its shards", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(4, 6));
  const Ended ended = hansa_in(scratch, {"sweep", "q.yaml"});
  CHECK(ended.status == 0);
  const auto lines = test::lines_of(ended.out);
  REQUIRE(lines.size() == 10);
  CHECK(lines[0] == "quick (2 design points, 2 arms, 4 realizations: 16 runs)");
  CHECK(lines[3] == "point  gridlock.level  arm               adopted depth  networks  voice");
  CHECK_THAT(lines[5], StartsWith("    0               0  without-lobbying  "));
  CHECK_THAT(lines[7], StartsWith("    1             0.5  without-lobbying  "));
  CHECK_THAT(ended.err, Contains("16 runs in 3 shards written to results/quick"));
  CHECK(shards_of(scratch / "results/quick").size() == 6);
  const Ended checked =
      test::shell(scratch, "cd results/quick/shards && sha256sum --check --strict *.sha256");
  CHECK(checked.status == 0);

  const Ended again = hansa_in(scratch, {"sweep", "q.yaml"});
  CHECK(again.out == ended.out);
  CHECK_THAT(again.err, Contains("0 runs in 0 shards written"));
}

TEST_CASE("a sweep as JSON holds what its table holds", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(3, 500, "seed: 9\n"));
  const Json json = Json::parse(hansa_in(scratch, {"sweep", "q.yaml", "--json", "--out", "s"}).out);
  CHECK(json["runs"] == 12);
  CHECK(json["seed"] == 9);
  REQUIRE(json["rows"].size() == 4);
  CHECK(json["rows"][3]["parameters"]["gridlock.level"] == 0.5);
  CHECK(json["rows"][3]["arm"] == "without-lobbying");
  CHECK(json["rows"][3]["runs"] == 3);
  CHECK(json["rows"][3]["conferences"][0]["name"] == "COP15");
  CHECK(json["rows"][3]["conferences"][0]["depth"].is_null());
}

TEST_CASE("a plan estimates runs, time and bytes, and runs nothing", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(100, 50));
  const Json json = Json::parse(hansa_in(scratch, {"sweep", "q.yaml", "--plan", "--json"}).out);
  CHECK(json["runs"] == 400);
  CHECK(json["shards"] == 8);
  CHECK(json["seconds"] > 0);
  CHECK(scratch.names() == std::vector<std::string>{"q.yaml"});
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  double bytes = 0;
  for (const auto& [name, content] : shards_of(scratch / "s")) bytes += static_cast<double>(content.size());
  CHECK(json["bytes"].get<double>() == Approx(bytes).epsilon(0.25));
  CHECK(Json::parse(
            hansa_in(scratch, {"sweep", "q.yaml", "--plan", "--json", "--out", "s"}).out)["missing_runs"] ==
        0);
}

TEST_CASE("a sweep whose file changed is refused its old folder, with the changes", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2, 500));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml"}).status == 0);
  const auto shards = shards_of(scratch / "results/quick");
  put(scratch / "q.yaml", quick_sweep(2, 500, "seed: 5\n"));
  const auto words = GENERATE(std::vector<std::string>{"sweep", "q.yaml"},
                              std::vector<std::string>{"sweep", "q.yaml", "--plan"},
                              std::vector<std::string>{"submit", "q.yaml", "--shards", "1", "--dry-run"},
                              std::vector<std::string>{"submit", "q.yaml", "--shards", "1", "--prepare"});
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("results/quick/sweep.yaml:1:1: file: is a different sweep") &&
                            Contains("\n- seed: 42\n+ seed: 5\n"));
  CHECK(shards_of(scratch / "results/quick") == shards);
}

TEST_CASE("wrong sweeps and parts are refused before anything is written", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2, 500));
  put(scratch / "wrong.yaml", quick_sweep(0, 500));
  const auto [words, complaint] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"sweep", "wrong.yaml"}, "wrong.yaml:7:15: realizations: must be at least 1 [runs], got 0"},
      {{"check", "wrong.yaml"}, "wrong.yaml:7:15: realizations: must be at least 1 [runs], got 0"},
      {{"sweep", "copenhagen-2009"}, "file: is not a sweep: it has neither design nor scenario"},
      {{"run", "q.yaml"}, "q.yaml:1:1: file: is a sweep; run it with hansa sweep"},
      {{"sweep", "q.yaml", "--shard", "3/2"}, "expected I/N with I from 1 to N, such as 2/8; got '3/2'"},
      {{"sweep", "q.yaml", "--shard", "0/2"}, "expected I/N"},
      {{"sweep", "q.yaml", "--max-shards", "0"}, "--max-shards"},
      {{"status", "nowhere"}, "nowhere:1:1: file: there is no such folder"},
      {{"status", "."}, ".:1:1: file: is not the folder of a sweep: it has no sweep.yaml"},
      {{"run", "--from", "nowhere"}, "--from requires --run"},
      {{"run", "--run", "3"}, "--run requires --from"},
      {{"run", "q.yaml", "--from", "nowhere", "--run", "3"}, "excludes"},
      {{"run"}, "SCENARIO is required"},
      {{"run", "--from", "s", "--run", "-1"}, "--run: expected the number of a run, from 0; got '-1'"},
      {{"run", "--from", "s", "--run", "99999999999999999999"},
       "--run: expected the number of a run, from 0; got '99999999999999999999'"},
      {{"run", "copenhagen-2009", "--set", "gridlock.level=0", "--set", "gridlock.level=1"},
       "--set:1:1: gridlock.level: is set twice, by 'gridlock.level=0' and by 'gridlock.level=1'"},
      {{"run", "copenhagen-2009", "--set", "seed=3", "--seed", "4"}, "--seed: conflicts with --set seed=3"},
      {{"sweep", "q.yaml", "--out", "a", "--out", "b"}, "hansa sweep: --out may be given only once"},
  }));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains(complaint));
  CHECK(scratch.names() == std::vector<std::string>{"q.yaml", "wrong.yaml"});
}

TEST_CASE("failed runs are recorded and reported, or end the sweep with --on-error stop", "[sweep][cli]") {
  const ScratchFolder scratch;
  // with both weights at 0 nothing counts; the 1003rd point is the first such, too late for the check before
  put(scratch / "f.yaml",
      "name: f\nscenario:\n  name: tiny\n  issues: [mitigation, finance]\n  years: {from: 2010, to: 2010}\n"
      "  world: {with_cities: false}\n  conferences: [{name: COP16, year: 2010}]\ndesign: grid\nparameters:\n"
      "  preferences.finance.depth_weight: {values: [1, 0]}\n"
      "  preferences.mitigation.depth_weight: {values: [1, 0]}\n"
      "  gridlock.level: {min: 0, max: 1, steps: 334}\nrealizations: 1\nshard_runs: 1000\n");
  const Ended stopped =
      hansa_in(scratch, {"sweep", "f.yaml", "--out", "s", "--on-error", "stop", "--threads", "1"});
  CHECK(stopped.status == 4);
  CHECK(stopped.out.empty());
  CHECK_THAT(stopped.err,
             Contains("hansa: run 1002: design point 1002, arm full, realization 0, "
                      "preferences.finance.depth_weight=0, preferences.mitigation.depth_weight=0, "
                      "gridlock.level=0: ") &&
                 Contains("depth_weight is 0 for every issue"));
  CHECK(shards_of(scratch / "s").size() == 2);  // the one before, and its digest
  const Ended ended = hansa_in(scratch, {"sweep", "f.yaml", "--out", "s"});
  CHECK(ended.status == 4);
  CHECK_THAT(ended.out, StartsWith("f (1336 design points, 1 arm, 1 realization: 1336 runs, 334 failed)\n") &&
                            Contains("and 336 more rows; hansa analyze --csv prints all\n"));
  const Ended table = hansa_in(scratch, {"analyze", "s", "--csv"});
  CHECK(table.status == 4);
  const std::vector<std::string> lines = test::lines_of(table.out);
  REQUIRE(lines.size() == 1337);
  CHECK(lines[0] ==
        "design_point,arm,preferences.finance.depth_weight,preferences.mitigation.depth_weight,gridlock."
        "level,runs,"
        "failed,COP16.adopted,COP16.depth,networks,network_voice");
  CHECK(lines[1336] == "1335,full,0,0,1,0,1,,,,");
  if (can_make_pages()) {
    const Ended page = hansa_in(scratch, {"report", "s"});
    CHECK(page.status == 4);
    CHECK_THAT(page.err, Contains("of 1336 runs 334 failed and 0 are still missing"));
  }
  CHECK(hansa_in(scratch, {"sweep", "f.yaml", "--out", "s"}).status == 4);
  CHECK_THAT(hansa_in(scratch, {"status", "s", "--read"}).out,
             Contains("1336 of 1336 runs done, 334 of them failed\nfailed: run 1002: design point 1002, ") &&
                 Contains("and 314 more failed\n"));
  const Ended repeated = hansa_in(scratch, {"run", "--from", "s", "--run", "1100", "--out", "r"});
  CHECK(repeated.status == 2);
  CHECK_THAT(repeated.err, Contains("depth_weight is 0 for every issue"));
}

TEST_CASE("a grid of more values than a file may hold is refused", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "g.yaml",
      "name: g\nscenario: copenhagen-2009\ndesign: grid\nrealizations: 1\nshard_runs: 1000\n"
      "parameters: {gridlock.level: {min: 0, max: 1, steps: 30000}}\n");
  const Ended ended = hansa_in(scratch, {"sweep", "g.yaml", "--plan"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err,
             Contains("g.yaml:1:1: design: the sweep with all its values is longer than a file may be"));
}

TEST_CASE("one run of a sweep is repeated with the variables that the sweep omits", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(3, 5));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"}).status == 0);
  const Ended ended = hansa_in(scratch, {"run", "--from", "s", "--run", "6", "--out", "r"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.err,
             Contains("run 6: design point 1, arm full, realization 1, gridlock.level=0.5, seed 42"));
  const ResultSet run = read_result(scratch / "r/result.h5");
  const ResultSet shard = read_result(scratch / "s/shards/shard-0001.h5");  // runs 5 to 9
  CHECK(std::get<std::vector<std::int64_t>>(run.find_dimension("realization")->labels) ==
        std::vector<std::int64_t>{1});
  CHECK(run.find_variable("position") != nullptr);
  CHECK(run.find_variable("network_members") == nullptr);
  CHECK(hansa_in(scratch, {"run", "--from", "s", "--run", "6", "--out", "n", "--networks"}).status == 0);
  CHECK(read_result(scratch / "n/result.h5").find_variable("network_members") != nullptr);
  for (const char* name : {"network_voice", "compliance", "access", "voice"}) {
    const auto& one = std::get<std::vector<double>>(run.find_variable(name)->values);
    const auto& all = std::get<std::vector<double>>(shard.find_variable(name)->values);
    CHECK(one == std::vector<double>(all.begin() + static_cast<std::ptrdiff_t>(one.size()),
                                     all.begin() + static_cast<std::ptrdiff_t>(2 * one.size())));
  }
  const Ended beyond = hansa_in(scratch, {"run", "--from", "s", "--run", "12", "--out", "x"});
  CHECK(beyond.status == 2);
  CHECK_THAT(beyond.err, Contains("quick has the runs 0 to 11, got 12"));
}

TEST_CASE("a sweep with tables of its own can be moved and goes on elsewhere", "[sweep][cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "mine");
  std::filesystem::copy(source_dir() / "scenarios/data/network_counts.csv", scratch / "mine/counts.csv");
  put(scratch / "mine/issues.csv",
      "issue,key,value,source\nfishery,income,0.5,assumption\nurban_role,democracy,0.3,assumption\n");
  put(scratch / "mine/base.yaml",
      "name: base\nyears: {from: 2008, to: 2009}\nissues: [fishery, urban_role]\n"
      "world: {counts: counts.csv, issues: issues.csv, with_cities: false}\n");
  put(scratch / "mine/q.yaml",
      "name: q\nscenario: base.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 1]}}\n"
      "realizations: 2\n");
  CHECK(hansa_in(scratch, {"sweep", "mine/q.yaml", "--out", "s"}).status == 0);
  std::filesystem::remove_all(scratch / "mine");
  std::filesystem::rename(scratch / "s", scratch / "moved");
  CHECK(hansa_in(scratch, {"verify", "moved"}).status == 0);
  CHECK(hansa_in(scratch, {"run", "--from", "moved", "--run", "3", "--out", "r"}).status == 0);
  const auto shards = shards_of(scratch / "moved");
  std::filesystem::remove(scratch / "moved/shards/shard-0000.h5");
  CHECK(hansa_in(scratch, {"sweep", "moved/sweep.yaml", "--out", "moved"}).status == 0);
  CHECK(shards_of(scratch / "moved") == shards);
}

TEST_CASE("a folder that cannot hold files is reported before the sweep begins", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2, 3));
  const Ended ended = hansa_in(scratch, {"sweep", "q.yaml", "--out", "/proc/foo"});
  CHECK(ended.status == 3);
  CHECK(ended.err == "hansa: /proc/foo: /proc cannot hold files\n");
}

}  // namespace
}  // namespace hansa
