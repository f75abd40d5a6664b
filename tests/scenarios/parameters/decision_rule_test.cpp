#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "scenarios/parameters/decision_rule.hpp"
#include "tests/rule_of.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using test::rule_of;

TEST_CASE("every decision rule is printed as it is read", "[decision_rule]") {
  for (const char* words :
       {"consensus", "consensus-minus:2", "consensus-minus:0", "quota-heads:0.75", "quota-power:0.72",
        "heads:5", "majority", "majority-power", "quota-power:0.55+heads:5",
        "quota-heads:0.5+quota-power:0.6", "majority+quota-power:0.7+quota-size:0.62", "over-size:0.5"})
    CHECK(to_text(rule_of(words)) == words);
}

TEST_CASE("a comma joins clauses as a plus does, and a bare quota is one of power", "[decision_rule]") {
  CHECK(to_text(rule_of("quota:0.72")) == "quota-power:0.72");
  CHECK(to_text(rule_of("quota:0.55,heads:5")) == "quota-power:0.55+heads:5");
}

TEST_CASE("a share is written as a decimal, in percent or as votes", "[decision_rule]") {
  CHECK(rule_of("quota:72%") == rule_of("quota:0.72"));
  CHECK(rule_of("quota-heads:3/4") == rule_of("quota-heads:0.75"));
  CHECK(rule_of("over-power:255/345").clauses[0].value == 255.0 / 345.0);
}

TEST_CASE("a decision rule in unknown words is refused", "[decision_rule]") {
  const DecisionRule before = rule_of("heads:3");
  for (const char* wrong : {"",
                            "all",
                            "consensus:1",
                            "consensus-minus:",
                            "consensus-minus",
                            "consensus-minus:-1",
                            "consensus,",
                            "+",
                            "heads",
                            "heads:0",
                            "heads:0.5",
                            "heads:-1",
                            "quota:",
                            "quota:0",
                            "quota:1.5",
                            "quota:172%",
                            "quota:0/345",
                            "quota:346/345",
                            "quota:1/0",
                            "quota:/345",
                            "quota:%",
                            "blocking:4",
                            "quota:0.5+blocking:0",
                            "quota:nan",
                            "quota-heads:2",
                            "quota:0.5,",
                            "quota:0.5,heads:0",
                            "quota:0.5,heads:x",
                            "majority:0.6",
                            "quota-power:0.5+quota:0.6",
                            "consensus heads:3",
                            " consensus"}) {
    CAPTURE(wrong);
    DecisionRule rule = before;
    CHECK_FALSE(read_decision_rule(wrong, rule).empty());
    CHECK(rule == before);
  }
  DecisionRule rule;
  CHECK(read_decision_rule("majority+heads:3+majority", rule) ==
        "majority is given twice in 'majority+heads:3+majority'");
}

TEST_CASE("each rule passes a text over as many objectors as it allows, and not over one more",
          "[decision_rule]") {
  // of ten heads that weigh .1 each
  const auto [words, most] = GENERATE(table<const char*, std::size_t>({{"consensus", 0},
                                                                       {"consensus-minus:2", 2},
                                                                       {"quota-heads:0.7", 3},
                                                                       {"quota-heads:0.75", 2},
                                                                       {"quota-power:0.6", 4},
                                                                       {"heads:9", 1},
                                                                       {"majority", 4},
                                                                       {"majority-power", 4},
                                                                       {"over-heads:0.7", 2},
                                                                       {"over-power:60%", 3},
                                                                       {"over-heads:0.7+blocking:5", 4},
                                                                       {"quota-heads:1+blocking:1", 0},
                                                                       {"quota-heads:0.5", 5},
                                                                       {"quota-heads:0.5+quota-power:0.7", 3},
                                                                       {"quota-power:0.3+heads:8", 2}}));
  CAPTURE(words);
  for (std::size_t n = 0; n <= 10; ++n) {
    const Vote vote{.n_heads = 10, .n_objectors = n, .power_for = 1.0 - 0.1 * static_cast<double>(n)};
    CHECK(passes(rule_of(words), vote) == (n <= most));
  }
}

TEST_CASE("clauses on heads and on power are independent", "[decision_rule]") {
  const Vote few_strong{.n_heads = 5, .n_objectors = 4, .power_for = 0.8};
  const Vote many_weak{.n_heads = 5, .n_objectors = 1, .power_for = 0.2};
  for (const char* words : {"quota-heads:0.6", "heads:3", "majority"}) {
    CHECK(passes(rule_of(words), many_weak));
    CHECK_FALSE(passes(rule_of(words), few_strong));
  }
  for (const char* words : {"quota-power:0.6", "majority-power"}) {
    CHECK(passes(rule_of(words), few_strong));
    CHECK_FALSE(passes(rule_of(words), many_weak));
  }
  CHECK_FALSE(passes(rule_of("majority+majority-power"), many_weak));
  CHECK_FALSE(passes(rule_of("majority+majority-power"), few_strong));
}

TEST_CASE("clauses of sizes ask for a share of the second weight, and no conference has one",
          "[decision_rule]") {
  const Vote many_small{.n_heads = 5, .n_objectors = 1, .power_for = 0.9, .size_for = 0.5};
  CHECK(passes(rule_of("majority+quota-power:0.9+quota-size:0.5"), many_small));
  CHECK_FALSE(passes(rule_of("majority+quota-power:0.9+over-size:0.5"), many_small));
  CHECK_FALSE(passes(rule_of("majority+quota-power:0.9+quota-size:0.51"), many_small));
  CHECK(weighs_size(rule_of("majority+over-size:0.5")));
  CHECK_FALSE(weighs_size(rule_of("majority+over-power:0.5")));
  DecisionRule rule;
  const std::string wrong = read_decision_rule("majority+quota-size:0.5", rule, RuleOf::Conference);
  CHECK(wrong.find("quota-power:SHARE") != std::string::npos);
  CHECK(wrong.find("quota-size:SHARE") == std::string::npos);
}

TEST_CASE("a veto blocks a text under every rule, and without voters nothing passes", "[decision_rule]") {
  for (const char* words : {"consensus", "consensus-minus:9", "quota-heads:0.1", "quota-power:0.1", "heads:1",
                            "majority", "majority-power"}) {
    CHECK(passes(rule_of(words), {.n_heads = 9, .power_for = 1}));
    CHECK_FALSE(passes(rule_of(words), {.n_heads = 9, .power_for = 1, .vetoed = true}));
    CHECK_FALSE(passes(rule_of(words), {.n_heads = 0, .power_for = 1}));
  }
}

TEST_CASE("a rule is unanimous only if a single objector blocks a text", "[decision_rule]") {
  for (const char* words : {"consensus", "consensus-minus:0", "majority+consensus", "quota-heads:1"})
    CHECK(is_unanimous(rule_of(words)));
  for (const char* words : {"consensus-minus:1", "quota-heads:0.99", "quota-power:1", "heads:1", "majority"})
    CHECK_FALSE(is_unanimous(rule_of(words)));
}

TEST_CASE("the number of heads that a rule requires is known before the vote", "[decision_rule]") {
  CHECK(least_heads(rule_of("quota-power:0.5+heads:3")) == 3);
  CHECK(least_heads(rule_of("quota-heads:0.9")) == 0);
  CHECK(least_heads(rule_of("heads:9+blocking:4")) == 0);
}

TEST_CASE("tables of cases have their own names for decision rules", "[decision_rule]") {
  const auto called = [](std::string_view name) {
    const auto rule = decision_rule_called(name);
    return rule ? to_text(*rule) : "";
  };
  for (const char* name : {"QMV", "qmv", "QMV(10)", "Qualified Majority"})
    CHECK(called(name) == "quota-power:0.72");
  for (const char* name : {"Unan", "unanimity", "Consensus"}) CHECK(called(name) == "consensus");
  CHECK(called("simple majority") == "quota-power:0.5001");
  CHECK(called("quota:0.6,heads:3") == "quota-power:0.6+heads:3");
  CHECK(called("Majority") == "majority");
  for (const char* name : {"", "lot", "quota:2"}) CHECK_FALSE(decision_rule_called(name));
}

TEST_CASE("a scenario gives a conference's rule as one text", "[decision_rule]") {
  const auto rule_in = [](const std::string& words) {
    return test::scenario_of(
               ("name: x\nconferences: [{name: COP, year: 2009, rule: " + words + "}]\n").c_str())
        .conferences[0]
        .rule;
  };
  CHECK(rule_in("heads:5") == rule_of("heads:5"));
  CHECK(rule_in("quota-power:0.55+quota-heads:0.6") == rule_of("quota-power:0.55+quota-heads:0.6"));
  CHECK(test::scenario_of("name: x\nconferences: [{name: COP, year: 2009}]\n").conferences[0].rule ==
        rule_of("consensus"));
}

}  // namespace
}  // namespace hansa
