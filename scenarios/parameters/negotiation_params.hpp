#pragma once

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/vocabulary.hpp"

// The parameters of a conference's lobbying and bargaining.

namespace hansa {

/// sim/phases/lobbying.cpp
struct LobbyingParams {
  double strength = 1.0;
  double gate = 1.0;
  By<Channel, double> channels = column_of_channels(&ChannelRow::weight);
  double counter_cost = 0.02;
  double closed_below = 0.30;
  double invites_from = 0.60;
  double declaration_rate = 0.1;
  double side_pull = 0.5;

  struct Channels {
    By<Channel, double>& weight;
    template <class Visitor> void fields(Visitor& visit) {
      for (const Channel k : each<Channel>)
        visit(name_of(k), weight[k], FieldInfo{.min = 0, .max = 10, .about = channel_rows[k].about});
    }
  };

  template <class Visitor> void fields(Visitor& visit);
};

/// sim/phases/negotiation.cpp
struct NegotiationParams {
  By<Form, double> hardness = {0.0, 0.4, 0.9};
  double soft_force = 0.10;
  Payoff payoff = Payoff::PublicGood;
  double sunk = 1.0;
  double initiative = 0.10;
  double ratchet = 0.25;
  double stake = 0.0;
  AtTable at_table = AtTable::Executives;
  double objection_cost = 0.02;
  double shelter = 0.10;
  double price_noise = 0.5;
  double price_noise_state = 0.2;
  Equilibrium equilibrium = Equilibrium::Least;
  double exemption = 0.0;
  double exemption_budget = 0.10;
  double transfers = 0.0;
  double transfer_cost = 1.3;
  double chair_step = 0.5;
  double chair_fade = 0.75;
  double pull = 0.5;
  double concession = 0.4;
  double influence = 0.1;
  double uncertainty = 0.3;
  double chair_weight = 0.15;
  double status_quo_weight = 0.10;
  double draft_weight = 0.05;
  double urban_hurdle = 0.3;
  int large_states = 8;
  int max_texts = 64;
  int first_decision = 3;
  ContestRule contest = ContestRule::Proportional;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
