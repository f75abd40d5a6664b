#include "analysis/history/played.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scenarios/parameters/conference_params.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// Means over the realizations of n values that `add(record, sums)` adds.
template <class Add>
std::vector<double> mean_over(const std::vector<RunRecord>& records, std::size_t n, const Add& add) {
  std::vector<double> sums(n, 0.0);
  for (const RunRecord& record : records) add(record, sums);
  for (double& sum : sums) sum /= static_cast<double>(records.size());
  return sums;
}

}  // namespace

Played::Played(const std::string& scenario, std::span<const std::string> settings, const DataFolders& folders,
               std::size_t n_threads)
    : prepared_(prepare(scenario, settings, folders)),
      records_(run_ensemble(prepared_.facts, n_threads, {})) {
  for (StateRow& state : read_tables(prepared_.loaded->files).states)
    if (this->state(state.iso3)) states_.push_back(std::move(state));
  HANSA_EXPECT(states_.size() == facts().n_states);
}

std::size_t Played::conference(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const ConferenceFacts& one : facts().conferences) names.push_back(one.params->name);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    throw ScenarioError({{.file = prepared_.loaded->source,
                          .key = "conferences",
                          .message = "no conference is called " + in_quotes(name) + suggest(name, names)}});
  return static_cast<std::size_t>(found - names.begin());
}

int Played::year_of(std::size_t conference) const { return facts().conferences[conference].params->year; }

std::optional<std::size_t> Played::state(std::string_view iso3) const {
  const auto& codes = facts().iso3;
  const auto found = std::lower_bound(codes.begin(), codes.end(), iso3);
  if (found == codes.end() || *found != iso3) return std::nullopt;
  return static_cast<std::size_t>(found - codes.begin());
}

std::size_t Played::treaty_of(std::size_t conference) const {
  HANSA_EXPECT(!facts().conferences[conference].params->treaty.name.empty());
  std::size_t row = 0;
  for (std::size_t k = 0; k < conference; ++k)
    row += facts().conferences[k].params->treaty.name.empty() ? 0U : 1U;
  return row;
}

double Played::adopted(std::size_t conference) const {
  return mean_over(records_, 1, [&](const RunRecord& record, std::vector<double>& sums) {
    sums[0] += record.adopted[conference];
  })[0];
}

double Played::depth(std::size_t conference) const {
  double sum = 0, n = 0;
  for (const RunRecord& record : records_) {
    if (!record.adopted[conference]) continue;
    sum += record.depth[conference];
    ++n;
  }
  return n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> Played::objecting(std::size_t conference) const {
  const std::size_t n = facts().n_states;
  return mean_over(records_, n, [&](const RunRecord& record, std::vector<double>& sums) {
    for (std::size_t i = 0; i < n; ++i) sums[i] += record.objects[conference * n + i];
  });
}

std::vector<double> Played::gain(std::size_t conference) const {
  const std::size_t n = facts().n_states;
  return mean_over(records_, n, [&](const RunRecord& record, std::vector<double>& sums) {
    for (std::size_t i = 0; i < n; ++i) sums[i] += record.gain[conference * n + i];
  });
}

std::vector<double> Played::positions(int from, int to) const {
  const std::size_t n = facts().n_states * facts().n_issues;
  const int first = facts().first_year, last = first + static_cast<int>(facts().years.size()) - 1;
  const int begin = std::clamp(from, first, last), end = std::clamp(to, first, last);
  return mean_over(records_, n, [&](const RunRecord& record, std::vector<double>& sums) {
    for (int year = begin; year <= end; ++year)
      for (std::size_t k = 0; k < n; ++k)
        sums[k] += record.position[static_cast<std::size_t>(year - first) * n + k] / (end - begin + 1);
  });
}

std::vector<double> Played::joining(std::size_t conference, std::size_t state) const {
  const std::size_t row = treaty_of(conference) * facts().n_states + state;
  std::vector<double> dates;
  for (const RunRecord& record : records_) {
    if (!record.adopted[conference]) continue;
    dates.push_back(std::isnan(record.ratified[row]) ? never : record.ratified[row]);
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

std::vector<double> Played::in_force(std::size_t conference) const {
  std::vector<double> dates;
  for (const RunRecord& record : records_) {
    if (!record.adopted[conference]) continue;
    dates.push_back(std::isnan(record.entered_force[conference]) ? never : record.entered_force[conference]);
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

const Played& Plays::of(const std::string& scenario, std::vector<std::string> settings) {
  if (realizations_ > 0) settings.push_back("realizations=" + std::to_string(realizations_));
  std::vector<std::string> key = settings;
  key.push_back(scenario);
  const auto known = played_.find(key);
  if (known != played_.end()) return known->second;
  return played_.emplace(std::move(key), Played(scenario, settings, folders_, n_threads_)).first->second;
}

}  // namespace hansa
