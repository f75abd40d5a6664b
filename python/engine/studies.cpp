#include "python/engine/studies.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pybind11/stl.h>

#include "analysis/comparison/findings.hpp"
#include "analysis/explain/explanation_report.hpp"
#include "analysis/explain/explanation_tables.hpp"
#include "analysis/pages/describe.hpp"
#include "analysis/report/comparison_page.hpp"
#include "analysis/report/run_page.hpp"
#include "bargaining/report/backtest_report.hpp"
#include "bargaining/report/bargain_page.hpp"
#include "bargaining/report/bargain_remarks.hpp"
#include "bargaining/report/bargain_report.hpp"
#include "bargaining/report/spread_report.hpp"
#include "bargaining/solvers/rule_words.hpp"
#include "bargaining/tables/packages.hpp"
#include "python/engine/arrays.hpp"
#include "support/input/suggest.hpp"
#include "support/input/text_file.hpp"
#include "support/text/json_text.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/report/sensitivity_report.hpp"
#include "sweeps/run/play_shard.hpp"
#include "sweeps/sensitivity/sensitivity.hpp"

namespace hansa::python {
namespace {

[[noreturn]] void refuse(const char* file, std::string key, std::string message) {
  throw ScenarioError({{.file = file, .key = std::move(key), .message = std::move(message)}});
}

/// The enumerator of a word. Throws ScenarioError.
template <Choice T> T enumerator_of(const char* key, const std::string& word) {
  const auto words = choices(T{});
  const std::vector<std::string_view> known(words.begin(), words.end());
  for (const T value : each<T>)
    if (name_of(value) == word) return value;
  refuse("arguments", key, "no " + in_quotes(word) + suggest(word, known));
}

/// A text for None where this build makes no pages.
py::object page_or_none(const std::optional<std::string>& page) {
  return page ? py::object(py::str(*page)) : py::object(py::none());
}

BargainRules rules_of(SolverRules words, const std::string& decision, const ChairRules& chair_default) {
  BargainRules rules{.chair = chair_default};
  if (const std::optional<WrongRule> wrong = set_rules({.smp = words["smp"],
                                                        .chair = words["chair"],
                                                        .expected_utility = words["expected_utility"],
                                                        .decision = decision},
                                                       rules))
    refuse("arguments", wrong->of, wrong->message);
  return rules;
}

}  // namespace

py::dict compare(const ComparisonRequest& request, double smallest, std::size_t n_threads,
                 const Progress& progress, const DataFolders& folders) {
  const std::vector<PreparedArm> arms =
      interruptible({}, [&](const Watch&) { return prepare_arms(request, folders); });
  const auto results = std::make_shared<std::vector<ResultSet>>();
  std::size_t n_before = 0;
  for (const PreparedArm& arm : arms) {
    std::optional<py::function> shown;
    if (progress) shown = py::cpp_function([&](std::size_t n) { (*progress)(n_before + n); });
    auto result =
        interruptible(shown, [&](const Watch& watch) { return run(arm.prepared, n_threads, watch).result; });
    n_before += static_cast<std::size_t>(arm.scenario().realizations);
    results->push_back(*std::move(result));
  }
  struct Told {
    std::string json, text;
    std::optional<std::string> page;
  };
  const Told told = interruptible({}, [&](const Watch&) {
    const Findings findings = compare_arms(arms, *results, smallest);
    Told said{
        .json = findings_json(arms, findings), .text = findings_text(arms, findings), .page = std::nullopt};
    if (can_make_pages())
      said.page = comparison_page(said.json, "compare.json", *results, arms.front().prepared, folders);
    return said;
  });
  py::list names, arrays;
  for (std::size_t k = 0; k < arms.size(); ++k) {
    names.append(arms[k].name);
    arrays.append(arrays_of({results, &(*results)[k]}));  // each keeps all of them alive
  }
  return py::dict(py::arg("names") = names, py::arg("arms") = arrays, py::arg("json") = told.json,
                  py::arg("text") = told.text, py::arg("page") = page_or_none(told.page));
}

py::dict explain(const std::string& scenario, const std::vector<std::string>& settings,
                 const std::optional<std::string>& conference, std::size_t n_threads,
                 const Progress& progress, const DataFolders& folders) {
  struct Told {
    std::string json, text;
    std::vector<std::pair<std::string, std::string>> tables;
  };
  const Told told = interruptible(progress, [&](const Watch& watch) {
    const PreparedScenario prepared = prepare(scenario, settings, folders);
    std::string reason;
    const std::optional<std::size_t> row = find_conference(prepared.facts, conference, reason);
    if (!row) refuse("arguments", "conference", reason);
    const ConferenceRuns runs(prepared.facts, *row, n_threads, watch);
    const ConferenceParams& held = *prepared.facts.conferences[*row].params;
    const Past past = read_past(folders);
    const std::optional<Explanation> found =
        runs.stopped() ? std::nullopt : hansa::explain(runs, past.find(held.name, held.year));
    if (!found) return Told{};
    return Told{.json = explanation_json(*found, prepared.facts),
                .text = explanation_text(*found, prepared.facts, {}),
                .tables = explanation_tables(*found, prepared.facts)};
  });
  py::dict tables;
  for (const auto& [file, table] : told.tables) tables[py::str(file.substr(0, file.find('.')))] = table;
  return py::dict(py::arg("json") = told.json, py::arg("text") = told.text, py::arg("tables") = tables);
}

SweptRuns::SweptRuns(const std::string& text, const std::string& shown_as, const std::string& points_folder,
                     std::size_t n_threads, const Progress& progress, const DataFolders& folders) {
  plan_ = interruptible({}, [&](const Watch&) {
    SweepPlan plan = make_plan(read_sweep_text(text, shown_as, points_folder, folders), folders);
    plan.sweep.shard_runs = static_cast<int>(plan.n_runs());  // all of them in one
    return std::make_shared<const SweepPlan>(std::move(plan));
  });
  runs_ = interruptible(progress, [&](const Watch& watch) -> std::shared_ptr<const ResultSet> {
    const auto runs = run_shard(*plan_, 0, {.n_threads = n_threads, .stop_on_failure = true, .watch = watch});
    if (!runs) return nullptr;
    return std::make_shared<const ResultSet>(lay_out_shard(plan_->sweep, plan_->stamp, 0, 0, *runs));
  });
}

py::dict SweptRuns::arrays() const {
  py::dict all = arrays_of(runs_);
  std::vector<std::string> arms;
  for (const SweepArm& arm : plan_->sweep.arms) arms.push_back(arm.name);
  all["arms"] = arms;
  all["n_points"] = plan_->sweep.n_points;
  all["n_realizations"] = plan_->sweep.realizations;
  return all;
}

std::string SweptRuns::effects(const std::optional<std::string>& method, const std::string& missing,
                               const std::string& conference) const {
  std::vector<SensitivityMethod> methods = usual_methods(plan_->sweep.design);
  if (method) {
    methods = {enumerator_of<SensitivityMethod>("method", *method)};
    if (const std::string reason = why_unfit(methods.front(), plan_->sweep); !reason.empty())
      refuse("arguments", "method", *method + " " + reason);
  }
  const auto policy = enumerator_of<MissingPolicy>("missing", missing);
  return interruptible({}, [&](const Watch&) {
    RunOutcomes outcomes = no_outcomes(*plan_, choose_conferences(*plan_, conference));
    add_outcomes(*plan_, 0, *runs_, outcomes);
    return json_text(sensitivity_json(
        *plan_, analyse_sensitivity(*plan_, outcomes, {.missing = policy, .methods = methods})));
  });
}

py::dict bargain(const std::string& file, const std::string& solver, const SolverRules& solver_rules,
                 const std::string& rule, const std::string& setter, double patience,
                 const ColumnNames& columns, bool strict, bool packages, std::size_t n_draws,
                 std::uint64_t seed, std::size_t n_threads, const DataFolders& folders) {
  BargainRules rules = rules_of(solver_rules, rule.empty() ? "consensus" : rule, {});
  rules.tries_orders = true;
  rules.setter = setter;
  rules.packages = packages;
  struct Told {
    std::string json, text;
    std::optional<std::string> page;
    std::vector<std::string> remarks = {};
  };
  const Told told = interruptible({}, [&](const Watch& watch) {
    const std::string path = find_bargain_table(file, folders);
    const TableSource source = read_table_source(path);
    BargainTable table = read_bargain_table(
        source, {.strict = strict, .needs_size = weighs_size(rules.decision), .columns = columns});
    if (n_draws > 0 && (n_draws < least_draws || n_draws > most_draws))
      refuse("arguments", "draws",
             fmt::format("expected {} to {}, got {}", least_draws, most_draws, n_draws));
    if (n_draws > 0 && table.uncertain.empty())
      refuse("arguments", "draws",
             "the table has no uncertain number: '5 +- 1' in a cell, or columns such as position_lo and "
             "position_hi");
    if (n_draws == 0 && !table.uncertain.empty())
      table.assumptions.push_back(told_uncertain(table.uncertain.size()) + "; draws=1000 draws them");
    if (least_heads(rules.decision) > table.n_seats())
      refuse("arguments", "rule",
             fmt::format("nothing passes under {}: the table has {} actors with power or a veto", rule,
                         table.n_seats()));
    SolverChoice choice;
    if (solver == "all") {
      choice = choose_solvers(table, rules);
    } else {
      choice.solvers = {enumerator_of<BargainSolver>("solver", solver)};
      if (const std::string lack = lack_of(table, choice.solvers.front(), rules); !lack.empty())
        refuse("arguments", "solver", lack);
    }
    std::vector<BargainOutcome> outcomes;
    for (const BargainSolver one : choice.solvers)
      if (!*watch.stop) outcomes.push_back(solve_bargain(table, one, rules));
    if (*watch.stop) return Told{};
    std::optional<BargainSpread> spread;
    if (n_draws > 0) {
      const DrawOptions drawing{n_draws, seed, n_threads};
      std::vector<BargainSolver> solvers;
      for (const BargainOutcome& found : outcomes) solvers.push_back(found.solver);
      if (n_draws * solvers.size() * table.n_issues() > most_drawn_outcomes)
        refuse("arguments", "draws", "too many draws for so many solvers and issues");
      const std::vector<DrawnOutcomes> drawn = draw_outcomes(table, solvers, rules, drawing, watch);
      if (drawn.size() < solvers.size()) return Told{};  // stopped
      spread = spread_of(table, drawn, drawing);
      for (std::string& what : told_of_draws(table)) table.assumptions.push_back(std::move(what));
    }
    std::optional<WhoDecides> decides;
    if (!rule.empty()) decides = who_decides(rule, table, rules.decision, patience);
    Told said{.json = bargain_json(table, outcomes, decides, spread),
              .text = bargain_text("table", table, outcomes) +
                      (spread ? spread_text(table, outcomes, *spread) : Text()),
              .page = std::nullopt,
              .remarks = std::move(choice.left_out)};
    for (std::string& one :
         std::vector{remark_on_packages(table, rules), remark_on_time(table, rules, outcomes)})
      if (!one.empty()) said.remarks.push_back(std::move(one));
    if (decides)
      said.remarks.insert(said.remarks.end(), decides->power.left_out.begin(), decides->power.left_out.end());
    if (can_make_pages()) {
      said.page = bargain_page(
          {.name = "table.csv", .csv = source.bytes, .command = "hansa bargain table.csv", .changed = {}},
          table, outcomes, decides);
    }
    return said;
  });
  return py::dict(py::arg("json") = told.json, py::arg("text") = told.text,
                  py::arg("page") = page_or_none(told.page), py::arg("remarks") = told.remarks);
}

py::dict backtest(const std::string& file, const SolverRules& solver_rules, const std::string& rule,
                  const std::string& setter, std::size_t n_folds, std::uint64_t seed,
                  const ColumnNames& columns, bool strict, bool packages) {
  BargainRules rules = rules_of(solver_rules, rule, council_chair_rules());
  rules.setter = setter;
  rules.packages = packages;
  if (weighs_size(rules.decision)) refuse("arguments", "rule", std::string(no_sizes_of_cases));
  std::vector<std::string> remarks;
  const std::string json = interruptible({}, [&](const Watch& watch) {
    const CaseTable table = read_cases(read_table_source(file), {.strict = strict, .columns = columns});
    if (const std::string wrong = why_no_packages(table); packages && !wrong.empty())
      refuse("arguments", "packages", wrong);
    std::optional<CrossValidation> folds;
    if (n_folds > 0) {
      const std::size_t n_proposals = count_proposals(table);
      if (n_folds > n_proposals)
        refuse("arguments", "cross_validate",
               fmt::format("{} proposals make {} folds at most", n_proposals, n_proposals));
      folds = cross_validate(table, rules, n_folds, seed, {.progress = {}, .stop = watch.stop});
    }
    const Backtest found = hansa::backtest(table, rules, seed, {.progress = {}, .stop = watch.stop});
    if (*watch.stop) return std::string();
    remarks = remarks_on_rules(table, rule);
    return backtest_json(table, rules, found, folds);
  });
  return py::dict(py::arg("json") = json, py::arg("remarks") = remarks);
}

py::list parameters() {
  const auto bound = [](double value) -> py::object {
    if (value == std::numeric_limits<double>::infinity() || value == -std::numeric_limits<double>::infinity())
      return py::none();
    return py::float_(value);
  };
  py::list rows;
  for (const SectionEntry& section : describe_parameters()) {
    for (const ParameterEntry& one : section.parameters)
      rows.append(
          py::dict(py::arg("path") = one.path, py::arg("type") = one.type,
                   py::arg("default") =
                       one.info.required ? py::object(py::none()) : py::object(py::str(one.default_value)),
                   py::arg("unit") = std::string(one.info.unit), py::arg("minimum") = bound(one.info.min),
                   py::arg("maximum") = bound(one.info.max), py::arg("meaning") = std::string(one.info.about),
                   py::arg("source") = std::string(one.info.source), py::arg("choices") = one.choices));
  }
  return rows;
}

}  // namespace hansa::python
