#pragma once

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/network_params.hpp"

// Unit, bounds, meaning and source of each parameter, apart from the structs so that a change of words compiles
// few files.

namespace hansa {

template <class Visitor> void BirthParams::fields(Visitor& visit) {
  visit("growth", growth,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 0.2,
                  .source = "growth from 60 to 300 networks, 1985 to 2018 (Foster and Swiney 2019)",
                  .about = "births a year, as a share of the networks of the year before [N1]"});
  visit("event", event,
        FieldInfo{.unit = "networks/year",
                  .min = 0,
                  .max = 50,
                  .source = "off: known networks were founded no faster around these years (findings.md)",
                  .about = "further births in the year of a UN summit on cities or the earth, half of them "
                           "a year before and after [N2]"});
}

template <class Visitor> void JoinParams::fields(Visitor& visit) {
  constexpr auto fitted = "hansa backtest memberships, fit to all cities";
  visit("population", population,
        FieldInfo{.unit = "log rate per log",
                  .min = -3,
                  .max = 3,
                  .source = fitted,
                  .about = "pull of a city's people [C5]"});
  visit("democracy", democracy,
        FieldInfo{.unit = "log rate",
                  .min = -10,
                  .max = 10,
                  .source = fitted,
                  .about = "pull of a city in a full democracy, against none"});
  visit("capital", capital,
        FieldInfo{.unit = "log rate", .min = -5, .max = 5, .source = fitted, .about = "pull of a capital"});
  visit("same_country", same_country,
        FieldInfo{.unit = "log rate",
                  .min = -5,
                  .max = 5,
                  .source = fitted,
                  .about = "pull of a city in the country of the network's secretariat"});
  visit("global_distance", global_distance,
        FieldInfo{.unit = "log rate per log",
                  .min = -5,
                  .max = 5,
                  .source = fitted,
                  .about = "pull of distance from the secretariat, of ln(km + 300), to a global network"});
  visit("regional_distance", regional_distance,
        FieldInfo{.unit = "log rate per log",
                  .min = -5,
                  .max = 5,
                  .source = fitted,
                  .about = "the same to any other network"});
  visit("far", far,
        FieldInfo{.unit = "log rate",
                  .min = -10,
                  .max = 5,
                  .source = fitted,
                  .about = "pull of more than 4,000 km to a network that is not global"});
  visit("most_people", most_people,
        FieldInfo{.unit = "thousand",
                  .min = 1,
                  .max = 1e6,
                  .source = "as in the fit",
                  .about = "people beyond which a larger city pulls no more"});
  visit("spread", spread,
        FieldInfo{.min = 0.001,
                  .max = 20,
                  .source = fitted,
                  .about = "variance of cities' own factors in joining, of mean 1"});
}

template <class Visitor> void FunctionParams::fields(Visitor& visit) {
  visit("communicate", communicate,
        FieldInfo{
            .min = 0, .max = 5, .about = "number of members that networks will have, other than known ones"});
  visit("negotiate", negotiate,
        FieldInfo{.min = 0, .max = 5, .about = "texts drafted by networks with drafting access"});
  visit("inform", inform,
        FieldInfo{.min = 0,
                  .max = 5,
                  .about = "delegations learn the others' limits, as far as networks have access to them"});
  visit("prevent_conflict", prevent_conflict,
        FieldInfo{.min = 0,
                  .max = 5,
                  .source = "off: no source says that networks make objecting dearer, or by how much",
                  .about = "an objection costs more, as far as networks have access to the delegation"});
  visit("symbolise", symbolise,
        FieldInfo{.min = 0, .max = 5, .about = "soft power gained from instruments and mentions"});
}

template <class Visitor> void AllyParams::fields(Visitor& visit) {
  visit("regions", regions,
        FieldInfo{.min = 0,
                  .max = 5,
                  .about = "regions: pressure at home, and reach at a conference, as a share of cities'"});
  visit(
      "firms", firms,
      FieldInfo{.min = 0,
                .max = 1,
                .about = "firms: the share of the incumbents' response (channel counter) that they offset"});
  visit("civil_society", civil_society,
        FieldInfo{.min = 0,
                  .max = 5,
                  .about = "civil society: reach at a conference, as a share of cities', and votes of "
                           "residents: pressure at home, the same share times democracy"});
}

template <class Visitor> void NetworkDials::Channels::fields(Visitor& visit) {
  for (const Channel k : each<Channel>) {
    if (k == Channel::Counter) continue;
    visit(name_of(k), part[k],
          FieldInfo{
              .min = 0,
              .max = 10,
              .about = "factor on this network's part in this channel of lobbying; 0: it does not use it"});
  }
}

template <class Visitor> void NetworkDials::fields(Visitor& visit) {
  visit(
      "exists", exists,
      FieldInfo{.about = "whether this network exists; otherwise it is not founded, or ends in `year`, hands "
                         "nothing on, and none takes its place"});
  visit(
      "access", access,
      FieldInfo{.about = "rung that this network holds at every conference, whomever that admits; table: as "
                         "its forum has accredited it"});
  Channels view{channels};
  visit.group("channels", view, "factors on this network's part in the channels of lobbying");
  visit("merged_into", merged_into,
        FieldInfo{.unit = "network",
                  .about =
                      "network that takes this one over in `year`, or when both have been founded, instead "
                      "of what the tables say; none: it goes on; empty: as the tables say"});
  visit("year", year,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .about = "year from which this network's other dials hold; 1900: always"});
}

template <class Visitor> void AccreditationParams::fields(Visitor& visit) {
  visit("age", age,
        FieldInfo{.unit = "year",
                  .min = 0,
                  .max = 100,
                  .source = "two years of existence for consultative status (ECOSOC resolution 1996/31); "
                            "assumption for other forums",
                  .about = "age from which a network may be accredited"});
  visit("hazard", hazard,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 100,
                  .source = "set for 45 networks at COP29 (cities-and-regions.org: more than 45); assumption "
                            "for other forums",
                  .about = "rate at which a forum accredits a network that fits it, from that age on [N4]"});
}

template <class Visitor> void NetworkParams::fields(Visitor& visit) {
  visit("enabled", enabled, FieldInfo{.about = "whether there are city networks at all"});
  visit("real", real,
        FieldInfo{.about = "take founding years and members from the tables where known; the rest is "
                           "generated and marked as such"});
  visit("initial", initial,
        FieldInfo{.unit = "networks",
                  .min = -1,
                  .max = 5000,
                  .source = "Foster and Swiney 2019",
                  .about = "networks at the start; -1: from the table of counts"});
  visit.group("births", births, "how many networks are founded");
  visit("death", death,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 0.5,
                  .about = "chance that a network ends in a year although it has members"});
  visit("size", size,
        FieldInfo{.unit = "cities",
                  .min = 0,
                  .max = 5000,
                  .source = "assumption: two fifths of the 35 of networks that list all their members",
                  .about = "median of the members that a generated network will have (log-normal)"});
  visit("size_sd", size_sd,
        FieldInfo{.unit = "log",
                  .min = 0,
                  .max = 3,
                  .source = "58 networks that list all their members",
                  .about = "spread of the members that a network will have"});
  visit("founders", founders,
        FieldInfo{.unit = "cities",
                  .min = 0,
                  .max = 100,
                  .source = "assumption",
                  .about = "members that a network has from its first year, unless it will have fewer"});
  visit("join_lag", join_lag,
        FieldInfo{
            .unit = "year",
            .min = 0.5,
            .max = 1000,
            .source = "maximum likelihood on 894 known years of joining of eight networks, weighed alike",
            .about = "exponential time from a network's founding until a member joined: for known members "
                     "whose year is not known, and for the growth of networks"});
  visit("attention", attention,
        FieldInfo{.about =
                      "what memberships leave of a city's attention: budget h / (h + cost m), h its office; "
                      "hyperbolic 1 / (1 + cost m), the same office for all; linear max(0, 1 - cost m); "
                      "whether the voice falls with the number of networks depends on it"});
  visit(
      "attention_cost", attention_cost,
      FieldInfo{.unit = "1/membership",
                .min = 0,
                .max = 1,
                .about = "part of an average office that one membership takes [N7]; no source has a number"});
  visit.group("join", join, "which cities join which networks");
  visit(
      "leave", leave,
      FieldInfo{
          .unit = "1/year", .min = 0, .max = 1, .about = "chance that a member leaves a network in a year"});
  visit("grace", grace,
        FieldInfo{.unit = "year",
                  .min = 0,
                  .max = 50,
                  .about = "years after its founding in which a network may have fewer than two members"});
  visit("merger", merger,
        FieldInfo{.unit = "1/year",
                  .min = 0,
                  .max = 1,
                  .about = "chance that two networks with the same members, subjects and message merge in a "
                           "year"});
  visit("consolidation", consolidation,
        FieldInfo{.unit = "1/year", .min = 0, .max = 1, .about = "policy that adds to this chance [N7]"});
  visit("merge_domains", merge_domains,
        FieldInfo{.unit = "domain",
                  .about = "domains in each of which the largest of the known networks takes over all others "
                           "[N7]"});
  visit("merge_from", merge_from,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .about = "year at whose end they do; those founded later follow in their first year"});
  visit("focus", focus,
        FieldInfo{.min = 0, .max = 1, .about = "share of a network's attention that goes to its main issue"});
  visit("message_spread", message_spread,
        FieldInfo{.min = 0,
                  .max = 3,
                  .about = "how far a network's focus bends its message away from its members' mean"});
  visit("coordination", coordination,
        FieldInfo{.min = 0, .max = 1, .about = "share of networks in the coordinating body [N6]"});
  visit("coordination_from", coordination_from,
        FieldInfo{.unit = "year",
                  .min = 1900,
                  .max = 2200,
                  .source = "founding of WACLAC",
                  .about = "year from which there is a coordinating body"});
  visit.group("allies", allies, "who networks ally with beside cities [N6]");
  visit.group("functions", functions, "what networks do (Bull's functions of diplomacy)");
  visit.group("accreditation", accreditation, "how forums accredit networks that no table lists");
  visit.named(named, "what differs for one network of the tables, under its id");
}

template <class Visitor> void VoiceParams::fields(Visitor& visit) {
  visit(
      "saturation", saturation,
      FieldInfo{.min = 0.01, .max = 20, .about = "how soon coverage of the world's city capacity saturates"});
}

}  // namespace hansa
