#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "agents/world.hpp"
#include "analysis/explain/verdict.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/run.hpp"

namespace hansa {

/// A scenario changed at one conference, and its facts.
struct ChangedScenario {
  Scenario scenario;
  Facts facts;  // points to the scenario
};

/// What became of a text.
struct Fate {
  bool passes = false;
  std::vector<std::size_t> objectors;  // rows of states
};

/// One conference in every realization of a scenario, to be played again under changes: up to the year of the conference,
/// history is that of the scenario, and the draws are the same.
class ConferenceRuns {
 public:
  /// Plays every realization up to the conference on at most n_threads threads. `watch`: as of run_ensemble. `conference`:
  /// row of the facts, which must outlive this.
  ConferenceRuns(const Facts& facts, std::size_t conference, std::size_t n_threads, const Watch& watch);

  [[nodiscard]] std::size_t size() const { return worlds_.size(); }
  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] std::size_t conference() const { return conference_; }

  /// The scenario changed by `change`, which must change no parameter that shapes facts, and without these states at the
  /// conference.
  [[nodiscard]] std::unique_ptr<ChangedScenario> changed(
      const std::function<void(Scenario&, ConferenceParams&)>& change,
      std::span<const std::size_t> absent = {}) const;

  /// The verdicts on the texts of each realization, of the scenario as it is.
  [[nodiscard]] std::vector<std::vector<TextVerdict>> verdicts() const;

  /// The fate of the text under this form, or of one on offer before it that passes, in each of these realizations.
  [[nodiscard]] std::vector<Fate> fates(const Facts& facts, Form form,
                                        std::span<const std::size_t> realizations) const;

  [[nodiscard]] bool stopped() const { return stop_ != nullptr && stop_->load(); }

 private:
  const Facts& facts_;
  std::size_t conference_, n_threads_;
  const std::atomic<bool>* stop_;
  std::vector<World> worlds_;  // (realization) before the conference
};

}  // namespace hansa
