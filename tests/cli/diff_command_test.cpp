// What `hansa diff` and `hansa reproduce` say of equal and different scenarios and results, and what they refuse.
#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::ScratchFolder;
using test::text_of;

/// A folder with small results: two of one conference that differ in one parameter.
struct TwoRuns {
  ScratchFolder scratch;

  TwoRuns() {
    for (const auto& [out, level] : {std::pair{"usual", "0.5"}, {"calm", "0.3"}})
      REQUIRE(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--out", out, "--quiet",
                                 "--set", std::string("gridlock.level=") + level})
                  .status == 0);
  }
};

TEST_CASE("scenarios differ in the parameters that differ, defaults included", "[cli][diff]") {
  const ScratchFolder scratch;
  const Ended same = hansa_in(scratch, {"diff", "paris-2015", "paris-2015"});
  CHECK(same.status == 0);
  CHECK(same.out == "no difference between paris-2015 and paris-2015\n");

  test::put(scratch / "my.yaml",
            "schema_version: 1\nextends: paris-2015\nname: mine\ngridlock: {level: 0.3}\n"
            "conferences: {COP21: {forms: [hard, shell]}}\n");
  const Ended ended = hansa_in(scratch, {"diff", "paris-2015", "my.yaml"});
  CHECK(ended.status == 1);
  CHECK(ended.out ==
        "3 differences:\n"
        "parameter                paris-2015  my.yaml        unit\n"
        "name                     paris-2015  mine           name\n"
        "gridlock.level           0.5         0.3            1\n"
        "conferences.COP21.forms  [shell]     [hard, shell]  1\n");
}

TEST_CASE("a conference that only one scenario has is one difference, and several are one line",
          "[cli][diff]") {
  const ScratchFolder scratch;
  const Ended many = hansa_in(scratch, {"diff", "copenhagen-2009", "paris-2015"});
  CHECK(many.status == 1);
  std::vector<std::string> conferences;
  for (const std::string& line : lines_of(many.out))
    if (line.starts_with("conferences.") && line.find("absent") != std::string::npos)
      conferences.push_back(line);
  REQUIRE(conferences.size() == 1);
  CHECK_THAT(conferences[0], StartsWith("conferences.COP1 ... COP21") && Contains("(20 of them)"));
  CHECK_THAT(many.out, StartsWith("25 differences:\n"));

  test::put(scratch / "one.yaml",
            "schema_version: 1\nname: a\nconferences: [{name: A, year: 2000, agenda: [mitigation]}]\n");
  test::put(scratch / "two.yaml",
            "schema_version: 1\nname: a\nconferences: [{name: A, year: 2000, agenda: [mitigation]}, "
            "{name: B, year: 2001, agenda: [mitigation]}]\n");
  const Ended one = hansa_in(scratch, {"diff", "one.yaml", "two.yaml"});
  CHECK_THAT(one.out, StartsWith("1 difference:\n") && Contains("conferences.B") && Contains(" parameters)"));
}

TEST_CASE("tables of one name with other contents are a difference", "[cli][diff]") {
  const ScratchFolder scratch;
  const std::string text =
      "schema_version: 1\nextends: copenhagen-2009\nname: mine\nworld: {counts: counts.csv}\n";
  for (const char* folder : {"a", "b"}) {
    std::filesystem::create_directory(scratch / folder);
    test::put(scratch / (std::string(folder) + "/my.yaml"), text);
    std::filesystem::copy_file(source_dir() / "scenarios/data" / "network_counts.csv",
                               scratch / folder / "counts.csv");
  }
  CHECK(hansa_in(scratch, {"diff", "a/my.yaml", "b/my.yaml"}).status == 0);
  test::put(scratch / "b/counts.csv", text_of(scratch / "a/counts.csv") + "\n");
  const Ended ended = hansa_in(scratch, {"diff", "a/my.yaml", "b/my.yaml"});
  CHECK(ended.status == 1);
  CHECK_THAT(ended.out, Contains("world.counts, contents"));
}

TEST_CASE("results differ at a first place, in a number of values, by a largest difference", "[cli][diff]") {
  const TwoRuns runs;
  const Ended same = hansa_in(runs.scratch, {"diff", "usual", "usual/result.h5"});
  CHECK(same.status == 0);
  CHECK(same.out == "no difference between usual and usual/result.h5\n");
  const Ended ended = hansa_in(runs.scratch, {"diff", "usual", "calm"});
  CHECK(ended.status == 1);
  CHECK_THAT(ended.out, StartsWith("first difference: ") &&
                            Contains(" at realization 0, conference COP15: ") &&
                            Contains("attributes that differ:") && Contains("-   level: 0.5") &&
                            Contains("+   level: 0.3"));
}

TEST_CASE("diff refuses what is neither two scenarios nor two results", "[cli][diff]") {
  const TwoRuns runs;
  const auto refuses = [&](std::vector<std::string> words, int status, const std::string& message) {
    words.insert(words.begin(), "diff");
    const Ended ended = hansa_in(runs.scratch, words);
    CHECK(ended.status == status);
    CHECK(ended.out.empty());
    CHECK_THAT(ended.err, Contains(message));
  };
  refuses({"usual", "paris-2015"}, 2, "usual is a result, paris-2015 a scenario; give two of a kind");
  refuses({"known-cases", "paris-2015"}, 2, "is a sweep");
  refuses({"nowhere", "paris-2015"}, 2, "no scenario of the library is called 'nowhere'");
  refuses({"nowhere.h5", "usual"}, 3, "nowhere.h5: cannot be read");
  refuses({".", "usual"}, 2, "holds no result");
  test::put(runs.scratch / "text.h5", "no result\n");
  refuses({"text.h5", "usual"}, 1, "text.h5: is not an HDF5 file");
}

TEST_CASE("a result is reproduced byte for byte, with networks too", "[cli][reproduce]") {
  const TwoRuns runs;
  const Ended ended = hansa_in(runs.scratch, {"reproduce", "calm"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("calm/result.h5: reproduced, all "));
  CHECK_THAT(ended.err, !Contains("was written by"));
  REQUIRE(
      hansa_in(runs.scratch, {"run", "copenhagen-2009", "--realizations", "1", "--networks", "--out", "nets"})
          .status == 0);
  CHECK(hansa_in(runs.scratch, {"reproduce", "nets", "--quiet"}).status == 0);
}

TEST_CASE("every arm of a comparison is reproduced", "[cli][reproduce]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"compare", "copenhagen-2009", "--without", "network:c40", "--realizations", "2",
                             "--out", "both"})
              .status == 0);
  const Ended ended = hansa_in(scratch, {"reproduce", "both", "--quiet"});
  CHECK(ended.status == 0);
  CHECK(lines_of(ended.out).size() == 2);
}

TEST_CASE("a result with another value or writer is not reproduced, and the first difference is shown",
          "[cli][reproduce]") {
  const TwoRuns runs;
  const auto file = runs.scratch / "calm/result.h5";
  ResultSet kept = read_result(file);
  for (Variable& variable : kept.variables)
    if (variable.name == "rounds") std::get<std::vector<std::int32_t>>(variable.values)[1] += 2;
  for (auto& [name, value] : kept.attributes)
    if (name == "source") value = std::string("Hansa 0.0.1");
  const std::vector<std::byte> image = hdf5_image(kept);
  test::put(file, {reinterpret_cast<const char*>(image.data()), image.size()});
  const Ended ended = hansa_in(runs.scratch, {"reproduce", "calm", "--quiet"});
  CHECK(ended.status == 1);
  CHECK_THAT(ended.out, StartsWith("calm/result.h5: not reproduced\n"
                                   "first difference: rounds at realization 1, conference COP15: ") &&
                            Contains("source: Hansa 0.0.1 against Hansa "));
  CHECK_THAT(ended.err, StartsWith("hansa: calm/result.h5 was written by Hansa 0.0.1 ("));
}

TEST_CASE("a scenario's own tables are read beside its result", "[cli][reproduce]") {
  const ScratchFolder scratch;
  test::put(scratch / "mine.yaml",
            "schema_version: 1\nextends: copenhagen-2009\nname: mine\nrealizations: 1\n"
            "world: {counts: counts.csv}\n");
  const auto table = source_dir() / "scenarios/data/network_counts.csv";
  std::filesystem::copy_file(table, scratch / "counts.csv");
  REQUIRE(hansa_in(scratch, {"run", "mine.yaml", "--out", "own", "--quiet"}).status == 0);
  const Ended without = hansa_in(scratch, {"reproduce", "own", "--quiet"});
  CHECK(without.status == 2);
  CHECK_THAT(without.err, Contains("world.counts: 'counts.csv' cannot be read"));
  std::filesystem::copy_file(table, scratch / "own/counts.csv");
  CHECK(hansa_in(scratch, {"reproduce", "own", "--quiet"}).status == 0);
}

TEST_CASE("reproduce says who wrote a result, and what it cannot run again", "[cli][reproduce]") {
  const TwoRuns runs;
  test::put(runs.scratch / "calm/run.json", "{\"commit\": \"0123456789ab\"}");
  CHECK_THAT(hansa_in(runs.scratch, {"reproduce", "calm", "--quiet"}).err,
             Contains("calm/result.h5 was written by Hansa ") && Contains("(0123456789ab), this is Hansa "));
  const auto refuses = [&](const std::string& folder, int status, const std::string& message) {
    const Ended ended = hansa_in(runs.scratch, {"reproduce", folder});
    CHECK(ended.status == status);
    CHECK_THAT(ended.err, Contains(message));
  };
  refuses("nowhere", 2, "nowhere:1:1: file: there is no such folder");
  refuses(".", 2, "holds no result: no result.h5, compare.json or merged.h5");
  test::put(runs.scratch / "sweep.yaml", "");
  refuses(".", 2, "is a sweep without merged.h5; hansa merge makes it");
  test::put(runs.scratch / "calm/result.h5", text_of(runs.scratch / "calm/result.h5").substr(1000));
  refuses("calm", 1, "calm/result.h5: is not an HDF5 file");
}

}  // namespace
}  // namespace hansa
