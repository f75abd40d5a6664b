#pragma once

#include <cstddef>
#include <vector>

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "sim/negotiation/actor_gain.hpp"
#include "sim/negotiation/offered_text.hpp"

namespace hansa {

/// How one state took a text at the end of its negotiation: its worst veto player at the table.
struct StateVerdict {
  bool judges = false;           // whether it may object: a head that is present
  bool objects = false;          // whether it does
  bool at_home = false;          // whether that player is one at home, not the executive
  double gain = 0;               // over no agreement                                        [gain]
  double bearable = 0;           // loss that it would bear rather than object               [gain]
  std::vector<GainParts> parts;  // (agenda) of the gain
  double payment = 0;            // side payment, the rest of it                             [gain]
};

/// How the states took a text under one of the forms on offer.
struct TextVerdict {
  Form form = Form::Soft;
  bool adopted = false;
  std::size_t n_objectors = 0;
  std::vector<std::size_t> agenda;           // rows of the world's issues
  std::vector<double> status_quo;            // (agenda)                                     [0..1]
  std::vector<std::vector<double>> content;  // (0: the opening, then by round; agenda)      [0..1]
  std::vector<StateVerdict> states;
};

/// `world`: as the conference left it.
[[nodiscard]] TextVerdict verdict_on(const NegotiationParams& params, const OfferedText& offered,
                                     const World& world);

}  // namespace hansa
