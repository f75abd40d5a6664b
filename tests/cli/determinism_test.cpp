// One scenario and one seed give the same bytes, whatever is around the program.
#include <iostream>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "support/files/sha256.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using test::Call;
using test::ScratchFolder;
using Words = std::vector<std::string>;

/// The digest of a result that is written below a folder of its own.
std::string digest_of(const std::string& scenario, const Words& more, const Words& variables = {},
                      mode_t mask = 022) {
  const ScratchFolder scratch;
  Words words = {"run", scenario, "--realizations", "3", "--quiet", "--out", "r"};
  words.insert(words.end(), more.begin(), more.end());
  const auto ended =
      test::run({.words = words, .folder = scratch.path(), .variables = variables, .before = [mask] {
                   ::umask(mask);
                   return true;
                 }});
  INFO(scenario << ": " << ended.err);
  REQUIRE(ended.status == 0);
  return sha256_of_file(scratch / "r/result.h5");
}

/// A locale whose numbers have a decimal comma, made in a folder; empty, and said, if that is not possible here.
Words with_decimal_comma(const ScratchFolder& scratch) {
  const auto made = test::shell(scratch,
                                "localedef -i de_DE -f UTF-8 ./de_DE.UTF-8 && "
                                "LOCPATH=. LC_ALL=de_DE.UTF-8 locale decimal_point");
  if (made.out != ",\n") return {};
  return {"LOCPATH=" + scratch.path().string(), "LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8"};
}

TEST_CASE("a locale with decimal commas, a time zone, a home or a mask changes no byte of a result",
          "[cli]") {
  const ScratchFolder scratch;
  const std::string usual = digest_of("copenhagen-2009", {});
  const Words comma = with_decimal_comma(scratch);
  if (comma.empty()) std::cout << "hansa: no locale can be made here (localedef); that part is left out\n";
  CHECK(digest_of("copenhagen-2009", {}, comma) == usual);
  CHECK(digest_of("copenhagen-2009", {}, {"TZ=Pacific/Kiritimati", "HOME=/nonexistent", "USER=x"}) == usual);
  CHECK(digest_of("copenhagen-2009", {"--threads", "5"}, comma, 0077) == usual);
  CHECK(digest_of("copenhagen-2009", {"--seed", "43"}) != usual);
}

TEST_CASE("ten scenarios have one digest each over any number of threads and repeats", "[.soak]") {
  const std::string scenario = GENERATE(values<std::string>(
      {"copenhagen-2009", "one-soft-conference", "paris-2015", "network-boom", "trade-round",
       "migration-compact-2018", "refugee-compact-2018", "new-urban-agenda-2016", "sdg11-2015", "u20-2018"}));
  const std::string usual = digest_of(scenario, {"--threads", "1"});
  for (int n_threads = 1; n_threads <= 16; ++n_threads) {
    for (int repeat = 0; repeat < 3; ++repeat) {
      INFO(scenario << " on " << n_threads << " threads, repeat " << repeat);
      CHECK(digest_of(scenario, {"--threads", std::to_string(n_threads)}) == usual);
    }
  }
  std::cout << scenario << ": " << usual << " over 48 runs" << std::endl;
}

TEST_CASE("a sweep has the same shards and merged bytes over workers and threads", "[.soak]") {
  const ScratchFolder scratch;
  test::put(scratch / "q.yaml", test::quick_sweep(15, 12));
  std::string usual;
  for (const int n_workers : {1, 3, 7}) {
    for (int n_threads = 1; n_threads <= 16; ++n_threads) {
      const std::string out = fmt::format("{}-{}", n_workers, n_threads);
      for (int worker = n_workers; worker > 0; --worker)  // the last first: order must not matter
        REQUIRE(test::hansa_in(
                    scratch, {"sweep", "q.yaml", "--quiet", "--out", out, "--threads",
                              std::to_string(n_threads), "--shard", fmt::format("{}/{}", worker, n_workers)})
                    .status == 0);
      REQUIRE(test::hansa_in(scratch, {"merge", out}).status == 0);
      const std::string merged = sha256_of_file(scratch / (out + "/merged.h5"));
      if (usual.empty()) usual = merged;
      INFO(out);
      CHECK(merged == usual);
    }
  }
  std::cout << "a sweep: " << usual << " over 48 divisions of the work" << std::endl;
}

}  // namespace
}  // namespace hansa
