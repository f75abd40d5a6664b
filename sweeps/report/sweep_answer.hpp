#pragma once

#include <optional>
#include <string>

#include "support/text/text.hpp"
#include "sweeps/sensitivity/sensitivity.hpp"

namespace hansa {

/// What is asked of the results of a sweep.
struct AnswerWay {
  MissingPolicy missing = MissingPolicy::Conditional;
  std::optional<SensitivityMethod> method;  // nullopt: the usual ones of the design
  std::string conference;                   // empty: the last one; "all"
  bool points = false;                      // the table of design points, for designs that are drawn
  std::vector<std::string> parameters;      // one: curves; two: maps; none: neither
  std::vector<std::string> where;           // PARAMETER=VALUE, for these
};

/// An answer, as text or JSON, with the number of failed and missing runs.
struct Answer {
  Text text;
  std::size_t n_failed = 0, n_missing = 0;
};

/// What came out: the table of design points of a grid or a list; of drawn designs which parameters matter; or curves.
/// Throws ScenarioError if the method does not fit the design, or the conference is none of the sweep.
[[nodiscard]] Answer answer_text(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way);
[[nodiscard]] Answer answer_json(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way,
                                 std::optional<double> wall_seconds);

/// The table of design points as CSV, or the curves or maps.
[[nodiscard]] Answer answer_csv(const SweepPlan& plan, const SweepFolder& folder, const AnswerWay& way);

}  // namespace hansa
