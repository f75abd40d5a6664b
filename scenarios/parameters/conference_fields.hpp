#pragma once

#include <string_view>

#include "scenarios/parameters/conference_params.hpp"
#include "scenarios/parameters/field_info.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void TreatyParams::fields(Visitor& visit) {
  visit("name", name,
        FieldInfo{
            .unit = "name",
            .source = "choice of the scenario",
            .about = "name of the treaty; empty: the text is a decision that binds those present at once"});
  visit("opens_after", opens_after,
        FieldInfo{.unit = "month",
                  .min = 0,
                  .max = 120,
                  .source = "treaty text",
                  .about = "months between adoption and opening for signature"});
  visit("min_parties", min_parties,
        FieldInfo{.unit = "states",
                  .min = 0,
                  .max = 198,
                  .source = "treaty text",
                  .about = "parties needed for entry into force"});
  visit("min_emissions", min_emissions,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "treaty text",
                  .about = "share of emissions needed for entry into force"});
  visit("emissions_base", emissions_base,
        FieldInfo{.unit = "bloc", .source = "treaty text", .about = "whose emissions count: all, or a bloc"});
  visit("emissions_year", emissions_year,
        FieldInfo{.unit = "year",
                  .min = 0,
                  .max = 2200,
                  .source = "treaty text",
                  .about = "year whose emissions count; 0: the year of adoption"});
  visit("delay", delay,
        FieldInfo{.unit = "day",
                  .min = 0,
                  .max = 1000,
                  .source = "treaty text",
                  .about = "days from meeting both thresholds to entry into force"});
}

template <class Visitor> void ConferenceParams::fields(Visitor& visit) {
  constexpr std::string_view chosen = "set from history by the scenario";
  visit("name", name,
        FieldInfo{.unit = "name", .source = chosen, .about = "unique name, such as COP15", .required = true});
  visit("year", year,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = chosen,
                  .about = "year in which it meets",
                  .required = true});
  visit("agenda", agenda,
        FieldInfo{.unit = "issue",
                  .source = chosen,
                  .about = "issues on the agenda; empty: all; the urban role is on every agenda"});
  visit("architecture", architecture,
        FieldInfo{.source = chosen,
                  .about = "one obligation for all bound (targets) or own contributions (pledges)"});
  visit("floor", floor,
        FieldInfo{.unit = "depth",
                  .min = 0,
                  .max = 1,
                  .source = chosen,
                  .about = "least depth above the status quo for which it was convened"});
  visit("bound", bound,
        FieldInfo{.unit = "bloc", .source = chosen, .about = "whom the text binds: all, or a bloc"});
  visit("base_year", base_year,
        FieldInfo{
            .unit = "year",
            .min = 0,
            .max = 2200,
            .source = "treaty text",
            .about = "year against which cuts of emissions count; 0: what states did before counts nothing"});
  visit("cut", cut,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "treaty text",
                  .about = "cut of CO2 since base_year that meets the whole obligation; 0: none does"});
  visit("forms", forms, FieldInfo{.source = chosen, .about = "forms on offer, the first tried first"});
  visit("rule", rule,
        FieldInfo{.source = chosen,
                  .about = "who must not object; of several joined by +, all must hold",
                  .replaces = "minus quota quota_power"});
  visit("rounds", rounds,
        FieldInfo{.unit = "rounds",
                  .min = 1,
                  .max = 200,
                  .source = "assumption; results saturate by 12",
                  .about = "rounds for each form on offer"});
  visit("forum", forum,
        FieldInfo{.source = chosen,
                  .about = "body by whose accreditation networks take part; none: they come invited or with "
                           "the coordinating body"});
  visit("access", access, FieldInfo{.source = chosen, .about = "highest rung of access for networks"});
  visit("body", body,
        FieldInfo{.source = chosen,
                  .about = "rung that it grants to the coordinating body, whatever its networks' own [N4]"});
  visit("presidency", presidency,
        FieldInfo{.unit = "ISO 3166", .source = chosen, .about = "presiding state"});
  visit("enforcement", enforcement,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "assumption; 1 where a permanent institution enforces (trade)",
                  .about = "share of the sanctions for hard law that apply to its text [S4]"});
  visit("summit", summit,
        FieldInfo{.min = 0,
                  .max = 1,
                  .source = "assumption; 1 where a parallel summit of mayors is known",
                  .about = "size of the parallel summit of cities [N8]"});
  visit("participants", participants,
        FieldInfo{.unit = "bloc", .source = chosen, .about = "who takes part: all, or a bloc"});
  visit("absent", absent,
        FieldInfo{.unit = "ISO 3166", .source = chosen, .about = "states that do not attend"});
  visit("side_agreement", side_agreement,
        FieldInfo{.unit = "ISO 3166",
                  .source = chosen,
                  .about = "states that meet beforehand and press each other to do more, each within what "
                           "it could accept"});
  visit.group("treaty", treaty, "makes the text a treaty that states join one by one");
}

}  // namespace hansa
