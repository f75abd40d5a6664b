#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scenarios/parameters/negotiation_params.hpp"

namespace hansa::rederived {

using Text = std::vector<double>;  // by issue, lift over the status quo

/// States at a conference, as docs/reference/model.md 7.8 speaks of them.
struct Electorate {
  struct State {
    double power = 0;   // w
    double effort = 1;  // e, 0 if not bound
    double stake = 0;
    double sovereignty = 0;     // sigma
    Text salience;              // s
    std::vector<Text> players;  // y of each veto player, the executive first
    bool paralysed = false, closed_to_networks = false;
  };
  std::vector<State> states;
  std::vector<std::vector<std::size_t>> blocs;  // their members
  Text status_quo, depth_weight;                // q, omega
  std::vector<bool> self_determined;
  bool pledges = false;
  Form form = Form::Hard;
  double floor = 0;
  int rounds = 6;
  std::size_t objectors_allowed = 0;  // consensus-minus
  std::size_t urban_role = 0;         // that issue
  double consultation = 0.3;          // content from which a text asks for one
  double voice = 0, access = 0, drafting = 0, influence = 0, prevent_conflict = 0;
  Text message;  // of the networks
  NegotiationParams params;

  [[nodiscard]] std::size_t n() const { return states.size(); }
  [[nodiscard]] std::size_t issues() const { return status_quo.size(); }
};

/// Five to eight states drawn at random, with two or three issues.
[[nodiscard]] Electorate some_electorate(std::uint32_t seed);

/// What happened, round by round.
struct Path {
  std::vector<Text> texts;                 // put to the decision, by round
  std::vector<std::vector<Text>> demands;  // after each round, by state
  std::vector<char> objects, could_object;
  Text gain;  // of each state's worst player, from the last text put to the decision
  bool adopted = false;
};

}  // namespace hansa::rederived
