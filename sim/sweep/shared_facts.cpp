#include "sim/sweep/shared_facts.hpp"

#include <algorithm>

#include "agents/build.hpp"
#include "agents/expect.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/state_codes.hpp"

namespace hansa {

namespace {

/// `first`: whose facts serve; nullptr: they are built.
std::unique_ptr<Stage> make_stage(const SweepPlan& plan, std::size_t point, std::size_t arm,
                                  const Stage* first) {
  auto stage = std::make_unique<Stage>();
  try {
    stage->loaded = scenario_at(plan.sweep, point, arm);
    check_state_codes(stage->loaded, plan.tables);
    stage->facts = first != nullptr ? with_scenario(first->facts, stage->loaded.scenario)
                                    : build_facts(stage->loaded.scenario, plan.tables);
  } catch (const ScenarioError& error) {
    stage->failure = error.what();
  } catch (const ExpectationFailure& error) {
    stage->failure = error.what();
  }
  return stage;
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

std::unique_ptr<Stage> build_stage(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  return make_stage(plan, point, arm, nullptr);
}

StageBuilder::StageBuilder(const SweepPlan& plan) : plan_(plan), shares_(!varies_facts(plan.sweep)) {}

std::unique_ptr<Stage> StageBuilder::build(std::size_t point, std::size_t arm) {
  if (!shares_) return build_stage(plan_, point, arm);
  std::call_once(begun_, [&] { first_ = build_stage(plan_, point, arm); });
  return make_stage(plan_, point, arm, first_->failure.empty() ? first_.get() : nullptr);
}

SharedFacts::SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last)
    : plan_(plan), builder_(plan) {
  for (std::size_t run = first; run < last; ++run) ++slots_[run % plan.n_settings()].n_left;
}

SharedFacts::Slot& SharedFacts::slot(std::size_t point, std::size_t arm) {
  return slots_.at(point * plan_.sweep.arms.size() + arm);
}

const Stage& SharedFacts::of(std::size_t point, std::size_t arm) {
  Slot& needed = slot(point, arm);
  std::call_once(needed.built, [&] { needed.stage = builder_.build(point, arm); });
  return *needed.stage;
}

void SharedFacts::done(std::size_t point, std::size_t arm) {
  Slot& used = slot(point, arm);
  if (--used.n_left == 0) used.stage.reset();
}

}  // namespace hansa
