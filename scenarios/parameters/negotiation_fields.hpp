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
  visit("ratchet", ratchet,
        FieldInfo{.min = 0, .max = 1, .about = "pull of the collective direction on a state's own pledge"});
  visit("stake", stake,
        FieldInfo{.min = 0, .max = 1, .about = "gain of an average state per unit of effective depth"});
  visit("objection_cost", objection_cost,
        FieldInfo{.unit = "gain",
                  .min = 0,
                  .max = 0.2,
                  .about = "loss that a state accepts at the deadline rather than object alone"});
  visit("shelter", shelter,
        FieldInfo{.unit = "power",
                  .min = 0.001,
                  .max = 1,
                  .about = "power of a bloc's objectors that makes objecting free"});
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
