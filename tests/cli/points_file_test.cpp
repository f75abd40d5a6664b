// Sweeps over the points of a CSV file, and the example of docs/how-to/sensitivity.md.
#include <catch2/catch.hpp>

#include "tests/cli/sweep_folder.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::put;
using test::ScratchFolder;
using test::shards_of;
using test::text_of;

const std::string sweep_text =
    "name: mine\nscenario: copenhagen-2009\ndesign: list\npoints: p.csv\nset: {world.with_cities: false}\n"
    "realizations: 2\nshard_runs: 3\n";

TEST_CASE("the folder of a sweep over a points file needs the original no more", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "mine.yaml", sweep_text);
  put(scratch / "p.csv",
      "gridlock.level,conferences.COP15.forms\n0.10,[soft]\n0.5,\"[hard, soft]\"\n.9,[soft]\n");
  REQUIRE(hansa_in(scratch, {"sweep", "mine.yaml", "--out", "s", "--quiet"}).status == 0);
  const auto shards = shards_of(scratch / "s");
  CHECK(shards.size() == 4);
  std::filesystem::remove(scratch / "p.csv");
  std::filesystem::rename(scratch / "s", scratch / "moved");
  std::filesystem::remove(scratch / "moved/shards/shard-0001.h5");
  CHECK_THAT(hansa_in(scratch, {"status", "moved"}).out,
             Contains("missing shards: 1\nto run them: hansa sweep moved/sweep.yaml --out moved\n"));
  CHECK(hansa_in(scratch, {"sweep", "moved/sweep.yaml", "--out", "moved", "--quiet"}).status == 0);
  CHECK((shards_of(scratch / "moved") == shards));
  CHECK(hansa_in(scratch, {"merge", "moved"}).status == 0);
  CHECK(hansa_in(scratch, {"verify", "moved"}).out == "moved: 2 shards with 6 runs, intact\n");
  const Ended repeated = hansa_in(scratch, {"run", "--from", "moved", "--run", "4", "--out", "r"});
  CHECK(repeated.status == 0);
  CHECK_THAT(repeated.err, Contains("run 4: design point 1, arm full, realization 1, gridlock.level=0.5, "
                                    "conferences.COP15.forms=[hard, soft], seed 42"));
}

TEST_CASE("points that were edited in the folder are refused by every verb", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "mine.yaml", sweep_text);
  put(scratch / "p.csv", "gridlock.level\n0.1\n0.5\n");
  REQUIRE(hansa_in(scratch, {"sweep", "mine.yaml", "--out", "s", "--quiet"}).status == 0);
  for (const auto& entry : std::filesystem::directory_iterator(scratch / "s"))
    if (entry.path().extension() == ".csv") put(entry.path(), "gridlock.level\n0.1\n0.6\n");
  for (const char* verb : {"status", "merge", "analyze", "verify"}) {
    const Ended ended = hansa_in(scratch, {verb, "s"});
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err,
               StartsWith("s/sweep.yaml:") && Contains("has other points than those with this digest"));
  }
}

/// The blocks of a language in a section of a document, one after another.
std::string blocks_of(const std::string& document, std::string_view section, const std::string& language) {
  std::string blocks;
  bool in_section = false, in_block = false;
  for (const std::string& line : test::lines_of(document)) {
    if (line.starts_with("## ")) in_section = line == "## " + std::string(section);
    if (line.starts_with("```"))
      in_block = in_section && line == "```" + language;
    else if (in_block)
      blocks += line + "\n";
  }
  return blocks;
}

TEST_CASE("the example that writes points and reads outcomes runs as it is printed", "[sweep][cli]") {
  if (!test::has_python_with("numpy")) return;
  const ScratchFolder scratch;
  const std::string document = text_of(source_dir() / "docs/how-to/sensitivity.md");
  put(scratch / "mine.yaml", blocks_of(document, "Points from elsewhere", "yaml"));
  put(scratch / "example.py", blocks_of(document, "Points from elsewhere", "python"));
  std::filesystem::create_directory(scratch / "bin");
  std::filesystem::create_symlink(program_file(), scratch / "bin/hansa");
  const std::string folder = scratch.path().string();
  const test::Answer answer =
      test::ask("cd " + folder + " && PATH=" + folder + "/bin:$PATH " + test::python + " example.py");
  CHECK(answer.status == 0);
  CHECK_THAT(answer.text, StartsWith("32 points, ") && Contains(" where about half of the texts pass"));
  CHECK(std::filesystem::exists(scratch / "first/sweep.yaml"));
}

}  // namespace
}  // namespace hansa
