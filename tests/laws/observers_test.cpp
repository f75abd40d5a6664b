#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/cli/program.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::differences;
using test::law_scenario;
using test::law_tables;

TEST_CASE("the number of threads changes no bit of a result", "[laws][threads]") {
  Scenario scenario = law_scenario();
  scenario.realizations = 16;
  const Facts facts = build_facts(scenario, law_tables());
  const std::vector<RunRecord> expected = run_ensemble(facts, 1, {});
  REQUIRE(expected.size() == 16);
  for (const std::size_t n_threads : {2U, 3U, 8U}) {
    const std::vector<RunRecord> records = run_ensemble(facts, n_threads, {});
    REQUIRE(records.size() == 16);
    for (std::size_t r = 0; r < 16; ++r) CHECK(differences(expected[r], records[r]) == "");
  }
}

TEST_CASE("a realization does not depend on the number of realizations", "[laws]") {
  Scenario few = law_scenario(), many = law_scenario();
  few.realizations = 4;
  many.realizations = 64;
  const Facts of_few = build_facts(few, law_tables()), of_many = build_facts(many, law_tables());
  const std::vector<RunRecord> some = run_ensemble(of_few, 2, {}), all = run_ensemble(of_many, 2, {});
  REQUIRE(some.size() == 4);
  REQUIRE(all.size() == 64);
  for (std::size_t r = 0; r < 4; ++r) CHECK(differences(some[r], all[r]) == "");
}

TEST_CASE("the order in which realizations are run changes no bit of a result", "[laws]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  std::vector<RunRecord> forwards, backwards;
  for (std::uint32_t r = 0; r < 8; ++r) forwards.push_back(run_realization(facts, 11, r));
  for (std::uint32_t r = 8; r-- > 0;) backwards.insert(backwards.begin(), run_realization(facts, 11, r));
  for (std::size_t r = 0; r < 8; ++r) CHECK(differences(forwards[r], backwards[r]) == "");
}

TEST_CASE("watching a run changes no bit of it", "[laws]") {
  const Scenario scenario = law_scenario();
  const Facts facts = build_facts(scenario, law_tables());
  std::atomic<std::size_t> n_heard{0};
  const std::atomic<bool> stop{false};
  const std::vector<RunRecord> alone = run_ensemble(facts, 2, {}),
                               watched = run_ensemble(
                                   facts, 2, {.progress = [&](std::size_t) { ++n_heard; }, .stop = &stop});
  REQUIRE(n_heard == 8);
  for (std::size_t r = 0; r < 8; ++r) CHECK(differences(alone[r], watched[r]) == "");
}

TEST_CASE("options for printing and for the output folder change no byte of a result", "[laws]") {
  const test::ScratchFolder scratch;
  const std::vector<std::string> usual = {"run", "copenhagen-2009", "--realizations", "3"};
  REQUIRE(test::hansa_in(scratch, usual).status == 0);
  const std::vector<std::vector<std::string>> manners = {{"--json"},
                                                         {"--quiet"},
                                                         {"--threads", "1"},
                                                         {"--json", "--quiet", "--threads", "3"},
                                                         {"--out", "else/where"},
                                                         {"--out", "else/where", "--force"}};
  int n = 1;
  for (const std::vector<std::string>& manner : manners) {
    std::vector<std::string> words = usual;
    words.insert(words.end(), manner.begin(), manner.end());
    CAPTURE(manner);
    CHECK(test::hansa_in(scratch, words).status == 0);
    const bool elsewhere = manner[0] == "--out";
    n += elsewhere ? 0 : 1;
    const std::string folder = elsewhere ? "else/where" : "results/copenhagen-2009-" + std::to_string(n);
    CHECK(test::same_result(scratch / "results/copenhagen-2009", scratch / folder));
  }
}

}  // namespace
}  // namespace hansa
