#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sweeps/run/shard_file.hpp"

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

/// Adoption and depth at these conferences, networks and voice in the last year. Throws ResultFileError for a damaged
/// shard, and for one whose parameters are not those of the design.
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
  std::vector<double> values;      // (point x realization); NaN: left out
  std::size_t n_realizations = 0;  // those of which some run is done
  std::size_t n_runs = 0;          // of these, or pairs of runs
  std::size_t n_lacking = 0;       // failed or not yet done, and left out
  std::size_t n_not_applying = 0;  // without a text in either arm: left out, or 0 by the policy
};
[[nodiscard]] OutcomeTable table_of(const Sweep& sweep, const RunOutcomes& runs, std::size_t outcome,
                                    const Contrast& contrast, MissingPolicy policy);

}  // namespace hansa
