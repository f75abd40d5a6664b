#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "agents/facts.hpp"
#include "sim/sweep/sweep_plan.hpp"

namespace hansa {

/// A scenario of a sweep and the facts that its realizations share; or why there are none.
struct PreparedScenario {
  LoadedScenario loaded;
  Facts facts;
  std::string failure;
};

/// Prepares one scenario after another. Where a sweep varies nothing that shapes facts, they all share the first one's.
class ScenarioPreparer {
 public:
  explicit ScenarioPreparer(const SweepPlan& plan);

  /// As prepare_scenario; may be called from any thread.
  [[nodiscard]] std::unique_ptr<PreparedScenario> build(std::size_t point, std::size_t arm);

 private:
  const SweepPlan& plan_;
  bool shares_;
  std::once_flag begun_;
  std::unique_ptr<const PreparedScenario> first_;
};

/// The prepared scenarios of one shard: each is built by the first run that needs it and freed after the last.
class SharedFacts {
 public:
  /// For the runs from `first` to before `last`.
  SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last);

  /// The scenario of a design point and arm; call done() after the run.
  const PreparedScenario& of(std::size_t point, std::size_t arm);
  void done(std::size_t point, std::size_t arm);

 private:
  struct Slot {
    std::once_flag built;
    std::unique_ptr<PreparedScenario> prepared;
    std::atomic<std::size_t> n_left{0};
  };
  Slot& slot(std::size_t point, std::size_t arm);

  const SweepPlan& plan_;
  ScenarioPreparer builder_;
  std::map<std::size_t, Slot> slots_;
};

/// Prepares the scenario of one design point and arm. Its problems are kept in `failure`, not thrown.
[[nodiscard]] std::unique_ptr<PreparedScenario> prepare_scenario(const SweepPlan& plan, std::size_t point,
                                                                 std::size_t arm);

}  // namespace hansa
