#include <catch2/catch.hpp>

#include "bargaining/solvers/chair_rules.hpp"

namespace hansa {
namespace {

TEST_CASE("a parameter of the chair is set by its words", "[solvers][chair]") {
  ChairRules rules;
  CHECK(set_chair_rule(rules, "chair_step", "0.25").empty());
  CHECK(set_chair_rule(rules, "rounds", "30").empty());
  CHECK(set_chair_rule(rules, "contest", "binary").empty());
  CHECK(rules.negotiation.chair_step == 0.25);
  CHECK(rules.rounds == 30);
  CHECK(rules.negotiation.contest == ContestRule::Binary);
}

TEST_CASE("the presets are the model's own parameters, and those of the Council", "[solvers][chair]") {
  ChairRules rules;
  CHECK(set_chair_rule(rules, "preset", "council").empty());
  CHECK((rules.disagreement == 1 && rules.negotiation.contest == ContestRule::Cubic));
  CHECK(set_chair_rule(rules, "preset", "model").empty());
  CHECK((rules.disagreement == 0 && rules.negotiation.contest == NegotiationParams{}.contest));
}

TEST_CASE("the words of all parameters give the parameters again", "[solvers][chair]") {
  ChairRules rules = council_chair_rules(), again;
  rules.tolerance = 1e-7 / 3;
  for (const auto& [key, value] : words_of(rules)) CHECK(set_chair_rule(again, key, value).empty());
  CHECK(words_of(again) == words_of(rules));
  CHECK(again.tolerance == rules.tolerance);
  CHECK(words_of(again) != words_of(ChairRules{}));
}

TEST_CASE("invalid values are reported and change nothing", "[solvers][chair]") {
  ChairRules rules;
  CHECK(set_chair_rule(rules, "chair_step", "2") == "chair_step is a number from 0 to 1, not '2'");
  CHECK(set_chair_rule(rules, "rounds", "2.5") == "rounds is a number from 1 to 1000, not '2.5'");
  CHECK(set_chair_rule(rules, "contest", "cub") ==
        "contest is proportional, cubic, mixed, binary, not 'cub'");
  CHECK(set_chair_rule(rules, "preset", "un") == "preset is model, council, not 'un'");
  CHECK(set_chair_rule(rules, "chairstep", "1") ==
        "there is no parameter 'chairstep'; did you mean 'chair_step'?");
  CHECK(set_chair_rule(rules, "ratchet", "1")
            .starts_with("there is no parameter"));  // only a conference has it
  CHECK((rules.negotiation.chair_step == NegotiationParams{}.chair_step && rules.rounds == 12));
}

}  // namespace
}  // namespace hansa
