#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::put;
using test::quick_sweep;
using test::ScratchFolder;
using test::shards_of;
using Json = nlohmann::json;

TEST_CASE("a sweep file that is edited in its folder stops every verb, with the changes", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2, 3));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"}).status == 0);
  const auto shards = shards_of(scratch / "s");
  std::string text = test::text_of(scratch / "s/sweep.yaml");
  text.replace(text.find("seed: 42"), 8, "seed: 43");
  put(scratch / "s/sweep.yaml", text);
  const auto words = GENERATE(
      std::vector<std::string>{"status", "s"}, std::vector<std::string>{"verify", "s"},
      std::vector<std::string>{"merge", "s", "--partial"},
      std::vector<std::string>{"run", "--from", "s", "--run", "1"},
      std::vector<std::string>{"sweep", "s/sweep.yaml", "--out", "s"},
      std::vector<std::string>{"sweep", "s/sweep.yaml", "--out", "s", "--plan"},
      std::vector<std::string>{"submit", "s/sweep.yaml", "--out", "s", "--shards", "1", "--dry-run"});
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains("s/sweep.yaml:1:1: file: differs from the sweep of the shards beside it") &&
                            Contains("\n- seed: 42\n+ seed: 43\n"));
  CHECK(shards_of(scratch / "s") == shards);
}

TEST_CASE("status, verify and merge report what of a sweep is there", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(3, 2));
  CHECK_THAT(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--shard", "2/3"}).err,
             Contains("4 of 6 shards are still missing: hansa status s"));
  CHECK(hansa_in(scratch, {"status", "s"}).out ==
        "quick in s: 2 of 6 shards, 4 of 12 runs done\nmissing shards: 0,2-3,5\n"
        "to run them: hansa sweep s/sweep.yaml --out s\n");
  CHECK_THAT(hansa_in(scratch, {"status", "s", "--read"}).out,
             Contains("4 of 12 runs done, 0 of them failed\nmissing shards: 0,2-3,5\n"));
  CHECK(Json::parse(hansa_in(scratch, {"status", "s", "--json"}).out)["missing_shards"] == Json{0, 2, 3, 5});
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 1);
  const Ended refused = hansa_in(scratch, {"merge", "s"});
  CHECK(refused.status == 3);
  CHECK_THAT(refused.err, Contains("shards 0,2-3,5 of 6 are missing"));
  CHECK(hansa_in(scratch, {"merge", "s", "--partial"}).out == "s/merged.h5: 12 runs, 8 missing, 0 failed\n");
  const Ended so_far = hansa_in(scratch, {"analyze", "s"});
  CHECK(so_far.status == 0);
  CHECK(so_far.err == "hansa: 8 of 12 runs are still missing; hansa status s lists them\n");
  CHECK_THAT(so_far.out, Contains(": 12 runs, 8 missing)\n"));
  const Ended whole = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"});
  CHECK(whole.status == 0);
  CHECK(hansa_in(scratch, {"analyze", "s"}).out == whole.out);
  const Ended task = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--shard", "1/3"});
  CHECK((task.status == 0 && task.out.empty()));
  CHECK_THAT(task.err, Contains("hansa: all 6 shards are done: hansa analyze s\n"));
  const Json parsed = Json::parse(hansa_in(scratch, {"analyze", "s", "--json"}).out);
  CHECK((parsed["missing"] == 0 && parsed["rows"].size() > 1 && !parsed.contains("wall_seconds")));
  CHECK(hansa_in(scratch, {"merge", "s"}).status == 3);
  CHECK(hansa_in(scratch, {"verify", "s"}).out ==
        "s/merged.h5: lacks 8 runs that are done; hansa merge --force updates it\n");
  CHECK(hansa_in(scratch, {"merge", "s", "--force"}).status == 0);
  CHECK(hansa_in(scratch, {"verify", "s"}).out == "s: 6 shards with 12 runs, intact\n");

  std::filesystem::remove(scratch / "s/shards/shard-0001.h5.sha256");
  CHECK(hansa_in(scratch, {"status", "s"}).status == 1);
  CHECK_THAT(hansa_in(scratch, {"status", "s"}).out,
             Contains("damaged: shard 1: its .sha256 is missing; hansa sweep runs it again\n"));
  CHECK(hansa_in(scratch, {"verify", "s"}).out == "s/shards/shard-0001.h5: its .sha256 is missing\n");
  CHECK(hansa_in(scratch, {"merge", "s"}).status == 3);
  const Ended partial = hansa_in(scratch, {"merge", "s", "--partial", "--force"});
  CHECK(partial.out == "s/merged.h5: 12 runs, 2 missing, 0 failed\n");
  CHECK_THAT(partial.err, Contains("left out and marked as missing: shard 1: its .sha256 is missing"));
  CHECK_THAT(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"}).err, Contains("2 runs in 1 shard written"));
  CHECK(hansa_in(scratch, {"merge", "s", "--force"}).status == 0);
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  put(scratch / "s/shards/shard-0006.h5", "of another");
  CHECK(hansa_in(scratch, {"verify", "s"}).out == "s/shards/shard-0006.h5: is no file of this sweep\n");
  std::filesystem::remove(scratch / "s/shards/shard-0006.h5");

  std::string bytes = test::text_of(scratch / "s/shards/shard-0003.h5");
  bytes[100] = static_cast<char>(bytes[100] ^ 4);
  put(scratch / "s/shards/shard-0003.h5", bytes);
  const Ended damaged = hansa_in(scratch, {"verify", "s"});
  CHECK(damaged.status == 1);
  CHECK(damaged.out == "s/shards/shard-0003.h5: its bytes do not have the SHA-256 beside it\n");
  CHECK(hansa_in(scratch, {"status", "s"}).status == 0);  // which opens no shard
  CHECK_THAT(hansa_in(scratch, {"status", "s", "--read"}).out,
             Contains("damaged: shard 3: its bytes do not have"));
  put(scratch / "s/shards/shard-0003.h5", "");
  CHECK_THAT(hansa_in(scratch, {"status", "s"}).out, Contains("damaged: shard 3: is empty; delete it"));
}

TEST_CASE("curves and maps of a sweep go by its parameters, at points with given values", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml",
      "name: q\nscenario: copenhagen-2009\ndesign: grid\nset: {world.with_cities: false}\nparameters:\n"
      "  gridlock.level: {values: [0, 0.5, 1]}\n  conferences.COP15.forms: {values: [[hard], [soft]]}\n"
      "realizations: 4\n");
  REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  const Ended curve = hansa_in(
      scratch, {"analyze", "s", "--curve", "gridlock.level", "--where", "conferences.COP15.forms=[hard]"});
  CHECK(curve.status == 0);
  CHECK_THAT(
      curve.out,
      Contains(
          "where conferences.COP15.forms=[hard]\n\nCOP15 adopted by gridlock.level: means at its levels\n") &&
          Contains("one half at     0.1667 [beyond 0, "));
  const Json json = Json::parse(
      hansa_in(scratch, {"analyze", "s", "--curve", "gridlock.level", "--conference", "COP15", "--json"})
          .out);
  CHECK((json["curves"].size() == 4 && json["curves"][0]["curve"].size() == 3));
  CHECK(json["curves"][0]["design_points"] == 6);
  const Ended map = hansa_in(scratch, {"analyze", "s", "--map", "gridlock.level,gridlock.level"});
  CHECK(test::lines_of(map.out)[0] ==
        "outcome,conference,contrast,gridlock.level,gridlock.level,points,mean,lo,hi");
  CHECK(test::lines_of(map.out).size() == 1 + 4 * 3);
  const auto [words, message] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"--curve", "gridlock.levl"}, "--curve: the sweep varies no parameter 'gridlock.levl'; did you mean"},
      {{"--curve", "conferences.COP15.forms"},
       "--curve: conferences.COP15.forms has values that are no numbers"},
      {{"--curve", "gridlock.level", "--where", "gridlock.level=7"},
       "--where: no point has gridlock.level=7; values: 0, 0.5, 1"},
      {{"--method", "sobol"}, "--method: sobol needs the design sobol; this sweep is grid"},
      {{"--curve", "gridlock.level", "--conference", "COP2"},
       "--conference: the sweep has no conference 'COP2'"},
      {{"--map", "gridlock.level"}, "--map: expected two parameters"},
  }));
  std::vector<std::string> all = {"analyze", "s"};
  all.insert(all.end(), words.begin(), words.end());
  const Ended refused = hansa_in(scratch, all);
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains(message));
}

}  // namespace
}  // namespace hansa
