#pragma once

#include <string_view>

#include "scenarios/parameters/city_fields.hpp"
#include "scenarios/parameters/conference_fields.hpp"
#include "scenarios/parameters/event_fields.hpp"
#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/issue_fields.hpp"
#include "scenarios/parameters/negotiation_fields.hpp"
#include "scenarios/parameters/network_fields.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "scenarios/parameters/state_fields.hpp"
#include "scenarios/parameters/treaty_fields.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void YearsParams::fields(Visitor& visit) {
  visit("from", from,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "choice of the scenario",
                  .about = "first year"});
  visit("to", to,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "choice of the scenario",
                  .about = "last year"});
}

template <class Visitor> void StartFrom::fields(Visitor& visit) {
  visit("year", year,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "choice of the scenario",
                  .about = "last year in which all happens as in the scenario that a run starts from",
                  .required = true});
}

template <class Visitor> void WorldParams::fields(Visitor& visit) {
  constexpr std::string_view facts = "scenarios/data/SOURCES.md";
  visit.path("states", states,
             FieldInfo{.unit = "file", .source = facts, .about = "states and their covariates"});
  visit.path("cities", cities, FieldInfo{.unit = "file", .source = facts, .about = "cities"});
  visit.path("networks", networks, FieldInfo{.unit = "file", .source = facts, .about = "real city networks"});
  visit.path("memberships", memberships,
             FieldInfo{.unit = "file", .source = facts, .about = "known members of real networks"});
  visit.path("accreditations", accreditations,
             FieldInfo{.unit = "file",
                       .source = facts,
                       .about = "known standing of real networks in the forums of the United Nations"});
  visit.path("counts", counts,
             FieldInfo{.unit = "file", .source = facts, .about = "number of networks in some years"});
  visit.path("treaties", treaties,
             FieldInfo{.unit = "file", .source = facts, .about = "treaties of the past, when adopted"});
  visit.path("ratifications", ratifications,
             FieldInfo{.unit = "file",
                       .source = facts,
                       .about = "who joined these when, from which follow states' habits of joining"});
  visit.path("issues", issues,
             FieldInfo{.unit = "file",
                       .source = facts,
                       .about = "coefficients of issues, which are the defaults of preferences.ISSUE"});
  visit.path("un_votes", un_votes,
             FieldInfo{.unit = "file",
                       .source = facts,
                       .about = "states' ideal points in the General Assembly, by session"});
  visit.path("veto_players", veto_players,
             FieldInfo{.unit = "file",
                       .source = facts,
                       .about = "states' veto players, their polarization and the executive, by year"});
  visit("with_cities", with_cities, FieldInfo{.about = "whether cities exist as actors at all"});
}

template <class Visitor> void Scenario::fields(Visitor& visit) {
  constexpr std::string_view chosen = "choice of the scenario";
  visit("schema_version", schema_version,
        FieldInfo{.min = 1, .max = 1, .source = chosen, .about = "version of this format"});
  visit("name", name,
        FieldInfo{.unit = "name",
                  .source = chosen,
                  .about = "short name; names the result folder",
                  .required = true});
  visit("title", title, FieldInfo{.unit = "text", .source = chosen, .about = "one line for people"});
  visit("seed", seed,
        FieldInfo{
            .min = 0, .max = 9007199254740991, .source = chosen, .about = "seed of every draw, below 2^53"});
  visit("realizations", realizations,
        FieldInfo{
            .unit = "runs", .min = 1, .max = 1000000, .source = chosen, .about = "independent repetitions"});
  visit.group("years", years, "the simulated years");
  visit.group("world", world, "tables of facts, and of the coefficients of issues");
  visit("issues", issues,
        FieldInfo{.unit = "name", .source = chosen, .about = "the issues of the world, in order"});
  visit("event_years", event_years,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "UN conferences on cities and the earth",
                  .about = "years in which many networks are founded [N2]"});
  visit.keyed("preferences", preferences, issues,
              "how positions and salience of each issue follow from covariates");
  visit.group("power", power, "how power follows from the tables");
  visit.group("proxies", proxies, "proxies for attitudes that no table contains");
  visit.group("cities", cities, "what cities can do");
  visit.group("environment", environment, "pressure of the problem and lapse of the status quo");
  visit.group("devolution", devolution, "cities' positions, autonomy and its loss");
  visit.group("networks", networks, "how networks are born, joined, merged and heard");
  visit.group("voice", voice, "how networks' voices add up");
  visit.group("gridlock", gridlock, "what blocks states");
  visit.group("lobbying", lobbying, "how cities press delegations");
  visit.group("negotiation", negotiation, "how a text is bargained");
  visit.group("ratification", ratification, "how states join a treaty");
  visit.group("implementation", implementation, "compliance with adopted texts");
  visit.group("feedback", feedback, "soft power, and what access is worth");
  visit.rows("conferences", conferences, "the conferences, in order");
  visit.rows("shocks", shocks, "known events that move positions");
  visit.rows("overrides", overrides, "single values of states");
  visit.rows("withdrawals", withdrawals, "states that leave a treaty");
}

}  // namespace hansa
