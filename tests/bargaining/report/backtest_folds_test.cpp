#include <set>

#include <catch2/catch.hpp>

#include "bargaining/report/backtest_folds.hpp"

namespace hansa {
namespace {

/// Two issues per proposal with three random positions each; the decision is always the mean by power.
CaseTable cases(std::size_t n_proposals) {
  CaseTable table;
  for (std::size_t p = 0; p < n_proposals; ++p) {
    for (const char* issue : {"i1", "i2"}) {
      BargainCase one{.name = std::to_string(p) + issue, .proposal = std::to_string(p)};
      one.position = {0, 100, static_cast<double>(17 * p % 100)};
      one.power = {1, 1, 1};
      one.salience = {1, 4, 2};
      one.outcome = (one.position[1] + one.position[2]) / 3;
      table.cases.push_back(one);
    }
  }
  return table;
}

TEST_CASE("every case is held out once, and never without the others of its proposal", "[backtest]") {
  const CrossValidation found = cross_validate(cases(7), {}, 3, 42);
  REQUIRE(found.folds.size() == 3);
  std::multiset<std::size_t> sizes;
  for (const HeldOutFold& fold : found.folds) sizes.insert(fold.n_cases);
  CHECK(sizes == std::multiset<std::size_t>{4, 4, 6});
  CHECK(found.error.n == 14);
}

TEST_CASE("held-out cases are scored with the parameters chosen on the others", "[backtest]") {
  const CaseTable table = cases(6);
  const CrossValidation found = cross_validate(table, {}, 2, 42);
  double sum = 0;
  for (const HeldOutFold& fold : found.folds) sum += fold.error_held_out * static_cast<double>(fold.n_cases);
  CHECK(found.error.mean == Approx(sum / 12));
  CHECK(found.error_on_all <= found.error.mean + 1e-12);
  BargainRules rules;
  for (const auto& [key, value] : found.chosen_on_all)
    REQUIRE(set_chair_rule(rules.chair, key, value).empty());
  CHECK(backtest(table, rules, 42).scores[5].error.mean == Approx(found.error_on_all));
}

TEST_CASE("the choice finds that salience had no effect", "[backtest]") {
  const CrossValidation found = cross_validate(cases(8), {}, 4, 42);
  for (const HeldOutFold& fold : found.folds) {
    std::string salience;
    for (const auto& [key, value] : fold.chosen)
      if (key == "salience_weight") salience = value;
    CHECK(salience == "0");
  }
  CHECK(found.against_compromise.hi < 0);
}

TEST_CASE("no two candidates are alike", "[backtest]") {
  const auto candidates = chair_candidates();
  CHECK(std::set<ChairSettings>(candidates.begin(), candidates.end()).size() == candidates.size());
}

}  // namespace
}  // namespace hansa
