#include "sim/record/run_variables.hpp"

namespace hansa {
namespace {

/// What cities get from a text.
std::vector<std::string> urban_levels() {
  return {"no_text", "nothing", "mention", "consultation", "implementation", "seat"};
}

}  // namespace

std::vector<RunVariable> conference_variables() {
  const std::vector<std::string> one = {"conference"};
  const std::vector<std::string> forms = {"none", "soft", "shell", "hard"};
  return {
      {&RunRecord::adopted, "adopted", one, "1", "whether a text was adopted", {"no", "yes"}},
      {&RunRecord::form, "form", one, "1", "form of the text adopted", forms},
      {&RunRecord::hardness, "hardness", one, "1", "how binding the text adopted is, 0 to 1; NaN: none", {}},
      {&RunRecord::depth,
       "depth",
       one,
       "1",
       "effective depth of the text adopted over the status quo; NaN: none",
       {}},
      {&RunRecord::participation,
       "participation",
       one,
       "1",
       "share of the 197 states that joined by the last year; NaN: no text",
       {}},
      {&RunRecord::urban_role,
       "urban_role",
       one,
       "1",
       "content of the text on the role of cities, 0 to 1; NaN: none",
       {}},
      {&RunRecord::urban_level, "urban_level", one, "1", "what cities get from the text", urban_levels()},
      {&RunRecord::rounds, "rounds", one, "1", "rounds used over all forms", {}},
      {&RunRecord::n_objectors, "n_objectors", one, "1", "states that object at the end", {}},
      {&RunRecord::voice, "voice", one, "1", "voice of city networks at the conference, 0 to 1", {}},
      {&RunRecord::conference_access,
       "conference_access",
       one,
       "1",
       "nearness of that voice to the drafting table, by reach",
       {}},
      {&RunRecord::entered_force,
       "entered_force",
       one,
       "year",
       "date of entry into force; NaN: not by the last year",
       {}},
      {&RunRecord::text,
       "text",
       {"conference", "issue"},
       "1",
       "words of the text adopted, 0 to 1; NaN: none",
       {}},
      {&RunRecord::effective,
       "effective",
       {"conference", "issue"},
       "1",
       "what these words amount to, 0 to 1; NaN: none",
       {}},
      {&RunRecord::pressure,
       "pressure",
       {"conference", "channel"},
       "1",
       "pressure of cities on delegations, power-weighted mean",
       {}},
      {&RunRecord::objects,
       "objects",
       {"conference", "state"},
       "1",
       "whether the state objects at the end",
       {"no", "yes"}},
  };
}

std::vector<RunVariable> treaty_variables() {
  return {
      {&RunRecord::joined,
       "joined",
       {"treaty", "state"},
       "year",
       "date on which the state joined; NaN: not by the last year",
       {}},
  };
}

std::vector<RunVariable> year_variables() {
  const std::vector<std::string> one = {"year"};
  return {
      {&RunRecord::networks, "networks", one, "1", "city networks with members", {}},
      {&RunRecord::known_networks,
       "known_networks",
       one,
       "1",
       "of these, in the tables; the rest is generated",
       {}},
      {&RunRecord::births, "births", one, "1", "networks founded in the year", {}},
      {&RunRecord::deaths, "deaths", one, "1", "networks ended in the year", {}},
      {&RunRecord::mergers, "mergers", one, "1", "networks taken over in the year", {}},
      {&RunRecord::memberships, "memberships", one, "1", "memberships of cities in networks", {}},
      {&RunRecord::known_memberships,
       "known_memberships",
       one,
       "1",
       "of these, in the tables; the rest is generated",
       {}},
      {&RunRecord::member_cities, "member_cities", one, "1", "cities in at least one network", {}},
      {&RunRecord::effective_number,
       "effective_number",
       one,
       "1",
       "effective number of networks, 1 / HHI of reach",
       {}},
      {&RunRecord::concentration, "concentration", one, "1", "Herfindahl index of the networks' reach", {}},
      {&RunRecord::overlap,
       "overlap",
       one,
       "1",
       "mean share of a member city's memberships that lie in other networks",
       {}},
      {&RunRecord::entropy_number,
       "entropy_number",
       one,
       "1",
       "entropy number of networks, e to the entropy of reach",
       {}},
      {&RunRecord::pair_overlap,
       "pair_overlap",
       one,
       "1",
       "mean Jaccard index of the members of two networks",
       {}},
      {&RunRecord::yearly_voice,
       "network_voice",
       one,
       "1",
       "voice of all networks on all issues, 0 to 1",
       {}},
      {&RunRecord::coherence, "coherence", one, "1", "mean resultant length of the networks' messages", {}},
      {&RunRecord::correlation,
       "correlation",
       one,
       "1",
       "mean correlation of messages, from coherence and concentration",
       {}},
      {&RunRecord::coverage, "coverage", one, "1", "share of city capacity engaged, saturating", {}},
      {&RunRecord::overhead, "attention", one, "1", "attention that memberships leave to cities", {}},
      {&RunRecord::soft_power, "soft_power", one, "1", "mean soft power of networks; 1 at birth", {}},
      {&RunRecord::access,
       "access",
       one,
       "1",
       "nearness of the networks to the drafting table, by reach",
       {}},
      {&RunRecord::top_access, "top_access", one, "1", "share of access held by the top 5 % of networks", {}},
      {&RunRecord::declarations, "declarations", one, "1", "declarations signed by networks in the year", {}},
      {&RunRecord::preemptions, "preemptions", one, "1", "cities preempted in the year", {}},
      {&RunRecord::autonomy, "autonomy", one, "1", "mean autonomy of cities; NaN: no cities", {}},
      {&RunRecord::compliance, "compliance", one, "1", "compliance of states, power-weighted mean", {}},
      {&RunRecord::shortfall,
       "shortfall",
       one,
       "1",
       "share of obligations left undone, by those who joined, left or never joined",
       {}},
      {&RunRecord::delivery, "delivery", one, "1", "the same with the help of their cities", {}},
      {&RunRecord::city_action, "city_action", one, "1", "cities' own action, power-weighted mean", {}},
      {&RunRecord::status_quo,
       "status_quo",
       {"year", "issue"},
       "1",
       "level of cooperation at the end of the year, 0 to 1",
       {}},
  };
}

std::vector<RunVariable> averaged_conference_variables() {
  return {
      {&RunRecord::city_access,
       "city_access",
       {"conference", "state"},
       "1",
       "what the state's cities hold of the access there, mean over realizations",
       {}},
  };
}

std::vector<RunVariable> averaged_year_variables() {
  return {
      {&RunRecord::position,
       "position",
       {"year", "state", "issue"},
       "1",
       "position of the executive, mean over realizations",
       {}},
      {&RunRecord::state_compliance,
       "state_compliance",
       {"year", "state"},
       "1",
       "compliance, mean over realizations",
       {}},
      {&RunRecord::state_action,
       "state_action",
       {"year", "state"},
       "1",
       "action of the state's cities, mean over realizations",
       {}},
      {&RunRecord::home_pressure,
       "home_pressure",
       {"year", "state"},
       "1",
       "pressure of its own cities, mean over realizations",
       {}},
      {&RunRecord::state_preemptions,
       "state_preemptions",
       {"year", "state"},
       "1",
       "its cities preempted in the year, mean over realizations",
       {}},
      {&RunRecord::hard_power,
       "state_hard_power",
       {"year", "state"},
       "1",
       "texts in force for it, weighed by their hardness, mean over realizations",
       {}},
      {&RunRecord::state_soft_power,
       "state_soft_power",
       {"year", "state"},
       "1",
       "the same, weighed by their softness, mean over realizations",
       {}},
  };
}

std::vector<RunVariable> summary_variables() {
  std::vector<RunVariable> variables;
  for (const auto& list : {conference_variables(), year_variables()}) {
    for (const RunVariable& variable : list) {
      const bool by_channel = variable.dims == std::vector<std::string>{"conference", "channel"};
      if (variable.dims.size() == 1 || by_channel) variables.push_back(variable);
    }
  }
  return variables;
}

void keep_summary(RunRecord& record) {
  const std::vector<RunVariable> kept = summary_variables();
  RunRecord small;
  for (const RunVariable& variable : kept) {
    std::visit([&](auto column) { small.*column = std::move(record.*column); }, variable.column);
  }
  record = std::move(small);
}

}  // namespace hansa
