#pragma once

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/negotiation_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void LobbyingParams::fields(Visitor& visit) {
  visit("strength", strength,
        FieldInfo{.unit = "1/pressure",
                  .min = 0,
                  .max = 10,
                  .source = "assumption; swept, no published estimate",
                  .about = "how much a delegation moves per unit of pressure [N6]"});
  visit("gate", gate,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "assumption; no data identify it",
                  .about = "weight of the gate: 1 a player moves only within its own win-set, 0 it moves by "
                           "pressure alone"});
  Channels view{channels};
  visit.group("channels", view,
              "weights of the channels by which cities reach delegations; 0 switches one off");
  visit("counter_cost", counter_cost,
        FieldInfo{.unit = "pressure",
                  .min = 0,
                  .max = 1,
                  .about = "city pressure below which incumbents do not respond"});
  visit("closed_below", closed_below,
        FieldInfo{
            .min = 0,
            .max = 1,
            .about = "openness below which a state's delegation does not receive networks at a conference"});
  visit("invites_from", invites_from,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "openness from which a state takes its own cities to a conference that admits "
                           "invited guests [N4]"});
  visit("declaration_rate", declaration_rate,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "chance that a network signs a declaration at a parallel summit [N8]"});
  visit("side_pull", side_pull,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "how far a side agreement moves its parties towards the most that one of them "
                           "would do, within what each could accept"});
}

template <class Visitor> void NegotiationParams::fields(Visitor& visit) {
  constexpr FieldInfo of_form{
      .min = 0,
      .max = 1,
      .about = "hardness of this form; the form is followed to soft_force + (1 - soft_force) * hardness"};
  FieldsBy<Form> view{hardness, of_form};
  visit.group("hardness", view, "how binding each form is [S4]");
  visit("soft_force", soft_force,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "share of a non-binding text (hardness 0) that is followed in fact [S4]"});
  visit("payoff", payoff,
        FieldInfo{.source = "form: Barrett 1994",
                  .about = "what a text is worth: the benefit of the world's level at the cost of one's own "
                           "(public_good), or the own level alone (own, the first edition)"});
  visit(
      "sunk", sunk,
      FieldInfo{.min = 0,
                .max = 1,
                .about = "share of the status quo whose cost counts as paid, so that the marginal cost of an "
                         "obligation starts at (1 - sunk) q; public_good only"});
  visit("initiative", initiative,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "share of the way to its own position that a state pledges of itself; public_good "
                           "only"});
  visit("ratchet", ratchet,
        FieldInfo{.min = 0, .max = 1, .about = "pull of the collective direction on a state's own pledge"});
  visit("stake", stake,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "further gain of an average state per unit of effective depth; 0.1 in the first "
                           "edition, where nothing else made it gain by what others do"});
  visit("at_table", at_table,
        FieldInfo{.source = "two-level games: Putnam 1988",
                  .about = "who judges shell and hard texts, which must be ratified: executives, or all veto "
                           "players; all judge soft texts"});
  visit("objection_cost", objection_cost,
        FieldInfo{.unit = "gain",
                  .min = 0,
                  .max = 0.2,
                  .about = "loss that a state accepts at the deadline rather than object alone, where texts "
                           "need consensus; a vote is free"});
  visit("shelter", shelter,
        FieldInfo{.unit = "power",
                  .min = 0.001,
                  .max = 1,
                  .about = "power of a bloc's other objectors that halves the price of objecting"});
  visit(
      "price_noise", price_noise,
      FieldInfo{.unit = "log",
                .min = 0,
                .max = 2,
                .about = "standard deviation of the price of objecting between conferences, as a logarithm"});
  visit("price_noise_state", price_noise_state,
        FieldInfo{.unit = "log",
                  .min = 0,
                  .max = 2,
                  .about = "the same between the states at a conference; large values let the dial of "
                           "gridlock find the most reluctant of 197 states"});
  visit("equilibrium", equilibrium,
        FieldInfo{.about = "which set of objectors forms where several could: the least (each waits for the "
                           "others) or the greatest; results report both"});
  visit(
      "exemption", exemption,
      FieldInfo{.min = 0,
                .max = 1,
                .about = "largest share of its obligation from which a state may be exempted so that it does "
                         "not object, the cheapest first; 0: differentiation is off"});
  visit(
      "exemption_budget", exemption_budget,
      FieldInfo{.unit = "share of cover",
                .min = 0,
                .max = 1,
                .about = "power-weighted share of all obligations that exemptions may take; the floor counts "
                         "what is left"});
  visit(
      "transfers", transfers,
      FieldInfo{.min = 0,
                .max = 1,
                .source = "form: Barrett 2003",
                .about = "largest share of its gain that a state gives to those who would object, those who "
                         "gain most first; gains count by output; 0: side payments are off"});
  visit("transfer_cost", transfer_cost,
        FieldInfo{.min = 1,
                  .max = 5,
                  .source = "Ballard, Shoven and Whalley 1985: 1.17 to 1.56",
                  .about = "what a unit of public funds costs the state that pays it"});
  visit(
      "chair_step", chair_step,
      FieldInfo{.min = 0, .max = 1, .about = "how far the chair moves to the leading text, before it fades"});
  visit("chair_fade", chair_fade, FieldInfo{.min = 0, .max = 1, .about = "how much less at the deadline"});
  visit(
      "pull", pull,
      FieldInfo{.min = 0, .max = 1, .about = "how far the chair moves towards what objectors could accept"});
  visit("concession", concession,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "form: Zeuthen 1930",
                  .about = "largest step of a demand towards the chair's text"});
  visit("influence", influence,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "form: Friedkin and Johnsen 1990",
                  .about = "weight of one's blocs in one's demand"});
  visit("uncertainty", uncertainty,
        FieldInfo{.min = 0,
                  .max = 1,
                  .about = "how far the chair misjudges objectors' limits, as a share of the way"});
  visit("chair_weight", chair_weight,
        FieldInfo{
            .unit = "power", .min = 0.001, .max = 1, .about = "weight of the chair's text in the contest"});
  visit("status_quo_weight", status_quo_weight,
        FieldInfo{.unit = "power", .min = 0.001, .max = 1, .about = "weight of no agreement in the contest"});
  visit("draft_weight", draft_weight,
        FieldInfo{.unit = "power",
                  .min = 0,
                  .max = 1,
                  .about = "weight in the contest of a draft by networks, at full voice and access"});
  visit(
      "urban_hurdle", urban_hurdle,
      FieldInfo{.unit = "share of standing",
                .min = 0,
                .max = 1,
                .about = "standing that the texts which would have cities consulted need for the urban role "
                         "to enter the chair's text; 0: it is there from the start"});
  visit("large_states", large_states,
        FieldInfo{.unit = "states",
                  .min = 0,
                  .max = 198,
                  .about = "number of largest states, which table texts of their own"});
  visit("max_texts", max_texts,
        FieldInfo{.unit = "texts", .min = 4, .max = 400, .about = "largest number of texts"});
  visit("first_decision", first_decision,
        FieldInfo{
            .unit = "rounds", .min = 1, .max = 40, .about = "first round in which a text can be adopted"});
  visit("contest", contest,
        FieldInfo{.source = "KTAB",
                  .about = "what an actor's support between two texts follows: the difference in gain, its "
                           "cube, the mean of both, or only the sign"});
}

}  // namespace hansa
