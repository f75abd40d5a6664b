#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "agents/facts.hpp"
#include "analysis/explain/ceiling.hpp"
#include "sim/negotiation/actor_gain.hpp"

namespace hansa {

/// A state that objects to the last text of a conference: means over the realizations in which it does.
struct Objector {
  std::size_t row = 0;           // of the state
  std::size_t n = 0;             // realizations in which it objects
  double at_home = 0;            // share of them in which its worst player is one at home  [0..1]
  double gain = 0;               // over no agreement                                        [gain]
  double bearable = 0;           // loss that it would bear rather than object               [gain]
  double payment = 0;            // side payment                                             [gain]
  std::vector<GainParts> parts;  // (issue of the world) of the gain; with the payment they sum to it
};

/// The ceiling of a state on an issue: the median over realizations.
struct StateCeiling {
  std::size_t row = 0;
  Ceiling level;  // nullopt: none in most realizations
};

/// How the states took the last text that a conference put to the decision, in all realizations that were played.
struct LastText {
  std::vector<Objector> objectors;  // by row
  std::vector<std::vector<StateCeiling>>
      ceilings;  // (issue of the world) of those that judge in all realizations in
                 // which the issue is on the agenda, by row
};

struct LastTexts {
  std::vector<LastText> conferences;
  std::vector<std::vector<std::vector<char>>> objects;  // (realization x conference x state)
};

/// Plays these realizations again, first year to last, and reads the last text of every conference on the way: the same as
/// the run, whose draws they share. On at most n_threads threads, on which nothing depends.
[[nodiscard]] LastTexts read_last_texts(const Facts& facts, std::span<const std::uint32_t> realizations,
                                        std::size_t n_threads);

}  // namespace hansa
