#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/result_set.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "sweeps/run/sweep_plan.hpp"
#include "sweeps/sensitivity/on_scale.hpp"

namespace hansa {

/// What stands for an outcome that does not apply, such as the depth where no text was adopted.
enum class MissingPolicy { Conditional, Zero, Refuse };
constexpr WordsOf<MissingPolicy> choices(MissingPolicy) { return {"conditional", "zero", "refuse"}; }

/// An outcome of a run: a column of the record, at a conference or in the last year.
struct OutcomeName {
  std::string column;
  std::string conference;  // empty: in the last year

  bool operator==(const OutcomeName&) const = default;
};

/// Outcomes of the runs of a folder.
struct RunOutcomes {
  std::vector<OutcomeName> names;
  std::vector<std::vector<double>> values;  // (outcome)(run); NaN: does not apply, or no such run
  std::vector<std::uint8_t> done;           // (run): it exists and did not fail
  std::size_t n_failed = 0, n_missing = 0;
};

/// The conferences of a sweep that are asked for: by name, "all", or, if `chosen` is empty, the last one. Throws
/// ScenarioError for an unknown name.
[[nodiscard]] std::vector<std::string> choose_conferences(const SweepPlan& plan, const std::string& chosen);

/// The outcomes of a sweep before any run is added: adoption and depth at these conferences, networks and voice in the last
/// year.
[[nodiscard]] RunOutcomes no_outcomes(const SweepPlan& plan, const std::vector<std::string>& conferences);

/// Adds those of the runs from `first` on, laid out as in a shard.
void add_outcomes(const SweepPlan& plan, std::size_t first, const ResultSet& shard, RunOutcomes& runs);

/// Reads them from a folder. Throws ResultFileError for a damaged shard, and for one whose parameters are not those of the
/// design.
[[nodiscard]] RunOutcomes read_outcomes(const SweepPlan& plan, const SweepFolder& folder,
                                        const std::vector<std::string>& conferences);

/// An arm, or what it has more than another on the same random numbers.
struct Contrast {
  std::size_t arm = 0;
  std::optional<std::size_t> minus;
};

/// Each arm, then the first one minus each other.
[[nodiscard]] std::vector<Contrast> contrasts_of(const Sweep& sweep);
[[nodiscard]] std::string name_of(const Contrast& contrast, const Sweep& sweep);

/// One outcome over the design.
struct OutcomeTable {
  std::vector<double> values;  // (point x realization); NaN: left out
  OutcomeScale scale = OutcomeScale::Any;
  std::size_t n_realizations = 0;  // those of which some run is done
  std::size_t n_runs = 0;          // of these, or pairs of runs
  std::size_t n_lacking = 0;       // failed or not yet done, and left out
  std::size_t n_not_applying = 0;  // without a text in either arm: left out, or 0 by the policy
};
[[nodiscard]] OutcomeTable table_of(const Sweep& sweep, const RunOutcomes& runs, std::size_t outcome,
                                    const Contrast& contrast, MissingPolicy policy);

}  // namespace hansa
