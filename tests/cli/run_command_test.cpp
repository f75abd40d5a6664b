// What `hansa run` says, and what it leaves behind.
#include <regex>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "sim/record/run_record.hpp"
#include "support/files/sha256.hpp"
#include "tests/cli/program.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::same_result;
using test::ScratchFolder;
using test::text_of;
using Names = std::vector<std::string>;

json json_of(const Ended& ended) {
  REQUIRE(ended.status == 0);
  return json::parse(ended.out);
}

Names keys_of(const json& object) {
  Names keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;  // in alphabetical order
}

TEST_CASE("a run prints its table on standard output and its remarks on standard error", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--threads", "1"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("Copenhagen 2009, one conference (2 realizations)\n"));
  CHECK_THAT(ended.out, Contains("\nconference year") && Contains("\nCOP15      2009"));
  CHECK_THAT(ended.out, Contains("\n  networks  ") && !Contains("hansa:") && !Contains("\033"));
  for (const std::string& line : lines_of(ended.err)) CHECK_THAT(line, StartsWith("hansa: "));
  CHECK_THAT(ended.err,
             StartsWith("hansa: copenhagen-2009: 2 realizations of 2008 to 2010, seed 42, 1 thread\n"));
  CHECK_THAT(ended.err, Contains("written to results/copenhagen-2009: result.h5, scenario.yaml, run.json\n"));
}

TEST_CASE("a run starts from the state that another one reached, and is reproduced without it",
          "[cli][start]") {
  const ScratchFolder scratch;
  const auto run = [&](const Names& more) {
    Names words = {"run", "paris-2015", "--set", "years.to=2015", "--realizations", "2"};
    words.insert(words.end(), more.begin(), more.end());
    return hansa_in(scratch, words);
  };
  REQUIRE(run({"--seed", "7", "--out", "first"}).status == 0);
  const Ended again = run({"--start-from", "first@2009", "--out", "again"});
  REQUIRE(again.status == 0);
  CHECK_THAT(again.err,
             Contains("seed 7") && Contains("hansa: up to 2009 as paris-2015, from which it starts\n"));
  CHECK_THAT(hansa_in(scratch, {"diff", "first", "again"}).out,
             StartsWith("first and again have equal values in every variable of both\n"));
  CHECK_THAT(text_of(scratch / "again/scenario.yaml"), Contains("\nstart_from:\n  year: 2009\n"));

  std::filesystem::remove_all(scratch / "first");
  CHECK(hansa_in(scratch, {"reproduce", "again", "--quiet"}).status == 0);
  const Ended gone = run({"--start-from", "first@2009", "--out", "third"});
  CHECK(gone.status == 2);
  CHECK_THAT(gone.err, Contains("start_from: no scenario of the library is called 'first'"));
  const Ended twice = run({"--start-from", "paris-2015@2009", "--set", "start_from=paris-2015@2010"});
  CHECK(twice.status == 2);
  CHECK_THAT(twice.err, Contains("--start-from: conflicts with --set start_from=paris-2015@2010"));
  CHECK(run({"--start-from", "paris-2015@2009", "--set", "start_from.scenario.gridlock.level=0"}).status ==
        2);
  const Ended held = hansa_in(scratch, {"explain", "paris-2015", "COP3", "--start-from", "paris-2015@2009"});
  CHECK(held.status == 2);
  CHECK_THAT(held.err, Contains("COP3 was held in 1997, before paris-2015 starts at the end of 2009; hansa "
                                "explain paris-2015 COP3"));
}

TEST_CASE("the table has what happened beside each conference, in 80 columns but for objectors", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "paris-2015", "--quiet"});
  REQUIRE(ended.status == 0);
  CHECK_THAT(ended.out, Contains(" failed!\n") && Contains("history, by 2020\n") &&
                            Contains("Feb 2005, 0.97 of states\n"));
  // the landmarks of the legend are those of this scenario
  std::smatch found;
  const auto depth_of = [&](const std::string& name) {
    REQUIRE(std::regex_search(ended.out, found, std::regex("\n" + name + " .*\\] [a-z]+ +([0-9.]+) ")));
    return found.str(1);
  };
  CHECK_THAT(ended.out, Contains("Kyoto has " + depth_of("COP3") + ", Paris " + depth_of("COP21")));
  for (const std::string& line : lines_of(ended.out)) {
    CHECK(line.size() <= 100);
    if (!std::regex_search(line, std::regex("[A-Z]{3}$|objectors$"))) CHECK(line.size() <= 80);
  }
}

TEST_CASE("a scenario's own conference has no history", "[cli]") {
  const ScratchFolder scratch;
  test::put(scratch / "own.yaml",
            "schema_version: 1\nname: own\nrealizations: 1\nyears: {from: 2010, to: 2010}\n"
            "conferences:\n  - {name: INC5, year: 2010}\n");
  CHECK_THAT(hansa_in(scratch, {"run", "own.yaml", "--quiet"}).out, !Contains("history"));
  CHECK(json_of(hansa_in(scratch, {"run", "own.yaml", "--json"}))["conferences"][0]["history"].is_null());
}

TEST_CASE("a quiet run says nothing on standard error", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--quiet"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK_FALSE(ended.out.empty());
}

TEST_CASE("a scenario without a title goes by its name", "[cli]") {
  const ScratchFolder scratch;
  test::put(scratch / "bare.yaml",
            "schema_version: 1\nname: bare\nrealizations: 1\nyears: {from: 2010, to: 2010}\n"
            "conferences:\n  - {name: COP16, year: 2010, presidency: MEX}\n");
  const Ended ended = hansa_in(scratch, {"run", "bare.yaml"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("bare (1 realization)\n"));
  CHECK(std::filesystem::exists(scratch / "results/bare/result.h5"));
}

TEST_CASE("as JSON a run prints one object with these keys and no others", "[cli]") {
  const ScratchFolder scratch;
  const json run =
      json_of(hansa_in(scratch, {"run", "paris-2015", "--realizations", "2", "--json", "--out", "p"}));
  CHECK(keys_of(run) == Names{"conferences", "out", "realizations", "scenario_name", "scenario_sha256",
                              "seed", "treaties", "wall_seconds", "years"});
  CHECK(run["scenario_name"] == "paris-2015");
  CHECK(run["seed"] == 42);
  CHECK(run["realizations"] == 2);
  CHECK(run["out"] == "p");
  CHECK(run["wall_seconds"].get<double>() > 0);

  CHECK(run["conferences"].size() == 21);
  for (const json& conference : run["conferences"]) {
    for (const char* key : {"name", "form", "objectors", "history"}) CHECK(conference.contains(key));
    RunRecord::columns([&](auto, const ColumnInfo& info) {
      INFO(info.name);
      const bool is_mean = info.traits.flags.size() <= 2;  // and no code
      if (info.axes.size() == 1 && info.axes.contains(Axis::Conference) && is_mean)
        CHECK(conference.contains(info.name));
    });
    CHECK(conference["adopted_ci95"].size() == 2);
    CHECK(conference["adopted_ci95"][0] <= conference["adopted"]);
    CHECK(conference["adopted"] <= conference["adopted_ci95"][1]);
    for (const char* of_text : {"form", "hardness", "depth", "participation", "urban_role"}) {
      INFO(conference["name"] << ": " << of_text);
      CHECK(conference[of_text].is_null() == (conference["adopted"] == 0));
    }
  }
  CHECK(run["conferences"][20]["name"] == "COP21");
  CHECK(run["conferences"][20]["year"] == 2015);

  CHECK(run["years"].size() == 26);
  int year = 1995;
  for (const json& of_year : run["years"]) {
    CHECK(of_year["year"] == year++);
    RunRecord::columns([&](auto, const ColumnInfo& info) {
      INFO(info.name);
      if (info.axes.size() == 1 && info.axes.contains(Axis::Year)) CHECK(of_year.contains(info.name));
    });
  }
  REQUIRE(run["treaties"].size() == 2);
  for (const json& treaty : run["treaties"]) {
    CHECK(keys_of(treaty) == Names{"entered_force_median", "in_force", "name"});
    CHECK(treaty["entered_force_median"].is_null() == (treaty["in_force"] == 0));
  }
  CHECK(run["treaties"][0]["name"] == "kyoto");
  CHECK(run["treaties"][1]["name"] == "paris");
}

TEST_CASE("what belongs to a text is null where none was adopted", "[cli]") {
  const ScratchFolder scratch;
  const json run = json_of(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "3", "--json"}));
  REQUIRE(run["conferences"].size() == 1);
  const json& conference = run["conferences"][0];
  REQUIRE(conference["adopted"] == 0);
  CHECK(conference["form"].is_null());
  CHECK(conference["depth"].is_null());
  CHECK(conference["objectors"].size() > 0);
  CHECK(run["treaties"].empty());
}

TEST_CASE("the folder of a run holds its result, its scenario and how it came to be", "[cli]") {
  const ScratchFolder scratch;
  const json printed = json_of(
      hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--json", "--out", "a b/c"}));
  CHECK(printed["out"] == "a b/c");
  Names names;
  for (const auto& entry : std::filesystem::directory_iterator(scratch / "a b/c"))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  CHECK(names == Names{"result.h5", "run.json", "scenario.yaml"});

  const json run = json::parse(text_of(scratch / "a b/c/run.json"));
  for (const char* file : {"result.h5", "scenario.yaml"})
    CHECK(run["sha256"][file] == sha256_hex(text_of(scratch / "a b/c" / file)));
  CHECK(run["sha256"]["scenario.yaml"] == printed["scenario_sha256"]);
  CHECK(run["command"] == json({program_file().string(), "run", "copenhagen-2009", "--realizations", "2",
                                "--json", "--out", "a b/c"}));
  CHECK(std::regex_match(run["date"].get<std::string>(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
}

TEST_CASE("with --networks a run has networks and cities beside the same results", "[cli]") {
  const ScratchFolder scratch;
  const Names usual = {"run", "copenhagen-2009", "--realizations", "3"};
  const auto run_as = [&](const std::string& out, const Names& more) {
    Names words = usual;
    words.insert(words.end(), {"--out", out});
    words.insert(words.end(), more.begin(), more.end());
    Ended ended = hansa_in(scratch, words);
    CHECK(ended.status == 0);
    return ended;
  };
  const Ended plain = run_as("plain", {}), ended = run_as("one", {"--networks", "--threads", "1"});
  CHECK_THAT(plain.out, !Contains("leave_one_out"));
  CHECK_THAT(ended.out, StartsWith(plain.out) && Contains("\nnetwork, 2010 ") && Contains("\n  c40 "));
  CHECK_THAT(ended.err,
             Contains("--networks adds about ") && Contains(", networks.csv, networks_at_conferences.csv\n"));
  CHECK(lines_of(text_of(scratch / "one/networks_at_conferences.csv"))[0].starts_with("network,conference,"));
  for (const char* n : {"2", "5"}) {
    run_as(n, {"--networks", "--threads", n, "--quiet"});
    CHECK(same_result(scratch / "one", scratch / n));
    for (const char* table : {"networks.csv", "networks_at_conferences.csv"})
      CHECK(text_of(scratch / "one" / table) == text_of(scratch / n / table));
  }
  const ResultSet without = read_result(scratch / "plain/result.h5"),
                  with = read_result(scratch / "one/result.h5");
  for (const Variable& variable : without.variables) {
    INFO(variable.name);
    REQUIRE(with.find_variable(variable.name) != nullptr);
    std::visit(
        [&]<class T>(const std::vector<T>& values) {
          CHECK(test::same_bits(values, std::get<std::vector<T>>(with.find_variable(variable.name)->values)));
        },
        variable.values);
  }
  const json run = json_of(run_as("json", {"--networks", "--json"}));
  CHECK(run["by_network"].size() > 50);
  CHECK(json::parse(text_of(scratch / "json/run.json"))["sha256"]["networks.csv"] ==
        sha256_hex(text_of(scratch / "json/networks.csv")));
}

TEST_CASE("the scenario that a run wrote gives the same result again", "[cli]") {
  const ScratchFolder scratch;
  const json first = json_of(hansa_in(scratch, {"run", "paris-2015", "--realizations", "2", "--seed", "7",
                                                "--set", "gridlock.level=0.3", "--json", "--out", "first"}));
  const json second = json_of(hansa_in(scratch, {"run", "first/scenario.yaml", "--json", "--out", "second"}));
  CHECK(second["scenario_sha256"] == first["scenario_sha256"]);
  CHECK(second["seed"] == 7);
  CHECK(same_result(scratch / "first", scratch / "second"));
  CHECK(text_of(scratch / "first/scenario.yaml") == text_of(scratch / "second/scenario.yaml"));
}

TEST_CASE("the number of threads changes no byte of a result, the seed does", "[cli]") {
  const ScratchFolder scratch;
  const Names usual = {"run", "copenhagen-2009", "--realizations", "4", "--quiet"};
  const auto run_as = [&](const std::string& out, const Names& more) {
    Names words = usual;
    words.insert(words.end(), {"--out", out});
    words.insert(words.end(), more.begin(), more.end());
    CHECK(hansa_in(scratch, words).status == 0);
  };
  run_as("1", {"--threads", "1"});
  for (const char* n : {"2", "3", "8"}) {
    run_as(n, {"--threads", n});
    INFO(n << " threads");
    CHECK(same_result(scratch / "1", scratch / n));
  }
  run_as("seed", {"--seed", "43"});
  CHECK_FALSE(same_result(scratch / "1", scratch / "seed"));
}

TEST_CASE("neither the working folder nor the environment changes a byte of a result", "[cli]") {
  const ScratchFolder here, there;
  const Names words = {"run", "copenhagen-2009", "--realizations", "2", "--quiet", "--out", "run"};
  CHECK(hansa_in(here, words).status == 0);
  const Ended ended = test::run({.words = words,
                                 .folder = there.path(),
                                 .variables = {"LANG=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Asia/Kathmandu",
                                               "HOME=/nonexistent", "OMP_NUM_THREADS=3"}});
  CHECK(ended.status == 0);
  CHECK(same_result(here / "run", there / "run"));
}

}  // namespace
}  // namespace hansa
