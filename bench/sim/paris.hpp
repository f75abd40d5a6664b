#pragma once

#include "agents/facts.hpp"
#include "agents/world.hpp"
#include "scenarios/load/load.hpp"
#include "sim/negotiation/rounds.hpp"

namespace hansa {

/// paris-2015, for timing its parts.
class Paris {
 public:
  explicit Paris(const DataFolders& folders);
  Paris(const Paris&) = delete;  // facts point to the scenario
  Paris& operator=(const Paris&) = delete;

  /// The world of one realization before its first year, with its initial networks.
  [[nodiscard]] World beginning() const;
  /// The world at the opening of COP1, without networks.
  [[nodiscard]] World opening() const;

  [[nodiscard]] const Scenario& scenario() const { return loaded_.scenario; }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  LoadedScenario loaded_;
  Facts facts_;
};

/// COP1's negotiation on its first form, timed round by round.
class RoundCase {
 public:
  explicit RoundCase(const Paris& paris);
  RoundCase(const RoundCase&) = delete;  // refers to the parameters of paris
  RoundCase& operator=(const RoundCase&) = delete;

  void play();
  [[nodiscard]] std::size_t n_texts() const { return negotiation_.n_texts; }

 private:
  const NegotiationParams& params_;
  Negotiation negotiation_;
};

}  // namespace hansa
