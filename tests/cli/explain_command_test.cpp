// What `hansa explain` says, leaves behind and refuses.
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/files/sha256.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using nlohmann::json;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::ScratchFolder;
using test::text_of;

TEST_CASE("an explanation names objectors with their shares, and what would have turned the text",
          "[cli][explain]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"explain", "copenhagen-2009", "--realizations", "3", "--json"});
  REQUIRE(ended.status == 0);
  const json told = json::parse(ended.out);
  CHECK(told["conference"] == "COP15");
  const json& text = told["forms"][0];
  CHECK(text["form"] == "hard");
  CHECK(text["adopted"].get<int>() + text["failed"]["realizations"].get<int>() == 3);
  const json& first = text["failed"]["states"][0];
  CHECK(first["objects"] == 1.0);
  CHECK(first["gain_parts"]["mitigation"].contains("sovereignty"));
  CHECK(told["history"]["ending"] == "failed");
  CHECK(told["history"]["differs"] == false);
  CHECK(told["least_changes"]["aim"] == "pass");
  const json& quota = told["least_changes"]["changes"][0];
  CHECK(quota["change"] == "quota_heads");
  CHECK(quota["median_ci95"][0] <= quota["median"]);
  CHECK(quota["median"] <= quota["median_ci95"][1]);

  const auto folder = scratch / "results/copenhagen-2009-explain-COP15";
  const json run = json::parse(text_of(folder / "run.json"));
  CHECK(run["sha256"].size() == 6);
  for (const auto& [file, digest] : run["sha256"].items())
    CHECK(digest == sha256_hex(text_of(folder / file)));
  CHECK(text_of(folder / "explanation.json") == ended.out);
  const std::size_t n_states = text["failed"]["states"].size() + text["passed"]["states"].size();
  CHECK(lines_of(text_of(folder / "states.csv")).size() == 1 + n_states);
  CHECK(lines_of(text_of(folder / "gains.csv")).size() == 1 + n_states * (5 * 5 + 1));
  CHECK(lines_of(text_of(folder / "texts.csv")).size() == 1 + text["content_by_round"].size() * 5);
}

TEST_CASE("an explanation in words fits 120 columns, and no state above the share is left out",
          "[cli][explain]") {
  const ScratchFolder scratch;
  const Ended ended =
      hansa_in(scratch, {"explain", "copenhagen-2009", "--realizations", "3", "--above", "0"});
  REQUIRE(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("COP15, 2009 (copenhagen-2009, 3 realizations)\nIn words: ") &&
                            Contains("\nIn fact: the soft text that was asked failed (Copenhagen Accord)") &&
                            Contains("Saudi Arabia") &&
                            Contains("\nThe least change that makes the hard text pass") &&
                            Contains("consensus minus states"));
  for (const std::string& line : lines_of(ended.out)) CHECK(line.size() <= 120);
  const json told = json::parse(text_of(scratch / "results/copenhagen-2009-explain-COP15/explanation.json"));
  for (const json& state : told["forms"][0]["failed"]["states"])
    if (state["objects"] > 0.0) CHECK_THAT(ended.out, Contains("\n  " + state["state"].get<std::string>()));
}

TEST_CASE("a text that passes by vote names those whom it outvotes", "[cli][explain]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"explain", "copenhagen-2009", "--realizations", "2", "--set",
                                         "conferences.COP15.rule=quota-heads:0.8", "--json"});
  REQUIRE(ended.status == 0);
  const json passed = json::parse(ended.out)["forms"][0]["passed"];
  REQUIRE(passed["realizations"] == 2);
  const Ended words = hansa_in(scratch, {"explain", "copenhagen-2009", "--realizations", "2", "--set",
                                         "conferences.COP15.rule=quota-heads:0.8", "--quiet"});
  std::string out = words.out;
  std::ranges::replace(out, '\n', ' ');
  CHECK_THAT(out, Contains("object, outvoted. Where a state objects it loses") &&
                      Contains("states object on average, outvoted;") && Contains("median [range]") &&
                      Contains("here none of that form is on offer"));
  double n_objections = 0;
  for (const json& state : passed["states"]) {
    n_objections += 2 * state["objects"].get<double>();
    if (state["objects"] == 0.0) continue;
    CHECK_THAT(words.out, Contains("\n  " + state["state"].get<std::string>() + "  "));
    const std::size_t named = out.find(state["name"].get<std::string>());
    if (state["objects"] == 1.0) CHECK(named < out.find("In fact"));
  }
  CHECK(n_objections == passed["objections"]);
}

TEST_CASE("an explanation of one realization has values, and no ranges of them", "[cli][explain]") {
  const ScratchFolder scratch;
  const auto told = [&](const char* n) {
    return hansa_in(scratch, {"explain", "copenhagen-2009", "--realizations", n, "--quiet"}).out;
  };
  CHECK_THAT(told("1"), !Contains("90 %") && !Contains("[range]") && Contains("turns it at") &&
                            !Contains("quota of heads        consensus  0.881 ["));
  CHECK_THAT(told("2"),
             Contains("  90 %  bears") && Contains("90 %: of realizations") && Contains("[range]"));
}

TEST_CASE("which conference is to be explained must be clear", "[cli][explain]") {
  const ScratchFolder scratch;
  const Ended unnamed = hansa_in(scratch, {"explain", "paris-2015"});
  CHECK(unnamed.status == 2);
  CHECK_THAT(unnamed.err, Contains("CONFERENCE: paris-2015 has 21; name one: COP1 COP2"));
  const Ended unknown = hansa_in(scratch, {"explain", "paris-2015", "COP25"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("CONFERENCE: paris-2015 has none called 'COP25'; did you mean 'COP"));
  const Ended misspelt = hansa_in(scratch, {"explain", "copenhgen"});
  CHECK_THAT(misspelt.err, Contains("called 'copenhgen'; did you mean 'copenhagen-2009'?"));
  const Ended percent = hansa_in(scratch, {"explain", "copenhagen-2009", "--above", "80%"});
  CHECK_THAT(percent.err, Contains("--above: expected a number from 0 to 1; got '80%'; write 0.8 for 80 %"));
  CHECK_FALSE(std::filesystem::exists(scratch / "results"));
}

}  // namespace
}  // namespace hansa
