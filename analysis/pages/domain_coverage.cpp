#include "analysis/pages/domain_coverage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "analysis/pages/describe.hpp"
#include "analysis/prepared_scenario.hpp"

namespace hansa {
namespace {

std::vector<std::string> parts_of(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(between, from), text.size());
    parts.emplace_back(text.substr(from, to - from));
    from = to + between.size();
  }
  return parts;
}

const OutcomeDifferences* outcomes_at(std::string_view when, const Comparison& comparison) {
  for (const ConferenceComparison& conference : comparison.conferences)
    if (conference.name == when) return &conference.outcomes;
  if (when == "mean") return &comparison.mean_year;
  if (when == "last") return &comparison.at_last_year;
  return nullptr;
}

std::string when_of(std::string_view when) {
  return when == "mean" ? "years on average" : when == "last" ? "the last year" : std::string(when);
}

std::string scenario_of(const CoverageRow& row) {
  return row.both.empty() ? std::string(row.scenario) : fmt::format("{} with `{}`", row.scenario, row.both);
}

std::string claimed(char claim) { return claim == '+' ? "rises" : claim == '-' ? "falls" : "stays"; }

}  // namespace

std::vector<std::string> base_settings_of(const CoverageRow& row) {
  return row.both.empty() ? std::vector<std::string>{} : parts_of(row.both, " ; ");
}

std::vector<std::string> settings_of(const CoverageRow& row) {
  std::vector<std::string> settings = base_settings_of(row);
  for (std::string& change : parts_of(row.change, " ; ")) settings.push_back(std::move(change));
  return settings;
}

const OutcomeDifference& outcome_of(const CoverageRow& row, const Comparison& comparison) {
  const OutcomeDifferences* outcomes = outcomes_at(row.when, comparison);
  const OutcomeDifference* outcome = outcomes == nullptr ? nullptr : find_outcome(*outcomes, row.metric);
  if (outcome == nullptr)
    throw std::logic_error(fmt::format("coverage of {}: no outcome {} at {}", row.tag, row.metric, row.when));
  return *outcome;
}

std::string_view verdict(char claim, const PairedDifference& difference) {
  if (claim == '0') return difference.is_beyond_chance() ? "the other way" : "as claimed";
  if (!difference.is_beyond_chance()) return "not beyond chance";
  return (difference.mean > 0) == (claim == '+') ? "as claimed" : "the other way";
}

void refuse_unknown(std::span<const CoverageRow> rows) {
  std::set<std::string, std::less<>> known;
  for (const SectionEntry& section : describe_parameters())
    for (const ParameterEntry& parameter : section.parameters) known.insert(parameter.path);
  for (const CoverageRow& row : rows) {
    for (const std::string_view field : {row.tag, row.mechanism, row.file, row.parameters, row.scenario,
                                         row.change, row.metric, row.when, row.test})
      if (field.empty()) throw std::logic_error(fmt::format("coverage of {}: a field is empty", row.tag));
    for (const std::string& parameter : parts_of(row.parameters, " "))
      if (!known.contains(parameter))
        throw std::logic_error(fmt::format("coverage of {}: no parameter is called {}", row.tag, parameter));
  }
}

std::string coverage_text(std::span<const CoverageRow> rows, std::span<const OutcomeDifference> differences) {
  std::string table =
      "| tag | mechanism | file | parameters | scenario | changed to | outcome | claim | measured: before, "
      "after, "
      "difference [95 %] | verdict | test |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const CoverageRow& row = rows[k];
    const OutcomeDifference& measured = differences[k];
    std::string parameters;
    for (const std::string& parameter : parts_of(row.parameters, " "))
      parameters += (parameters.empty() ? "`" : " `") + parameter + "`";
    const std::size_t colon = row.test.find(": ");
    table += fmt::format(
        "| {} | {} | `{}` | {} | {} | `{}` | {} at {} | {} | {:.4g}, {:.4g}, {:+.2g} [{:+.2g}, {:+.2g}] | {} "
        "| `{}`: {} |\n",
        row.tag, row.mechanism, row.file, parameters, scenario_of(row), row.change, row.metric,
        when_of(row.when), claimed(row.claim), measured.full, measured.other, measured.difference.mean,
        measured.difference.lo, measured.difference.hi, verdict(row.claim, measured.difference),
        row.test.substr(0, colon), row.test.substr(colon + 2));
  }
  return table;
}

std::string coverage_page(const DataFolders& folders, std::size_t n_threads, const std::atomic<bool>& stop) {
  const std::span<const CoverageRow> rows = domain_coverage();
  refuse_unknown(rows);
  const auto result_of = [&](std::string_view scenario, std::vector<std::string> settings) {
    settings.push_back("realizations=64");
    FinishedRun finished = run(prepare(std::string(scenario), settings, folders), n_threads, {.stop = &stop});
    if (!finished.result) throw std::runtime_error("stopped");
    return *std::move(finished.result);
  };
  std::map<std::pair<std::string_view, std::string_view>, ResultSet> bases;
  std::vector<OutcomeDifference> differences;
  for (const CoverageRow& row : rows) {
    const std::pair key(row.scenario, row.both);
    if (!bases.contains(key)) bases.emplace(key, result_of(row.scenario, base_settings_of(row)));
    differences.push_back(outcome_of(row, compare(bases.at(key), result_of(row.scenario, settings_of(row)))));
  }
  return coverage_text(rows, differences);
}

}  // namespace hansa
