// What `hansa report` and `hansa run --report` write, and what they refuse.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/run_page.hpp"
#include "support/files/sha256.hpp"
#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using test::text_of;

/// Whether this build has pages; prints that a test is skipped if not.
bool has_pages() {
  if (!can_make_pages()) std::puts("skipped: this build has no page");
  return can_make_pages();
}

Ended run_in(const ScratchFolder& scratch, std::vector<std::string> more = {}) {
  std::vector<std::string> words = {"run", "copenhagen-2009", "--realizations", "2", "--out",
                                    "run", "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  return hansa_in(scratch, words);
}

TEST_CASE("a report stands beside its folder, or where it is asked for", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  REQUIRE(run_in(scratch).status == 0);
  const Ended ended = hansa_in(scratch, {"report", "run"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("run.html: "));
  CHECK_THAT(text_of(scratch / "run.html"), StartsWith("<!doctype html>") && Contains("Copenhagen 2009"));
  CHECK(hansa_in(scratch, {"report", "run/", "-o", "page.html"}).status == 0);
  CHECK(text_of(scratch / "page.html") == text_of(scratch / "run.html"));
}

TEST_CASE("a report replaces nothing unasked", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  REQUIRE(run_in(scratch).status == 0);
  test::put(scratch / "mine.html", "mine");
  CHECK(hansa_in(scratch, {"report", "run", "--out", "mine.html"}).status == 3);
  CHECK(text_of(scratch / "mine.html") == "mine");
  CHECK(hansa_in(scratch, {"report", "run", "--out", "mine.html", "--force"}).status == 0);
  CHECK_THAT(text_of(scratch / "mine.html"), StartsWith("<!doctype html>"));
}

TEST_CASE("run --report has the page among its files, the same as report makes", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  REQUIRE(run_in(scratch, {"--report"}).status == 0);
  const std::string page = text_of(scratch / "run/report.html");
  CHECK(nlohmann::json::parse(text_of(scratch / "run/run.json"))["sha256"]["report.html"] ==
        sha256_hex(page));
  REQUIRE(hansa_in(scratch, {"report", "run"}).status == 0);
  CHECK(text_of(scratch / "run.html") == page);
  CHECK(run_in(scratch, {"--report", "--force"}).status == 0);
}

TEST_CASE("a report of a comparison names its arms and its differences", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"compare", "copenhagen-2009", "--without", "lobbying", "--realizations", "4",
                             "--out", "both", "--quiet", "--report"})
              .status == 0);
  REQUIRE(hansa_in(scratch, {"report", "both"}).status == 0);
  CHECK(text_of(scratch / "both/report.html") == text_of(scratch / "both.html"));
  CHECK_THAT(text_of(scratch / "both.html"), Contains("What does without-lobbying change") &&
                                                 Contains("4 pairs of histories") &&
                                                 Contains("Whether a text is adopted"));
  test::put(scratch / "both/compare.json", "{}");
  CHECK(hansa_in(scratch, {"report", "both", "--force"}).status == 2);
}

TEST_CASE("a report of a sweep shows what is done of it, and a damaged shard is refused", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  test::put(scratch / "quick.yaml", test::quick_sweep(2, 4));
  const Ended swept = hansa_in(scratch, {"sweep", "quick.yaml", "--out", "s", "--report"});
  REQUIRE(swept.status == 0);
  CHECK_THAT(swept.err, Contains("open s/report.html in a browser"));
  REQUIRE(hansa_in(scratch, {"report", "s"}).status == 0);
  CHECK(text_of(scratch / "s.html") == text_of(scratch / "s/report.html"));
  CHECK_THAT(text_of(scratch / "s.html"), Contains("What changes with sovereignty gridlock") &&
                                              Contains("8 runs") && !Contains("still missing"));

  std::filesystem::remove(scratch / "s/shards/shard-0001.h5");
  const Ended analyzed = hansa_in(scratch, {"analyze", "s", "--report"});
  CHECK(analyzed.status == 0);
  CHECK_THAT(text_of(scratch / "s/report.html"), Contains("Of 8 runs 4 are still missing and 0 failed."));

  const Ended reported = hansa_in(scratch, {"report", "s", "-o", "partial.html"});
  CHECK(reported.status == 0);
  CHECK_THAT(reported.err,
             Contains("of 8 runs 0 failed and 4 are still missing; the page rests on the others"));

  test::put(scratch / "s/shards/shard-0000.h5", "damaged");
  CHECK(hansa_in(scratch, {"report", "s", "--force"}).status == 1);
  CHECK(hansa_in(scratch, {"analyze", "s"}).status == 1);
  CHECK_THAT(text_of(scratch / "s.html"), !Contains("still missing"));
}

TEST_CASE("a page in the folder of a sweep disturbs no other verb", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  test::put(scratch / "quick.yaml", test::quick_sweep(2, 4));
  REQUIRE(hansa_in(scratch, {"sweep", "quick.yaml", "--out", "s", "--report"}).status == 0);
  CHECK(hansa_in(scratch, {"verify", "s"}).status == 0);
  CHECK(hansa_in(scratch, {"merge", "s"}).status == 0);
  CHECK(hansa_in(scratch, {"report", "s"}).status == 0);
  CHECK(hansa_in(scratch, {"sweep", "quick.yaml", "--out", "s", "--report"}).status == 0);
  CHECK(hansa_in(scratch, {"sweep", "quick.yaml", "--out", "s", "--report", "--plan"}).status == 2);
}

TEST_CASE("what is no run, comparison or sweep has no report", "[cli][report]") {
  if (!has_pages()) return;
  const ScratchFolder scratch;
  CHECK(hansa_in(scratch, {"report"}).status == 2);
  CHECK(hansa_in(scratch, {"report", "nothing"}).status == 2);
  std::filesystem::create_directory(scratch / "sweep");
  test::put(scratch / "sweep/sweep.yaml", "");
  CHECK(hansa_in(scratch, {"report", "sweep"}).status == 2);
}

}  // namespace
}  // namespace hansa
