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
struct Stage {
  LoadedScenario loaded;
  Facts facts;
  std::string failure;
};

/// Builds one stage after another. Where a sweep varies nothing that shapes facts, the first one's serve all.
class StageBuilder {
 public:
  explicit StageBuilder(const SweepPlan& plan);

  /// As build_stage; may be called from any thread.
  [[nodiscard]] std::unique_ptr<Stage> build(std::size_t point, std::size_t arm);

 private:
  const SweepPlan& plan_;
  bool shares_;
  std::once_flag begun_;
  std::unique_ptr<const Stage> first_;
};

/// The stages of the runs of one shard: each is built by the first run that needs it, and goes with the last.
class SharedFacts {
 public:
  /// For the runs from `first` to before `last`.
  SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last);

  /// The stage of a design point and arm; call done() after the run.
  const Stage& of(std::size_t point, std::size_t arm);
  void done(std::size_t point, std::size_t arm);

 private:
  struct Slot {
    std::once_flag built;
    std::unique_ptr<Stage> stage;
    std::atomic<std::size_t> n_left{0};
  };
  Slot& slot(std::size_t point, std::size_t arm);

  const SweepPlan& plan_;
  StageBuilder builder_;
  std::map<std::size_t, Slot> slots_;
};

/// Builds the stage of one design point and arm. What is wrong with its scenario is kept, not thrown.
[[nodiscard]] std::unique_ptr<Stage> build_stage(const SweepPlan& plan, std::size_t point, std::size_t arm);

}  // namespace hansa
