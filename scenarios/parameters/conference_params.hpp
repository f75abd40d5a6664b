#pragma once

#include <string>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"
#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/vocabulary.hpp"

// The parameters of one conference.

namespace hansa {

/// Makes a conference's text a treaty that states join one by one.
struct TreatyParams {
  std::string name;
  int opens_after = 4;
  int min_parties = 0;
  double min_emissions = 0;
  std::string emissions_base = "all";
  int emissions_year = 0;
  int delay = 0;
  bool public_good = true;
  bool assistance = false;

  bool operator==(const TreatyParams&) const = default;

  template <class Visitor> void fields(Visitor& visit) {
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
    visit(
        "emissions_base", emissions_base,
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
    visit("public_good", public_good,
          FieldInfo{.source = "treaty text", .about = "whether it is about a global public good"});
    visit("assistance", assistance,
          FieldInfo{.source = "treaty text", .about = "whether it offers assistance"});
  }
};

/// One conference: who can be bound, by what, and who decides.
struct ConferenceParams {
  std::string name;
  int year = 2000;
  std::vector<std::string> agenda;
  Architecture architecture = Architecture::Targets;
  double floor = 0.0;
  std::string bound = "all";
  std::vector<Form> forms = {Form::Soft};
  DecisionRule rule;
  int rounds = 12;
  Access access = Access::Observer;
  Access body = Access::None;
  std::string presidency;
  double enforcement = 0.5;
  double summit = 0.2;
  std::string participants = "all";
  std::vector<std::string> absent;
  std::vector<std::string> side_agreement;
  TreatyParams treaty;

  template <class Visitor> void fields(Visitor& visit) {
    constexpr std::string_view chosen = "set from history by the scenario";
    visit(
        "name", name,
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
    visit("access", access, FieldInfo{.source = chosen, .about = "highest rung of access for networks"});
    visit(
        "body", body,
        FieldInfo{.source = chosen,
                  .about = "rung that it grants to the coordinating body, whatever its networks' own [N4]"});
    visit("presidency", presidency,
          FieldInfo{.unit = "ISO 3166", .source = chosen, .about = "presiding state"});
    visit("enforcement", enforcement,
          FieldInfo{.min = 0,
                    .max = 1,
                    .source = "assumption; 1 where a standing body enforces (trade)",
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
};

}  // namespace hansa
