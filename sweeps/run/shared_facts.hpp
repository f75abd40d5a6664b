#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "agents/facts.hpp"
#include "sweeps/run/sweep_plan.hpp"

namespace hansa {

/// The scenario of a design point and arm with the facts of its realizations, or why it cannot be played.
struct PreparedPoint {
  Scenario scenario;
  Facts facts;
  std::string failure;
};

/// Prepares points. They share the facts of the first one if the sweep varies nothing that facts depend on.
class PointPreparer {
 public:
  explicit PointPreparer(const SweepPlan& plan);

  /// As prepare_point; callable from any thread.
  [[nodiscard]] std::unique_ptr<PreparedPoint> build(std::size_t point, std::size_t arm);

 private:
  const SweepPlan& plan_;
  bool shares_;
  std::once_flag begun_;
  std::unique_ptr<const PreparedPoint> first_;
};

/// The prepared scenarios of one shard, each built by its first run and freed after its last.
class SharedFacts {
 public:
  /// For the runs in [first, last).
  SharedFacts(const SweepPlan& plan, std::size_t first, std::size_t last);

  /// The scenario of a design point and arm; call done() after each run.
  const PreparedPoint& of(std::size_t point, std::size_t arm);
  void done(std::size_t point, std::size_t arm);

 private:
  struct Slot {
    std::once_flag built;
    std::unique_ptr<PreparedPoint> prepared;
    std::atomic<std::size_t> n_left{0};
  };
  Slot& slot(std::size_t point, std::size_t arm);

  const SweepPlan& plan_;
  PointPreparer builder_;
  std::map<std::size_t, Slot> slots_;
};

/// Prepares the scenario of a design point and arm. Problems are stored in `failure`, not thrown.
[[nodiscard]] std::unique_ptr<PreparedPoint> prepare_point(const SweepPlan& plan, std::size_t point,
                                                           std::size_t arm);

}  // namespace hansa
