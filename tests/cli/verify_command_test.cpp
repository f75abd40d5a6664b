// Whoever alters a result can renew its digests; hansa verify --recompute finds what he altered.
#include <catch2/catch.hpp>

#include "tests/analysis/results/hdf5/altered_result.hpp"
#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::alter;
using test::alter_in_sweep;
using test::Ended;
using test::flip_bit;
using test::hansa_in;
using test::put;
using test::quick_sweep;
using test::renew_digest;
using test::ScratchFolder;

void sweep_in(const ScratchFolder& scratch) {
  put(scratch / "q.yaml", quick_sweep(3, 2));
  REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
}

TEST_CASE("runs of a sweep that nobody altered are recomputed to the byte", "[sweep][cli][verify]") {
  const ScratchFolder scratch;
  sweep_in(scratch);
  REQUIRE(hansa_in(scratch, {"merge", "s"}).status == 0);
  const Ended all = hansa_in(scratch, {"verify", "s", "--recompute", "100"});
  CHECK(all.status == 0);
  CHECK(all.out ==
        "s: 6 shards with 12 runs, intact\n"
        "s: 12 of 12 runs recomputed, chosen by seed 1: 0-11; all bytes are equal\n");
  const std::vector<std::string> words = {"verify", "s", "--recompute", "3", "--seed", "5"};
  const Ended some = hansa_in(scratch, words);
  CHECK(some.status == 0);
  CHECK_THAT(some.out, Contains("3 of 12 runs recomputed, chosen by seed 5: "));
  CHECK(hansa_in(scratch, words).out == some.out);
}

TEST_CASE("one bit of a shard that is sealed again is found by recomputing", "[sweep][cli][verify]") {
  const ScratchFolder scratch;
  sweep_in(scratch);
  const auto [variable, place] = GENERATE(table<std::string, std::string>({
      {"voice", "first difference: voice at run 7, conference COP15: "},
      {"n_objectors", "first difference: n_objectors at run 7, conference COP15: "},
  }));
  alter_in_sweep(scratch / "s/shards/shard-0003.h5",
                 [&variable = variable](hid_t file) { flip_bit(file, variable.c_str(), 1); });
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  const Ended found = hansa_in(scratch, {"verify", "s", "--recompute", "12"});
  CHECK(found.status == 1);
  CHECK_THAT(found.out, Contains("s/shards/shard-0003.h5: not reproduced, runs 6-7 recomputed\n" + place));
}

TEST_CASE("one bit of a value that does not apply is found by recomputing, too", "[sweep][cli][verify]") {
  const ScratchFolder scratch;
  sweep_in(scratch);
  alter_in_sweep(scratch / "s/shards/shard-0000.h5", [&](hid_t file) {
    for (std::size_t run = 0; run < 2; ++run) flip_bit(file, "entered_force", run);  // NaN: no treaty
  });
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  const Ended found = hansa_in(scratch, {"verify", "s", "--recompute", "12"});
  CHECK(found.status == 1);
  CHECK(found.out ==
        "s: 6 shards with 12 runs, intact\ns/shards/shard-0000.h5: not reproduced, runs 0-1 recomputed\n"
        "the values are equal, the bytes that store them are not\n");
}

TEST_CASE("one bit of a merged sweep that is sealed again is found by recomputing", "[sweep][cli][verify]") {
  const ScratchFolder scratch;
  sweep_in(scratch);
  REQUIRE(hansa_in(scratch, {"merge", "s"}).status == 0);
  const auto [variable, what] = GENERATE(table<std::string, std::string>({
      {"voice",
       "voice differs from s/shards/shard-0000.h5 at run 0: design point 0, arm full, realization 0, "
       "gridlock.level=0"},
      {"run", "run differs from s/shards/shard-0000.h5 at run 0: "},
      {"parameter_value", "parameter_value differs from the sweep's design"},
      {"conference_year", "conference_year differs from the sweep's design"},
  }));
  alter_in_sweep(scratch / "s/merged.h5",
                 [&variable = variable](hid_t file) { flip_bit(file, variable.c_str()); });
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  const Ended found = hansa_in(scratch, {"verify", "s", "--recompute", "12"});
  CHECK(found.status == 1);
  CHECK_THAT(found.out, Contains("s/merged.h5: " + what));
}

TEST_CASE("a sweep that another program made cannot be recomputed, which is said", "[sweep][cli][verify]") {
  const ScratchFolder scratch;
  sweep_in(scratch);
  std::string text = test::text_of(scratch / "s/sweep.yaml");
  const std::size_t at = text.find("hansa: ");
  REQUIRE(at != std::string::npos);
  text.replace(at + 7, text.find_first_of(",}\n", at) - at - 7, "0.0.9");
  put(scratch / "s/sweep.yaml", text);
  put(scratch / "s/sweep.yaml.sha256", digest_line(sha256_hex(text), "sweep.yaml"));
  const Ended ended = hansa_in(scratch, {"verify", "s", "--recompute", "1"});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("this program or its tables would give different runs"));
}

TEST_CASE("the folder of a run is verified by its digests", "[cli][verify]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--out", "r"}).status == 0);
  CHECK(hansa_in(scratch, {"verify", "r"}).out == "r: 1 result, intact\n");

  put(scratch / "r/note.txt", "mine");
  const Ended more = hansa_in(scratch, {"verify", "r"});
  CHECK(more.status == 1);
  CHECK(more.out == "r/note.txt: is not listed in run.json\n");
  std::filesystem::remove(scratch / "r/note.txt");

  std::string bytes = test::text_of(scratch / "r/result.h5");
  bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
  put(scratch / "r/result.h5", bytes);
  const Ended damaged = hansa_in(scratch, {"verify", "r"});
  CHECK(damaged.status == 1);
  CHECK(damaged.out ==
        "r/result.h5: its bytes do not have the SHA-256 in run.json\n"
        "r/result.h5: is damaged: its bytes do not have the SHA-256 in its last line\n");

  std::filesystem::remove(scratch / "r/scenario.yaml");
  std::filesystem::create_symlink("/etc/passwd", scratch / "r/scenario.yaml");
  CHECK_THAT(hansa_in(scratch, {"verify", "r"}).out, Contains("r/scenario.yaml: is not a regular file\n"));
  std::filesystem::remove(scratch / "r/scenario.yaml");
  CHECK_THAT(hansa_in(scratch, {"verify", "r"}).out, Contains("r/scenario.yaml: is missing\n"));
  put(scratch / "r/run.json", R"({"sha256": {"../q.yaml": ""}})");
  CHECK_THAT(hansa_in(scratch, {"verify", "r"}).out,
             Contains("r/run.json: '../q.yaml' is no file of this folder\n"));
  put(scratch / "r/run.json", "{}");
  CHECK(hansa_in(scratch, {"verify", "r"}).out ==
        "r/run.json: does not list the digests of the files beside it\n");
}

TEST_CASE("one bit of a run whose digests are renewed is found by recomputing", "[cli][verify]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--out", "r"}).status == 0);
  const Ended same = hansa_in(scratch, {"verify", "r", "--recompute", "1", "--quiet"});
  CHECK(same.status == 0);
  CHECK_THAT(same.out, Contains("r: 1 result, intact\nr/result.h5: reproduced, all "));

  alter(scratch / "r/result.h5", [](hid_t file) { flip_bit(file, "voice", 1); });
  renew_digest(scratch / "r", "result.h5");
  CHECK(hansa_in(scratch, {"verify", "r"}).status == 0);
  const Ended found = hansa_in(scratch, {"verify", "r", "--recompute", "1", "--quiet"});
  CHECK(found.status == 1);
  CHECK_THAT(found.out, Contains("r/result.h5: not reproduced\nfirst difference: voice at realization 1, "
                                 "conference COP15: "));
}

TEST_CASE("of a comparison so many results are recomputed as are asked for", "[cli][verify]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"compare", "copenhagen-2009", "--without", "networks", "--realizations", "2",
                             "--out", "c", "--quiet"})
              .status == 0);
  CHECK(hansa_in(scratch, {"verify", "c"}).out == "c: 2 results, intact\n");
  const Ended one = hansa_in(scratch, {"verify", "c", "--recompute", "1", "--quiet"});
  CHECK(one.status == 0);
  CHECK_THAT(one.out, Contains("c: 1 of 2 results recomputed, chosen by seed 1\n"));
  CHECK(test::lines_of(one.out).size() == 3);
  CHECK(test::lines_of(hansa_in(scratch, {"verify", "c", "--recompute", "2", "--quiet"}).out).size() == 3);
}

}  // namespace
}  // namespace hansa
