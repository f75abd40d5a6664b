#include "analysis/backtest_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const BootstrappedMean& mean) {
  return mean.n > 0 ? Json::array({mean.lo, mean.hi}) : Json(nullptr);
}

Json mean_json(const BootstrappedMean& mean) { return mean.n > 0 ? Json(mean.mean) : Json(nullptr); }

std::string interval_text(const BootstrappedMean& mean) {
  return mean.n > 0 ? fmt::format("{:.2f}..{:.2f}", mean.lo, mean.hi) : "-";
}

std::string mean_text(const BootstrappedMean& mean) {
  return mean.n > 0 ? fmt::format("{:.2f}", mean.mean) : "-";
}

}  // namespace

std::string backtest_json(const CaseTable& table, const std::vector<BacktestScore>& scores) {
  Json json = {{"cases", table.cases.size()},
               {"cases_left_out", table.n_cases_left_out},
               {"rows_left_out", table.n_rows_left_out},
               {"solvers", Json::object()}};
  for (const BacktestScore& score : scores)
    json["solvers"][std::string(score.solver)] = {
        {"mae", mean_json(score.error)},
        {"ci95", interval_json(score.error)},
        {"n", score.error.n},
        {"beyond_compromise",
         {{"mean", mean_json(score.beyond_compromise)}, {"ci95", interval_json(score.beyond_compromise)}}}};
  return json.dump(2) + "\n";
}

std::string backtest_text(std::string_view title, const CaseTable& table,
                          const std::vector<BacktestScore>& scores) {
  TextRows rows = {{"solver", "cases", "mean error", "95 %", "beyond compromise", "95 %"}};
  for (const BacktestScore& score : scores)
    rows.push_back({std::string(score.solver), fmt::format("{}", score.error.n), mean_text(score.error),
                    interval_text(score.error), mean_text(score.beyond_compromise),
                    interval_text(score.beyond_compromise)});
  return fmt::format("{}: {} cases, {} left out; {} actors left out\n\n{}", title, table.cases.size(),
                     table.n_cases_left_out, table.n_rows_left_out, align(rows));
}

}  // namespace hansa
