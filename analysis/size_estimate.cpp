#include "analysis/size_estimate.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "scenarios/parameters/scenario.hpp"
#include "sim/record/network_tally.hpp"
#include "sim/run.hpp"
#include "support/input/problem.hpp"
#include "support/machine/memory_left.hpp"

namespace hansa {

namespace {

/// Bytes of one realization's columns on networks and cities.
struct NetworkBytes {
  double record = 0;          // all of them, while the realization is played
  double each = 0, mean = 0;  // columns kept of each realization; means and standard deviations

  explicit NetworkBytes(const Facts& facts) {
    NetworkRecord::columns([&]<class T>(std::vector<T> NetworkRecord::*, const ColumnInfo& info) {
      const double bytes = static_cast<double>(n_values(info.axes, facts)) * sizeof(T);
      record += bytes;
      each += info.traits.keep == Keep::Each ? bytes : 0.0;
      mean += bytes * static_cast<double>(n_summaries(info.traits.keep));
    });
  }
};

/// The tally, and beside it first the records of one block, then its copy in the result.
double estimate_networks_memory(const Facts& facts, std::size_t n_threads) {
  const NetworkBytes bytes(facts);
  const double n = facts.scenario->realizations;
  const double block = std::min(n, static_cast<double>(n_in_block(n_threads))) * bytes.record;
  const double tally = n * bytes.each + 1.5 * bytes.mean;       // of a mean a double and a count
  return tally + std::max(block, n * bytes.each + bytes.mean);  // the image of the file is no larger
}

}  // namespace

double estimate_networks_file(const Facts& facts) {
  const NetworkBytes bytes(facts);
  return facts.scenario->realizations * bytes.each + bytes.mean;
}

double estimate_memory(const Facts& facts, Detail detail, std::size_t n_threads) {
  double record = sizeof(RunRecord), result = 0, image = 0;  // of one realization                   [byte]
  double means = 0;                                          // of all                               [byte]
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*, const ColumnInfo& info) {
    const auto n = static_cast<double>(n_values(info.axes, facts));
    record += n * sizeof(T);
    result += info.traits.keep == Keep::Each ? n * sizeof(T) : 0.0;
    image += info.traits.keep == Keep::Each ? n * sizeof(double) : 0.0;  // as hdf5_image allocates
    means += n * static_cast<double>(n_summaries(info.traits.keep) * sizeof(double));
  });
  // the result is built while the records exist, the image of its file after they are freed
  const double usual = facts.scenario->realizations * (result + std::max(record, image)) + 2 * means;
  return detail == Detail::Usual ? usual : usual + estimate_networks_memory(facts, n_threads);
}

void refuse_too_large(const Facts& facts, Detail detail, std::size_t n_threads) {
  const double needed = estimate_memory(facts, detail, n_threads);
  const MemoryLeft available = memory_left();
  if (fits(needed, available)) return;
  throw ScenarioError(
      {{.file = facts.scenario->name,
        .line = 1,
        .column = 1,
        .key = "realizations",
        .message =
            fmt::format("{} realizations need about {} of memory, and {} are {}; ask for fewer{}",
                        facts.scenario->realizations, memory_text(needed), memory_text(available.bytes),
                        available.bound, detail == Detail::Networks ? ", or leave out --networks" : "")}});
}

}  // namespace hansa
