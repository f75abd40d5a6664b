#include "sim/sweep/shared_facts.hpp"

#include "agents/build.hpp"
#include "agents/expect.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/state_codes.hpp"

namespace hansa {

std::unique_ptr<Stage> build_stage(const SweepPlan& plan, std::size_t point, std::size_t arm) {
  auto stage = std::make_unique<Stage>();
  try {
    stage->loaded = scenario_at(plan.sweep, point, arm);
    check_state_codes(stage->loaded, plan.tables);
    stage->facts = build_facts(stage->loaded.scenario, plan.tables);
  } catch (const ScenarioError& error) {
    stage->failure = error.what();
  } catch (const ExpectationFailure& error) {
    stage->failure = error.what();
  }
  return stage;
}

SharedFacts::SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last) : plan_(plan) {
  for (std::size_t run = first; run < last; ++run) ++slots_[run % plan.n_settings()].n_left;
}

SharedFacts::Slot& SharedFacts::slot(std::size_t point, std::size_t arm) {
  return slots_.at(point * plan_.sweep.arms.size() + arm);
}

const Stage& SharedFacts::of(std::size_t point, std::size_t arm) {
  Slot& needed = slot(point, arm);
  std::call_once(needed.built, [&] { needed.stage = build_stage(plan_, point, arm); });
  return *needed.stage;
}

void SharedFacts::done(std::size_t point, std::size_t arm) {
  Slot& used = slot(point, arm);
  if (--used.n_left == 0) used.stage.reset();
}

}  // namespace hansa
