#pragma once

#include <string>
#include <vector>

#include "scenarios/parameters/decision_rule.hpp"
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

  bool operator==(const TreatyParams&) const = default;

  template <class Visitor> void fields(Visitor& visit);
};

/// One conference: who can be bound, by what, and who decides.
struct ConferenceParams {
  std::string name;
  int year = 2000;
  std::vector<std::string> agenda;
  Architecture architecture = Architecture::Targets;
  double floor = 0.0;
  std::string bound = "all";
  int base_year = 0;
  double cut = 0.0;
  std::vector<Form> forms = {Form::Soft};
  DecisionRule rule;
  int rounds = 12;
  Forum forum = Forum::Unfccc;
  Access access = Access::Observer;
  Access body = Access::None;
  std::string presidency;
  double enforcement = 0.5;
  double summit = 0.2;
  std::string participants = "all";
  std::vector<std::string> absent;
  std::vector<std::string> side_agreement;
  TreatyParams treaty;

  bool operator==(const ConferenceParams&) const = default;

  template <class Visitor> void fields(Visitor& visit);
};

}  // namespace hansa
