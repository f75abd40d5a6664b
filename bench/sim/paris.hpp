#pragma once

#include "agents/facts.hpp"
#include "agents/world.hpp"
#include "scenarios/load.hpp"
#include "sim/negotiation/table.hpp"

namespace hansa {

/// paris-2015, whole, for timing its parts.
class Paris {
 public:
  explicit Paris(const DataFolders& folders);
  Paris(const Paris&) = delete;  // its facts look at its scenario
  Paris& operator=(const Paris&) = delete;

  /// The world of one realization, as the first year finds it.
  [[nodiscard]] World beginning() const;
  /// The world as COP1 finds it, of cities alone.
  [[nodiscard]] World opening() const;

  [[nodiscard]] const Scenario& scenario() const { return loaded_.scenario; }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  LoadedScenario loaded_;
  Facts facts_;
};

/// COP1's table on its first form, for one round after the other.
class RoundCase {
 public:
  explicit RoundCase(const Paris& paris);
  RoundCase(const RoundCase&) = delete;  // the table looks at the world
  RoundCase& operator=(const RoundCase&) = delete;

  void play();
  [[nodiscard]] std::size_t n_texts() const { return table_.n_texts; }

 private:
  const NegotiationParams& params_;
  World world_;
  Table table_;
};

}  // namespace hansa
