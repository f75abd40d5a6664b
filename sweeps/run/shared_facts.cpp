#include "sweeps/run/shared_facts.hpp"

#include <algorithm>

#include "agents/build.hpp"
#include "scenarios/load/names_in_tables.hpp"
#include "support/input/problem.hpp"
#include "support/numbers/expect.hpp"
#include "support/text/utf8.hpp"

namespace hansa {

namespace {

/// The scenario of a point with its names checked.
Scenario checked_scenario_at(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  if (std::optional<Scenario> quick = reassigned_at(plan.sweep, point, arm)) return *std::move(quick);
  LoadedScenario loaded = scenario_at(plan.sweep, point, arm);
  check_names(loaded, plan.tables);
  return std::move(loaded.scenario);
}

/// `first`: a point whose facts are shared; nullptr: builds them.
std::unique_ptr<PreparedPoint> prepare_with(const SweepPlan& plan, std::size_t point, std::size_t arm,
                                            const PreparedPoint* first) {
  auto prepared = std::make_unique<PreparedPoint>();
  try {
    prepared->scenario = checked_scenario_at(plan, point, arm);
    prepared->facts = first != nullptr ? with_scenario(first->facts, prepared->scenario)
                                       : build_facts(prepared->scenario, plan.tables);
  } catch (const ScenarioError& error) {
    prepared->failure = made_visible(error.what(), true);
  } catch (const ExpectationFailure& error) {
    prepared->failure = made_visible(error.what(), true);
  }
  return prepared;
}

bool varies_facts(const Sweep& sweep) {
  const auto shapes = [](const auto& one) { return shapes_facts(one.path); };
  const auto arm_shapes = [&](const SweepArm& arm) {
    return std::any_of(arm.settings.begin(), arm.settings.end(), shapes);
  };
  return std::any_of(sweep.parameters.begin(), sweep.parameters.end(), shapes) ||
         std::any_of(sweep.arms.begin(), sweep.arms.end(), arm_shapes);
}

}  // namespace

std::unique_ptr<PreparedPoint> prepare_point(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  return prepare_with(plan, point, arm, nullptr);
}

PointPreparer::PointPreparer(const SweepPlan& plan) : plan_(plan), shares_(!varies_facts(plan.sweep)) {}

std::unique_ptr<PreparedPoint> PointPreparer::build(std::size_t point, std::size_t arm) {
  if (!shares_) return prepare_point(plan_, point, arm);
  std::call_once(begun_, [&] { first_ = prepare_point(plan_, point, arm); });
  return prepare_with(plan_, point, arm, first_->failure.empty() ? first_.get() : nullptr);
}

SharedFacts::SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last)
    : plan_(plan), builder_(plan) {
  for (std::size_t run = first; run < last; ++run) ++slots_[run % plan.n_settings()].n_left;
}

SharedFacts::Slot& SharedFacts::slot(std::size_t point, std::size_t arm) {
  return slots_.at(point * plan_.sweep.arms.size() + arm);
}

const PreparedPoint& SharedFacts::of(std::size_t point, std::size_t arm) {
  Slot& needed = slot(point, arm);
  std::call_once(needed.built, [&] { needed.prepared = builder_.build(point, arm); });
  return *needed.prepared;
}

void SharedFacts::done(std::size_t point, std::size_t arm) {
  Slot& used = slot(point, arm);
  if (--used.n_left == 0) used.prepared.reset();
}

}  // namespace hansa
