// What `hansa compare` says, leaves behind and refuses.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/files/sha256.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::ScratchFolder;
using test::text_of;
using Words = std::vector<std::string>;

json json_of(const Ended& ended) {
  REQUIRE(ended.status == 0);
  return json::parse(ended.out);
}

TEST_CASE("a comparison prints a table no wider than 100 columns, and leaves both arms", "[cli][compare]") {
  const ScratchFolder scratch;
  const Ended ended =
      hansa_in(scratch, {"compare", "paris-2015", "--without", "lobbying", "--realizations", "3"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, Contains("full -> without-lobbying (3 pairs)\n") &&
                            Contains("Differences are without-lobbying minus full.\n") &&
                            Contains("\nThe arms differ in 3 of 3 pairs: ") && Contains("\nIn words"));
  for (const std::string& line : lines_of(ended.out)) CHECK(line.size() <= 100);
  std::size_t n_imputed = 0;
  for (const std::string& line : lines_of(ended.err)) {
    CHECK_THAT(line, StartsWith("hansa: "));
    n_imputed += line.find("imputed") != std::string::npos ? 1U : 0U;
  }
  CHECK(n_imputed == 1);  // of both arms
  const auto folder = scratch / "results/paris-2015-compare-without-lobbying";
  const json run = json::parse(text_of(folder / "run.json"));
  CHECK(run["sha256"].size() == 9);
  for (const auto& [file, digest] : run["sha256"].items())
    CHECK(digest == sha256_hex(text_of(folder / file)));
  CHECK_THAT(text_of(folder / "without-lobbying/scenario.yaml"), Contains("strength: 0\n"));
  CHECK(json::parse(text_of(folder / "compare.json"))["pairs"] == 3);
}

TEST_CASE(
    "a comparison without lobbying says last what no data identify, and with which assumptions it was made",
    "[cli][compare]") {
  const ScratchFolder scratch;
  const auto printed = [&](const Words& arm) {
    Words words = {"compare", "copenhagen-2009", "--realizations", "1", "--set", "lobbying.gate=0.25"};
    words.insert(words.end(), arm.begin(), arm.end());
    return hansa_in(scratch, words).out;
  };
  const auto silent = GENERATE(values<Words>({{"--without", "lobbying"},
                                              {"--without", "home"},
                                              {"--without", "networks"},
                                              {"--without", "cities"},
                                              {"--with", "networks.functions.inform=0"},
                                              {"--attribute", "channels"}}));
  const std::string text = printed(silent);
  CHECK_THAT(text, Contains("at lobbying.strength 1 and lobbying.gate 0.25. Not") &&
                       EndsWith("hansa sweep lobbying-gate\n"));
  for (const std::string& line : lines_of(text.substr(text.find("Identified: ")))) CHECK(line.size() <= 100);
  for (const Words& other : {Words{"--with", "gridlock.level=0.3"}, Words{"--with", "lobbying.strength=2"},
                             Words{"--with", "networks.functions.prevent_conflict=0"}})
    CHECK_THAT(printed(other), !Contains("dentified"));
}

TEST_CASE("the arms of a comparison are the bytes of ordinary runs", "[cli][compare]") {
  const ScratchFolder scratch;
  const Words usual = {"--realizations",     "2",       "--seed", "5", "--set",
                       "gridlock.level=0.3", "--quiet", "--out"};
  const auto call = [&](Words words, const std::string& out) {
    words.insert(words.end(), usual.begin(), usual.end());
    words.push_back(out);
    CHECK(hansa_in(scratch, words).status == 0);
  };
  call({"compare", "copenhagen-2009", "--with", "lobbying.strength=2"}, "both");
  call({"run", "copenhagen-2009"}, "one");
  call({"run", "copenhagen-2009", "--set", "lobbying.strength=2"}, "two");
  CHECK(test::same_result(scratch / "both/full", scratch / "one"));
  CHECK(test::same_result(scratch / "both/with-lobbying.strength=2", scratch / "two"));
}

TEST_CASE("with --networks a comparison names the networks whose leaving out differs most",
          "[cli][compare]") {
  const ScratchFolder scratch;
  const Ended ended =
      hansa_in(scratch, {"compare", "copenhagen-2009", "--with", "networks.attention_cost=0.2",
                         "--realizations", "2", "--networks", "--out", "c"});
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, Contains("\nleave_one_out in 2010 ") && Contains("the 5 largest differences of "));
  for (const std::string& line : lines_of(ended.out)) CHECK(line.size() <= 110);
  for (const char* arm : {"full", "with-networks.attention_cost=0.2"})
    CHECK(std::filesystem::exists(scratch / "c" / arm / "networks.csv"));
  CHECK(json::parse(text_of(scratch / "c/compare.json"))["leave_one_out"].size() > 50);
}

TEST_CASE("as JSON a comparison is one object with these keys", "[cli][compare]") {
  const ScratchFolder scratch;
  const json compared =
      json_of(hansa_in(scratch, {"compare", "copenhagen-2009", "--with", "gridlock.level=0.1",
                                 "--realizations", "3", "--json", "--out", "c"}));
  Words keys;
  for (const auto& [key, value] : compared.items()) keys.push_back(key);
  CHECK(keys == Words{"arms", "differences", "first_difference_year", "mean_conference", "out", "overlap",
                      "pairs", "seed", "smallest", "wall_seconds", "yearly"});
  CHECK(compared["arms"][0]["name"] == "full");
  CHECK(compared["arms"][1]["name"] == "with gridlock.level=0.1");
  CHECK(compared["arms"][1]["settings"] == json({"gridlock.level=0.1"}));
  CHECK(compared["out"] == "c");
  json kept = json::parse(text_of(scratch / "c/compare.json"));
  kept["out"] = compared["out"];
  kept["wall_seconds"] = compared["wall_seconds"];
  CHECK(kept == compared);
}

TEST_CASE("a change that changes nothing makes no difference", "[cli][compare]") {
  const ScratchFolder scratch;
  const json same = json_of(
      hansa_in(scratch, {"compare", "copenhagen-2009", "copenhagen-2009", "--realizations", "2", "--json"}));
  CHECK(same["first_difference_year"]["earliest"].is_null());
  for (const char* list : {"differences", "mean_conference", "yearly"}) {
    for (const json& one : same[list])
      CHECK((one["n"] == 0 || (one["mean"] == 0.0 && one["flipped"] == 0.0)));
  }
}

TEST_CASE("states decide without networks as they do without lobbying", "[cli][compare]") {
  const ScratchFolder scratch;
  const auto decisions_without = [&](const char* what) {
    const json compared = json_of(
        hansa_in(scratch, {"compare", "paris-2015", "--without", what, "--realizations", "2", "--json"}));
    json decisions = json::array();
    for (const json& one : compared["differences"]) {
      const std::string metric = one["metric"];
      const bool of_networks = metric == "voice" || metric == "conference_access" || metric == "accredited" ||
                               metric == "pressure_total";
      if (!of_networks) decisions.push_back(one);  // what they say is recorded, not heeded
    }
    return decisions;
  };
  const json mute = decisions_without("lobbying");
  CHECK(mute.size() > 200);
  CHECK(mute == decisions_without("networks"));
}

TEST_CASE("a network can be left out, or merged into another, in one arm", "[cli][compare]") {
  const ScratchFolder scratch;
  const auto arm_of = [&](const Words& arm) {
    Words words = {"compare", "paris-2015", "--realizations", "2", "--json"};
    words.insert(words.end(), arm.begin(), arm.end());
    return json_of(hansa_in(scratch, words))["arms"][1];
  };
  const json without = arm_of({"--without", "network:c40"}), merged = arm_of({"--merge", "c40,iclei"});
  CHECK(without["name"] == "without-c40");
  CHECK(without["settings"] == json({"networks.c40.exists=false"}));
  CHECK(merged["name"] == "merged-c40-iclei");
  CHECK(merged["settings"] == json({"networks.c40.merged_into=iclei"}));
  CHECK(std::filesystem::exists(scratch / "results/paris-2015-compare-merged-c40-iclei/compare.json"));
}

TEST_CASE("channels are attributed one by one, functions beside them, and all together", "[cli][compare]") {
  const ScratchFolder scratch;
  const Words words = {"compare", "copenhagen-2009", "--attribute", "channels", "--realizations",
                       "2",       "--json"};
  const json attributed = json_of(hansa_in(scratch, words));
  CHECK(attributed["arms"].size() == 9);
  CHECK(attributed["arms"][1]["name"] == "without-home");
  CHECK(attributed["arms"][7]["name"] == "without-functions");
  CHECK(attributed["arms"][8]["name"] == "without-lobbying");
  CHECK(attributed["attribution"].size() == 3);  // of one conference
  for (const json& one : attributed["attribution"]) {
    CHECK(one["parts"].size() == 7);
    double sum = 0;
    for (const json& part : one["parts"]) sum += part["mean"].get<double>();
    CHECK(one["sum"]["mean"].get<double>() == Approx(sum).margin(1e-12));
    CHECK(one["together"]["mean"].get<double>() ==
          Approx(sum + one["remainder"]["mean"].get<double>()).margin(1e-12));
  }
  CHECK(std::filesystem::exists(scratch / "results/copenhagen-2009-compare-channels/without-home/result.h5"));
}

TEST_CASE("a comparison that makes no sense is refused before anything is written", "[cli][compare]") {
  const ScratchFolder scratch;
  test::put(scratch / "elsewhere.yaml",
            "schema_version: 1\nname: elsewhere\nyears: {from: 2010, to: 2010}\n"
            "conferences:\n  - {name: COP16, year: 2010, presidency: MEX}\n");
  test::put(scratch / "quiet.yaml", "schema_version: 1\nname: quiet\nyears: {from: 2010, to: 2010}\n");
  const auto before = scratch.names();
  const auto [words, complaint] = GENERATE(table<Words, std::string>({
      {{"--without", "lobying"},
       "--without:1:1: lobying: nothing with this name can be left out; did you mean 'lobbying'?"},
      {{"--without", "network:c4o"},
       "--without:1:10: networks.c4o: no parameter, and data/networks.csv has no network 'c4o'; did you mean "
       "'c40'?"},
      {{"--merge", "c40"},
       "--merge:1:1: c40: expected networks such as c40,iclei, of which the last takes over"},
      {{"--merge", "c40,icle"},
       "--merge:1:26: networks.c40.merged_into: data/networks.csv has no network 'icle'; did you mean "
       "'iclei'?"},
      {{"--attribute", "chanels"}, "did you mean 'channels'?"},
      {{"--with", "gridlock.levle=0"}, "--with:1:10: gridlock.levle: unknown key; did you mean 'level'?"},
      {{"--with", "seed=3"}, "--with:1:1: seed: must be the same in all arms"},
      {{"--with", "realizations=3"}, "--with:1:1: realizations: must be the same in all arms"},
      {{"--without", "home", "--set", "gridlock.levle=0"}, "--set:1:10: gridlock.levle: unknown key"},
      {{"elsewhere.yaml"}, "elsewhere.yaml:1:1: conferences: no conference in common with copenhagen-2009"},
      {{"elsewhere.yaml", "--set", "years.from=2020", "--set", "years.to=2020"}, "COP15"},
      {{"copenhage-2009"}, "no scenario of the library is called 'copenhage-2009'"},
      {{"--without", ""}, "nothing with this name can be left out"},
      {{"--with", ""}, "--with"},
      {{"--attribute", ""}, "nothing of this name can be attributed"},
      {{""}, "cannot be read"},
      {Words{}, "hansa compare: exactly one of these must be given: OTHER, --without, --merge, --with"},
      {{"--without", "home", "--with", "gridlock.level=0"},
       "hansa compare: exactly one of these must be given: OTHER, --without, --merge, --with"},
  }));
  Words all = {"compare", "copenhagen-2009"};
  all.insert(all.end(), words.begin(), words.end());
  const Ended ended = hansa_in(scratch, all);
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(complaint));
  CHECK(scratch.names() == before);
  CHECK_THAT(
      hansa_in(scratch, {"compare", "quiet.yaml", "--attribute", "channels"}).err,
      Contains("quiet.yaml:1:1: conferences: the scenario has none, so there is nothing to attribute"));
}

TEST_CASE("a stopped comparison leaves nothing, not even its first arm", "[cli][compare]") {
  const ScratchFolder scratch;
  test::Program program({.words = {"compare", "paris-2015", "--without", "home", "--realizations", "100",
                                   "--threads", "1", "--out", "c"},
                         .folder = scratch.path()});
  REQUIRE(program.says("paris-2015, without-home: 100 realizations of "));
  program.send(SIGTERM);
  const Ended ended = program.end();
  CHECK(ended.status == 5);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(" of 100 realizations; nothing was written"));
  CHECK(scratch.names().empty());
}

TEST_CASE("a comparison leaves alone what is there", "[cli][compare]") {
  const ScratchFolder scratch;
  const Words words = {"compare", "copenhagen-2009", "--without", "home", "--realizations",
                       "1",       "--out",           "taken"};
  CHECK(hansa_in(scratch, words).status == 0);
  const std::string earlier = text_of(scratch / "taken/run.json");
  const Ended refused = hansa_in(scratch, words);
  CHECK(refused.status == 3);
  CHECK_THAT(refused.err, Contains("already exists and is not overwritten"));
  CHECK(text_of(scratch / "taken/run.json") == earlier);
}

TEST_CASE("a comparison of scenarios that do not match says so", "[cli][compare]") {
  const ScratchFolder scratch;
  const std::string head = "schema_version: 1\nrealizations: 2\nyears: {from: 2008, to: ";
  test::put(scratch / "one.yaml",
            head + "2010}\nname: one\nconferences: [{name: A, year: 2009}, {name: B, year: 2010}]\n");
  test::put(scratch / "two.yaml",
            head + "2011}\nname: two\nconferences: [{name: A, year: 2010}, {name: C, year: 2011}]\n");
  const Ended ended = hansa_in(scratch, {"compare", "one.yaml", "two.yaml", "--quiet"});
  REQUIRE(ended.status == 0);
  CHECK_THAT(ended.out, Contains("\nCut to the common years 2008 to 2010 (full: 2008 to 2010, two: 2008 to "
                                 "2011).\nA is held in 2009 in full and in 2010 in two.\n"
                                 "Left out, only in full: B\nLeft out, only in two: C\n"));
}

TEST_CASE("a longer arm is played to the end of the shorter, so that parties count at the same time",
          "[cli][compare]") {
  const ScratchFolder scratch;
  const json compared = json_of(hansa_in(
      scratch, {"compare", "paris-2015", "us-withdrawal", "--realizations", "4", "--json", "--out", "c"}));
  CHECK(compared["overlap"]["years"] == json({1995, 2020}));
  CHECK(compared["overlap"]["other_years"] == json({1995, 2024}));
  for (const json& one : compared["differences"])
    if (one["conference"] == "COP3" && one["metric"] == "participation") CHECK(one["flipped"] == 0.0);
  CHECK_THAT(text_of(scratch / "c/us-withdrawal/scenario.yaml"),
             Contains("to: 2020") && Contains("state: USA"));
  CHECK(hansa_in(scratch, {"run", "c/us-withdrawal/scenario.yaml", "--out", "again"}).status == 0);
  CHECK(test::same_result(scratch / "c/us-withdrawal", scratch / "again"));
}

TEST_CASE("what lobbying does is split into its channels, the networks' functions, and both together",
          "[cli][compare]") {
  const ScratchFolder scratch;
  const auto compared_with = [&](const Words& more) {
    Words words = {"compare", "copenhagen-2009", "--without", "lobbying",       "--realizations",
                   "8",       "--json",          "--set",     "lobbying.gate=0"};
    words.insert(words.end(), more.begin(), more.end());
    return json_of(hansa_in(scratch, words));
  };
  const json compared = compared_with({});
  REQUIRE(compared["arms"].size() == 4);
  CHECK(compared["arms"][1]["name"] == "without-lobbying");
  CHECK(compared["arms"][2]["name"] == "without-channels");
  CHECK(compared["arms"][2]["settings"].size() == 6);
  CHECK(compared["arms"][3]["settings"] ==
        json({"networks.functions.negotiate=0", "networks.functions.inform=0",
              "networks.functions.prevent_conflict=0"}));
  REQUIRE(compared["split"].size() == 6);  // three outcomes, in the mean and at the one conference
  for (const json& one : compared["split"]) {
    const auto mean = [&](const char* row) { return one[row]["mean"].get<double>(); };
    CHECK(mean("channels") + mean("functions") + mean("interaction") ==
          Approx(mean("together")).margin(1e-12));
    for (const json& difference : compared["differences"])
      if (difference["metric"] == one["metric"])
        CHECK(mean("together") == Approx(difference["mean"].get<double>()).margin(1e-12));
  }
  const json plain = compared_with({"--no-split"});
  CHECK(plain["arms"].size() == 2);
  CHECK_FALSE(plain.contains("split"));
  CHECK(plain["differences"] == compared["differences"]);
}

TEST_CASE("without channels and functions states decide as without lobbying", "[cli][compare]") {
  const ScratchFolder scratch;
  const json compared = json_of(
      hansa_in(scratch, {"compare", "paris-2015", "--without", "lobbying", "--realizations", "2", "--json"}));
  Words words = {"compare", "paris-2015", "--realizations", "2", "--json"};
  for (const std::size_t arm : {2U, 3U})
    for (const json& setting : compared["arms"][arm]["settings"])
      words.insert(words.end(), {"--with", setting.get<std::string>()});
  const json neither = json_of(hansa_in(scratch, words));
  for (std::size_t k = 0; k < compared["differences"].size(); ++k) {
    const json &one = compared["differences"][k], &two = neither["differences"][k];
    const std::string metric = one["metric"];
    if (metric == "voice" || metric == "pressure_total") continue;  // what they say is recorded, not heeded
    INFO(metric << " at " << one["conference"]);
    CHECK(one == two);
  }
}

}  // namespace
}  // namespace hansa
