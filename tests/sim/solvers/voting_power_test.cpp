#include <catch2/catch.hpp>

#include "sim/solvers/voting_power.hpp"

namespace hansa {
namespace {

using Swings = std::vector<std::uint64_t>;

VotingPower power_of(const std::vector<double>& power, const VotingRule& rule, std::vector<char> veto = {}) {
  veto.resize(power.size());
  return voting_power(power, veto, rule);
}

TEST_CASE("eight parties that need five of them and 55 of 100 emissions", "[solvers][power]") {
  const VotingPower found = power_of({30, 20, 15, 10, 9, 7, 5, 4}, {.quota = 0.55, .n_heads = 5});
  const std::vector<double> expected = {.226190476, .15,        .126190476, .107142857,
                                        .107142857, .107142857, .088095238, .088095238};
  for (std::size_t k = 0; k < 8; ++k) CHECK(found.shapley[k] == Approx(expected[k]).margin(5e-10));
  CHECK(found.swings == Swings{50, 34, 32, 28, 28, 28, 24, 24});
  CHECK(found.banzhaf[0] == Approx(50.0 / 248.0).epsilon(1e-12));
}

TEST_CASE("one of three with half of the power decides in two orders of three", "[solvers][power]") {
  // (2, 1, 1), quota 3 of 4: the strong is needed by all three winning coalitions
  const VotingPower found = power_of({2, 1, 1}, {.quota = 0.75});
  CHECK(found.swings == Swings{3, 1, 1});
  CHECK(found.shapley[0] == Approx(2.0 / 3.0).epsilon(1e-12));
  CHECK(found.shapley[1] == Approx(1.0 / 6.0).epsilon(1e-12));
}

TEST_CASE("under consensus all decide alike, however many and however weak", "[solvers][power]") {
  const VotingPower many = power_of(std::vector<double>(196, 1.0), {.consensus = true});
  CHECK(many.shapley[195] == 1.0 / 196.0);
  CHECK(power_of({5, 0, 1}, {.consensus = true}).swings == Swings{1, 1, 1});
}

TEST_CASE("who has no power decides nothing under a quota, but for a veto", "[solvers][power]") {
  CHECK(power_of({5, 0, 1}, {.quota = 0.5}).swings == Swings{4, 0, 0});
  CHECK(power_of({5, 0, 1}, {.quota = 0.5}, {0, 1, 0}).swings == Swings{2, 2, 0});
}

TEST_CASE("shares of power that reach a quota exactly win", "[solvers][power]") {
  CHECK(power_of({.1, .2, .3, .4}, {.quota = 0.3}).swings[2] > 0);
  CHECK(power_of({.1, .2, .7}, {.quota = 0.3}).swings == Swings{1, 1, 3});
}

TEST_CASE("where more heads are asked for than there are, nobody decides", "[solvers][power]") {
  const VotingPower found = power_of({1, 1}, {.quota = 0.5, .n_heads = 3});
  CHECK(found.swings == Swings{0, 0});
  CHECK(found.banzhaf == std::vector<double>{0, 0});
}

TEST_CASE("consensus that passes over one needs all but one, whatever their power", "[solvers][power]") {
  // of four, three of a kind: each is needed by the three coalitions of three that hold it
  CHECK(power_of({9, 1, 1, 0}, {.consensus = true, .n_overridden = 1}).swings == Swings{3, 3, 3, 3});
  CHECK(power_of({9, 1, 1, 0}, {.quota = 0, .n_heads = 3}).swings == Swings{3, 3, 3, 3});
}

TEST_CASE("twenty-four equals share all power", "[solvers][power]") {
  const VotingPower found = power_of(std::vector<double>(24, 1.0), {.quota = 0.72});
  CHECK(found.shapley[23] == Approx(1.0 / 24.0).epsilon(1e-9));
}

TEST_CASE("a voting rule is read from its words", "[solvers][power]") {
  VotingRule rule;
  CHECK(read_voting_rule("consensus", rule).empty());
  CHECK(rule.consensus);
  CHECK(read_voting_rule("quota:0.55,heads:5", rule).empty());
  CHECK((rule.quota == 0.55 && rule.n_heads == 5 && !rule.consensus));
  CHECK(read_voting_rule("quota:0.72", rule).empty());
  CHECK((rule.quota == 0.72 && rule.n_heads == 0));
  CHECK(read_voting_rule("consensus-minus:2", rule).empty());
  CHECK((rule.consensus && rule.n_overridden == 2));
  CHECK(read_voting_rule("heads:5", rule).empty());
  CHECK((rule.quota == 0 && rule.n_heads == 5 && !rule.consensus));
  for (const char* wrong : {"", "all", "consensus-minus:", "consensus-minus:-1", "consensus,", "heads:0",
                            "quota:", "quota:0", "quota:1.5", "quota:72%", "quota:.5", "quota:nan",
                            "quota:0.5,", "quota:0.5,heads:0", "quota:0.5,heads:x", "quota:0.5,heads:-1"})
    CHECK_FALSE(read_voting_rule(wrong, rule).empty());
}

TEST_CASE("a voting rule is told as it is read", "[solvers][power]") {
  for (const char* words :
       {"consensus", "consensus-minus:2", "heads:5", "quota:0.72", "quota:0.55,heads:5"}) {
    VotingRule rule;
    REQUIRE(read_voting_rule(words, rule).empty());
    CHECK(to_text(rule) == words);
  }
}

TEST_CASE("tables of cases have their own names for voting rules", "[solvers][power]") {
  const auto told = [](std::string_view name) {
    const auto rule = voting_rule_called(name);
    return rule ? to_text(*rule) : "";
  };
  for (const char* name : {"QMV", "qmv", "QMV(10)", "Qualified Majority"}) CHECK(told(name) == "quota:0.72");
  for (const char* name : {"Unan", "unanimity", "Consensus"}) CHECK(told(name) == "consensus");
  CHECK(told("simple majority") == "quota:0.5001");
  CHECK(told("quota:0.6,heads:3") == "quota:0.6,heads:3");
  for (const char* name : {"", "lot", "quota:2"}) CHECK_FALSE(voting_rule_called(name));
}

}  // namespace
}  // namespace hansa
