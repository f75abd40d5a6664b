#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/network_summary.hpp"
#include "analysis/past.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// One outcome over the realizations in which it applies.
struct OutcomeMean {
  std::string metric;
  double mean;  // NaN: applies in none
};

using OutcomeMeans = std::vector<OutcomeMean>;

/// The mean of this outcome, which must exist.
[[nodiscard]] double mean_of(const OutcomeMeans& means, std::string_view metric);

/// What happened at a conference, beside the result.
struct HistoryBeside {
  ObservedConference conference;
  std::optional<double>
      participation;  // share of the 197 states that joined by the last year of the run    [0..1]
  std::optional<Date> entered_force;  // whenever that was
  std::optional<bool> differs;        // see differs_from()
};

/// One conference over all realizations.
struct ConferenceSummary {
  std::string name;
  int year = 0;
  std::array<double, 2> adopted_ci95;         // Wilson interval of the share of realizations        [0..1]
  std::optional<std::string> form;            // the most frequent among adopted texts
  OutcomeMeans means;                         // of every numeric column of conferences
  std::vector<std::string> objectors;         // the most frequent where nothing is adopted, at most five
  std::optional<HistoryBeside> history = {};  // where the tables have it
};

struct YearSummary {
  int year = 0;
  OutcomeMeans means;  // of every column of years
};

struct TreatySummary {
  std::string name;
  std::size_t conference = 0;                  // row
  double in_force = 0;                         // share of realizations, in the last year    [0..1]
  std::optional<double> entered_force_median;  // over realizations in which it is in force  [year]
};

struct Summary {
  std::size_t n_realizations = 0;
  std::vector<ConferenceSummary> conferences;
  std::vector<YearSummary> years;
  std::vector<TreatySummary> treaties;
  std::vector<NetworkSummary> networks;  // in the last year; empty unless single networks were recorded
};

/// Means, shares and intervals of a result. Outcomes are those of outcome_columns.hpp, so a new column of a run
/// appears here automatically.
[[nodiscard]] Summary summarise(const ResultSet& result);

/// The same with what happened beside each conference, found by name and year.
[[nodiscard]] Summary summarise(const ResultSet& result, const Past& past);

/// The Wilson 95 % interval of a share of k in n. Source: Wilson 1927.
[[nodiscard]] std::array<double, 2> wilson_interval(double k, double n);

}  // namespace hansa
