#include "analysis/size_estimate.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "scenarios/parameters/scenario.hpp"
#include "sim/record/run_record.hpp"
#include "support/input/problem.hpp"

namespace hansa {

double available_memory() {
  std::ifstream file("/proc/meminfo");
  std::string word;
  while (file >> word) {
    double kilobytes = 0;
    if (word == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024.0;
  }
  return 0;
}

double estimate_memory(const Facts& facts) {
  double record = sizeof(RunRecord), result = 0, image = 0;  // of one realization                   [byte]
  double means = 0;                                          // of all                               [byte]
  RunRecord::columns([&]<class T>(std::vector<T> RunRecord::*, const ColumnInfo& info) {
    const auto n = static_cast<double>(n_values(info.axes, facts));
    record += n * sizeof(T);
    result += info.traits.keep == Keep::Each ? n * sizeof(T) : 0.0;
    image += info.traits.keep == Keep::Each ? n * sizeof(double) : 0.0;  // as hdf5_image allocates
    means += info.traits.keep == Keep::Mean ? n * sizeof(double) : 0.0;
  });
  // the result is built while the records exist, the image of its file after they are freed
  return facts.scenario->realizations * (result + std::max(record, image)) + 2 * means;
}

void refuse_too_large(const Facts& facts) {
  constexpr double share = 0.8, giga = 1e9;
  const double needed = estimate_memory(facts), available = available_memory();
  if (available <= 0 || needed <= share * available) return;
  throw ScenarioError(
      {{.file = facts.scenario->name,
        .line = 1,
        .column = 1,
        .key = "realizations",
        .message = fmt::format(
            "{} realizations need about {:.0f} GB of memory, and {:.0f} GB are free; ask for fewer",
            facts.scenario->realizations, needed / giga, available / giga)}});
}

}  // namespace hansa
