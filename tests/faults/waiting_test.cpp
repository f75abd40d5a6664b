// A pipe in the place of a file: whoever opens it to read waits for a writer who never comes.
#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using Words = std::vector<std::string>;

/// A folder with results, in which one file after another becomes a pipe, under verbs that read them.
void put_pipes(const ScratchFolder& scratch, const std::string& folder, const Words& files,
               const std::vector<Words>& verbs) {
  const auto whole = scratch / "whole";
  std::filesystem::copy(scratch / folder, whole, std::filesystem::copy_options::recursive);
  for (const std::string& file : files) {
    for (const Words& words : verbs) {
      std::filesystem::remove_all(scratch / folder);
      std::filesystem::copy(whole, scratch / folder, std::filesystem::copy_options::recursive);
      const auto pipe = scratch / (folder + "/" + file);
      REQUIRE(std::filesystem::remove(pipe));
      REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
      const Ended ended = test::run({.words = words, .folder = scratch.path(), .before = [] {
                                       ::alarm(300);
                                       return true;
                                     }});
      INFO(file << ", " << words.front() << ": " << ended.status << "\n" << ended.out << ended.err);
      CHECK(ended.status >= 0);
      CHECK(ended.status <= 4);
      CHECK(ended.err.find("internal error") == std::string::npos);
    }
  }
  std::filesystem::remove_all(whole);
}

TEST_CASE("no verb waits on a pipe in the place of a file of a sweep", "[sweep][hostile]") {
  const ScratchFolder scratch;
  test::put(scratch / "q.yaml", test::quick_sweep(2, 4));
  REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  REQUIRE(hansa_in(scratch, {"merge", "s"}).status == 0);
  put_pipes(scratch, "s",
            {"sweep.yaml", "sweep.yaml.sha256", "shards/shard-0001.h5", "shards/shard-0001.h5.sha256",
             "merged.h5", "merged.h5.sha256"},
            {{"status", "s"},
             {"status", "s", "--read"},
             {"verify", "s"},
             {"verify", "s", "--recompute", "1"},
             {"analyze", "s"},
             {"merge", "s", "--force"},
             {"export", "s", "--csv"},
             {"report", "s", "--force"},
             {"diff", "s", "s"},
             {"sweep", "q.yaml", "--out", "s", "--quiet"},
             {"run", "--from", "s", "--run", "1", "--out", "one", "--force"},
             {"list", "results"}});
}

TEST_CASE("no verb waits on a pipe in the place of a file of a run or a comparison", "[cli][hostile]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "1", "--out", "results/r"}).status ==
          0);
  put_pipes(scratch, "results/r", {"result.h5", "run.json", "scenario.yaml"},
            {{"verify", "results/r"},
             {"verify", "results/r", "--recompute", "1"},
             {"reproduce", "results/r"},
             {"report", "results/r", "--force"},
             {"export", "results/r", "--csv"},
             {"diff", "results/r", "results/r"},
             {"run", "copenhagen-2009", "--realizations", "1", "--out", "results/r", "--force"},
             {"run", "copenhagen-2009", "--start-from", "results/r@2008", "--out", "later", "--force"},
             {"list", "results"}});
  REQUIRE(hansa_in(scratch, {"compare", "copenhagen-2009", "--without", "networks", "--realizations", "1",
                             "--out", "results/c"})
              .status == 0);
  put_pipes(scratch, "results/c", {"compare.json", "full/result.h5", "run.json", "full/scenario.yaml"},
            {{"verify", "results/c"},
             {"reproduce", "results/c"},
             {"report", "results/c", "--force"},
             {"export", "results/c", "--csv"},
             {"list", "results"}});
}

TEST_CASE("no verb waits on a pipe in the place of a scenario or its tables", "[cli][hostile]") {
  const ScratchFolder scratch;
  test::put(scratch / "a.yaml", "extends: b.yaml\nname: a\n");
  REQUIRE(::mkfifo((scratch / "b.yaml").c_str(), 0600) == 0);
  test::put(scratch / "c.yaml", "extends: copenhagen-2009\nname: c\nworld: {states: t.csv}\n");
  REQUIRE(::mkfifo((scratch / "t.csv").c_str(), 0600) == 0);
  for (const Words& words : {Words{"check", "a.yaml"}, Words{"check", "b.yaml"}, Words{"check", "c.yaml"},
                             Words{"run", "a.yaml", "--out", "r"}, Words{"sweep", "b.yaml", "--out", "s"}}) {
    const Ended ended = hansa_in(scratch, words);
    INFO(words.front() << " " << words[1] << ended.err);
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err, Catch::Contains("is not a regular file"));
  }
}

}  // namespace
}  // namespace hansa
