#pragma once

#include <vector>

#include "agents/world.hpp"

namespace hansa {

/// Each network's part in the cities' pressure on every delegation at a conference. The parts of all networks,
/// generated ones included, sum to pressure.by_channel:
///
///     home          its part in states.home_pressure: share of people * autonomy * attention * cohesion / memberships,
///                   summed over its members in the state
///     conference    its part in the voice's access: share of reach * mean nearness of its members' best doors
///     coordination  its share of reach among networks of the coordinating body
///     summit        its share of reach among those that signed declarations
///     emulation     the same
///     counter       its part in home + conference, which is what incumbents respond to
///
/// each times the factor that the network's dials set for the channel (sim/networks/dials.hpp). Where a scenario mutes
/// some network at conferences, parts in that channel still count the doors that it holds for its members elsewhere; they
/// sum to the pressure, but shares between the other networks are approximate.
///
/// A part is what the network contributes beside the others; what would change without it is another question, which
/// leave_one_out answers for the voice.
class PressureParts {
 public:
  /// `declared`: (network) whether it signed a declaration at the conference. Needs the conference's voice and pressure.
  PressureParts(const World& world, const ConferenceFacts& conference, const std::vector<char>& declared);

  /// (channel x state) The part of network k.
  [[nodiscard]] std::vector<double> of(std::size_t k) const;

  /// (network) Its part in the voice's access.                                                        [0..1]
  [[nodiscard]] const std::vector<double>& access() const { return access_; }

 private:
  /// Adds a network's part in the home pressure, before weights, to every state.
  void add_home(std::size_t k, std::vector<double>& by_state) const;

  const World& world_;
  std::vector<double> home_;                                           // (state) sum over networks
  std::vector<double> access_, speaking_, body_, summit_, emulation_;  // (network)
};

}  // namespace hansa
