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
        "quick in s: 2 of 6 shards, 4 of 12 runs done, 0 of them failed\nmissing shards: 0,2-3,5\n"
        "to run them: hansa sweep s/sweep.yaml --out s\n");
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
}

}  // namespace
}  // namespace hansa
