#include <cmath>
#include <filesystem>
#include <iostream>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "bargaining/report/backtest.hpp"
#include "tests/places.hpp"
#include "tests/rule_of.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// Two actors on 0 to 10: with a reference of 0, with none, and with one between their positions.
CaseTable three_cases() {
  const auto one = [](std::string name, std::string voting, std::vector<double> salience,
                      std::optional<double> reference, double outcome) {
    return BargainCase{name,      name,   std::move(voting), {2, 10}, {1, 1}, std::move(salience),
                       reference, outcome};
  };
  return {.cases = {one("a", "QMV", {1, 1}, 0.0, 5), one("b", "", {3, 1}, {}, 5),
                    one("c", "Unan", {3, 1}, 6.0, 6)}};
}

std::vector<BacktestScore> scores_of(const CaseTable& table) { return backtest(table, {}, 42).scores; }

TEST_CASE("the error is the mean distance from the decisions", "[backtest]") {
  const auto scores = scores_of(three_cases());
  REQUIRE(scores.size() == 9);
  CHECK(scores[0].error.mean == Approx((1.0 + 1.0 + 2.0) / 3.0));  // 6, 4, 4
  CHECK(scores[1].error.mean == Approx((1.0 + 3.0 + 4.0) / 3.0));  // 6, 2, 2
  CHECK(scores[1].against_compromise.mean == Approx(4.0 / 3.0));
  CHECK(scores[0].against_compromise.hi == 0.0);
}

TEST_CASE("Nash is scored where there is a reference, and predicts it where not all can gain", "[backtest]") {
  const auto scores = scores_of(three_cases());
  CHECK(scores[2].error.n == 2);
  CHECK(scores[2].n_agreed == 1);
  // x = [3 (a + b) - sqrt(9 (a + b)^2 - 32 a b)] / 4 of 2 and 10 is 2.6148; the other error is 0
  CHECK(scores[2].error.mean == Approx((5.0 - (36.0 - std::sqrt(656.0)) / 4.0) / 2.0));
}

TEST_CASE("chair plays each case by the rule that its table names", "[backtest]") {
  CaseTable table = three_cases();
  table.cases.erase(table.cases.begin(),
                    table.cases.begin() + 2);  // one at 2, one at 10; 6 without an agreement
  CHECK(scores_of(table)[5].n_agreed == 0);
  CHECK(scores_of(table)[5].error.mean == 0);
  table.cases[0].voting = "quota:0.5";
  CHECK(scores_of(table)[5].n_agreed == 1);
  table.cases[0].voting.clear();
  CHECK(to_text(decision_rule_of(table.cases[0], {.decision = test::quota_power(0.6)})) == "quota-power:0.6");
}

TEST_CASE("every case is in one group by its rule and in one by its number of actors", "[backtest]") {
  const Backtest found = backtest(three_cases(), {}, 42);
  REQUIRE(found.by_rule.size() == 3);
  CHECK(found.by_rule[0].name == "QMV (quota-power:0.72)");
  CHECK(found.by_rule[1].name == "Unan (consensus)");
  CHECK(found.by_rule[2].name == "not named (consensus)");
  CHECK(found.by_rule[1].scores[0].error.mean == Approx(2.0));
  REQUIRE(found.by_actors.size() == 1);
  CHECK((found.by_actors[0].name == "1 to 10" && found.by_actors[0].n_cases == 3));
  CHECK(found.by_actors[0].scores[1].error.mean == found.scores[1].error.mean);
}

TEST_CASE("an interval contains its mean, and a seed repeats it", "[backtest]") {
  const auto one = scores_of(three_cases()), again = scores_of(three_cases());
  for (std::size_t k = 0; k < one.size(); ++k) {
    CHECK((one[k].error.lo <= one[k].error.mean && one[k].error.mean <= one[k].error.hi));
    CHECK((one[k].error.lo == again[k].error.lo && one[k].error.hi == again[k].error.hi));
  }
}

TEST_CASE("the compromise errs by 23 of 100 over issues of the European Union", "[backtest][reference]") {
  const std::filesystem::path file = source_dir() / "../shared/reference/deu/deu3_open.csv";
  if (!std::filesystem::exists(file)) {
    std::cout << "skipped: the reference data are not beside the project\n";
    return;
  }
  const CaseTable table = read_cases(file);
  CHECK(table.cases.size() == 154);
  CHECK(table.n_rows_left_out == 8);
  CHECK(table.n_with_reference() == 108);
  const auto scores = scores_of(table);
  CHECK(scores[0].error.mean == Approx(23.172).margin(0.0005));
  for (const BacktestScore& score : scores)
    WARN(score.solver << ": " << score.error.mean << " in " << score.error.lo << ".." << score.error.hi
                      << ", " << score.error.n << " cases");
}

/// A row of the table in docs/how-to/bargaining.md, but for its last two cells.
std::string row_of(const std::string& label, const BacktestScore& score) {
  const BootstrappedMean &error = score.error, &against = score.against_compromise;
  std::string row =
      fmt::format("| {} | {} | {:.2f} | {:.2f} to {:.2f} |", label, error.n, error.mean, error.lo, error.hi);
  if (score.solver == "compromise") return row + " | ";
  return row + fmt::format(" {:.2f} ({:.2f} to {:.2f}) |", against.mean, against.lo, against.hi);
}

TEST_CASE("the page on tables has the scores that come out", "[backtest][reference]") {
  const std::filesystem::path file = source_dir() / "../shared/reference/deu/deu3_open.csv";
  if (!std::filesystem::exists(file)) {
    std::cout << "skipped: the reference data are not beside the project\n";
    return;
  }
  const std::string page = test::text_of(source_dir() / "docs/how-to/bargaining.md");
  const CaseTable table = read_cases(file);
  BargainRules council{.chair = council_chair_rules()}, model;
  model.utility.reading = UtilityReading::Run;
  const auto expect = [&](const BargainRules& rules, const std::map<std::string, std::string>& labels) {
    std::size_t n = 0;
    for (const BacktestScore& score : backtest(table, rules, 42).scores) {
      const auto label = labels.find(std::string(score.solver));
      if (label == labels.end()) continue;
      ++n;
      CHECK_THAT(page, Catch::Contains(row_of(label->second, score)));
    }
    CHECK(n == labels.size());
  };
  expect(council, {{"compromise", "compromise"},
                   {"mean", "mean, by power alone"},
                   {"median", "median"},
                   {"nash", "nash"},
                   {"joint-nash", "joint-nash"},
                   {"contest", "contest"},
                   {"smp", "smp"},
                   {"expected-utility", "expected-utility"},
                   {"chair", "chair, `preset=council`, held out"}});
  expect(model,
         {{"chair", "chair, `preset=model`"}, {"expected-utility", "expected-utility, `reading=run`"}});
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("the mean is over known values", "[backtest]") {
  const std::vector<double> values = {1, none, 2, 6};
  const std::vector<std::size_t> cluster = {0, 0, 1, 2};
  const BootstrappedMean mean = clustered_mean(values, cluster, 42);
  CHECK((mean.mean == 3 && mean.n == 3));
  CHECK((1 <= mean.lo && mean.lo < mean.mean && mean.mean < mean.hi && mean.hi <= 6));
  const std::vector<double> nothing = {none, none, none, none};
  CHECK(clustered_mean(nothing, cluster, 42).n == 0);
}

TEST_CASE("with one cluster all samples are equal", "[backtest]") {
  const std::vector<double> values = {1, 2, 6};
  const std::vector<std::size_t> together = {4, 4, 4};
  const BootstrappedMean mean = clustered_mean(values, together, 42);
  CHECK((mean.lo == 3 && mean.hi == 3));
}

TEST_CASE("equal values within clusters widen the interval as fewer values would", "[backtest]") {
  // forty values in ten clusters of four equal ones carry as much information as ten
  std::vector<double> values, ten;
  std::vector<std::size_t> cluster, apart, alone;
  for (std::size_t k = 0; k < 40; ++k) {
    values.push_back(static_cast<double>(k / 4 % 3));
    cluster.push_back(k / 4);
    apart.push_back(k);
  }
  for (std::size_t k = 0; k < 10; ++k) {
    ten.push_back(values[4 * k]);
    alone.push_back(k);
  }
  const BootstrappedMean clustered = clustered_mean(values, cluster, 42),
                         few = clustered_mean(ten, alone, 42), loose = clustered_mean(values, apart, 42);
  CHECK(clustered.lo == Approx(few.lo));
  CHECK(clustered.hi == Approx(few.hi));
  CHECK(loose.hi - loose.lo < 0.7 * (clustered.hi - clustered.lo));
}

TEST_CASE("a seed repeats an interval, and another seed nearly does", "[backtest]") {
  std::vector<double> values;
  std::vector<std::size_t> cluster;
  for (std::size_t k = 0; k < 50; ++k) {
    values.push_back(std::sin(static_cast<double>(k)));
    cluster.push_back(k);
  }
  const BootstrappedMean one = clustered_mean(values, cluster, 1), again = clustered_mean(values, cluster, 1),
                         other = clustered_mean(values, cluster, 2);
  CHECK((one.lo == again.lo && one.hi == again.hi));
  CHECK(one.lo != other.lo);
  CHECK(one.lo == Approx(other.lo).margin(0.03));
}

}  // namespace

}  // namespace hansa
