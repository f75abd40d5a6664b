#include "analysis/size_estimate.hpp"

#include <fstream>
#include <string>

#include <fmt/format.h>

#include "scenarios/problem.hpp"
#include "scenarios/scenario.hpp"

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
  constexpr double value = 8, copies = 3;  // the record, the result and its image
  const auto n_issues = static_cast<double>(facts.n_issues), n_states = static_cast<double>(facts.n_states);
  const double conference = 12 + 2 * n_issues + n_channels + n_states;
  const double year = 22 + n_issues + n_states * (3 + n_issues);
  const double realization = value * (static_cast<double>(facts.conferences.size()) * conference +
                                      static_cast<double>(facts.years.size()) * year);
  return copies * realization * facts.scenario->realizations;
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
