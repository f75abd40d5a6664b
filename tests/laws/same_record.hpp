#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "sim/record/run_record.hpp"

namespace hansa::test {

/// What the rows of a column of a record are.
enum class Rows {
  Conference,
  ConferenceIssue,
  ConferenceChannel,
  ConferenceState,
  TreatyState,
  Year,
  YearIssue,
  YearState,
  YearStateIssue
};

template <class Values> struct Column {
  std::string_view name;
  Rows rows;
  Values* values;
};

/// Every column of a record, by name. A record with a further column does not compile here until it is listed, so no
/// law overlooks one.
template <class Record> auto columns_of(Record& record) {
  auto& [adopted, form, hardness, depth, participation, urban_role, urban_level, rounds, n_objectors, voice,
         conference_access, entered_force, text, effective, pressure, objects, city_access, joined, networks,
         known_networks, known_memberships, births, deaths, mergers, memberships, member_cities, preemptions,
         declarations, effective_number, concentration, overlap, yearly_voice, coherence, correlation,
         coverage, overhead, soft_power, access, compliance, delivery, city_action, autonomy, top_access,
         entropy_number, pair_overlap, shortfall, status_quo, state_compliance, state_action, home_pressure,
         state_preemptions, hard_power, state_soft_power, position] = record;
  return std::tuple{Column{"adopted", Rows::Conference, &adopted},
                    Column{"form", Rows::Conference, &form},
                    Column{"hardness", Rows::Conference, &hardness},
                    Column{"depth", Rows::Conference, &depth},
                    Column{"participation", Rows::Conference, &participation},
                    Column{"urban_role", Rows::Conference, &urban_role},
                    Column{"urban_level", Rows::Conference, &urban_level},
                    Column{"rounds", Rows::Conference, &rounds},
                    Column{"n_objectors", Rows::Conference, &n_objectors},
                    Column{"voice", Rows::Conference, &voice},
                    Column{"conference_access", Rows::Conference, &conference_access},
                    Column{"entered_force", Rows::Conference, &entered_force},
                    Column{"text", Rows::ConferenceIssue, &text},
                    Column{"effective", Rows::ConferenceIssue, &effective},
                    Column{"pressure", Rows::ConferenceChannel, &pressure},
                    Column{"objects", Rows::ConferenceState, &objects},
                    Column{"city_access", Rows::ConferenceState, &city_access},
                    Column{"joined", Rows::TreatyState, &joined},
                    Column{"networks", Rows::Year, &networks},
                    Column{"known_networks", Rows::Year, &known_networks},
                    Column{"known_memberships", Rows::Year, &known_memberships},
                    Column{"births", Rows::Year, &births},
                    Column{"deaths", Rows::Year, &deaths},
                    Column{"mergers", Rows::Year, &mergers},
                    Column{"memberships", Rows::Year, &memberships},
                    Column{"member_cities", Rows::Year, &member_cities},
                    Column{"preemptions", Rows::Year, &preemptions},
                    Column{"declarations", Rows::Year, &declarations},
                    Column{"effective_number", Rows::Year, &effective_number},
                    Column{"concentration", Rows::Year, &concentration},
                    Column{"overlap", Rows::Year, &overlap},
                    Column{"yearly_voice", Rows::Year, &yearly_voice},
                    Column{"coherence", Rows::Year, &coherence},
                    Column{"correlation", Rows::Year, &correlation},
                    Column{"coverage", Rows::Year, &coverage},
                    Column{"overhead", Rows::Year, &overhead},
                    Column{"soft_power", Rows::Year, &soft_power},
                    Column{"access", Rows::Year, &access},
                    Column{"compliance", Rows::Year, &compliance},
                    Column{"delivery", Rows::Year, &delivery},
                    Column{"city_action", Rows::Year, &city_action},
                    Column{"autonomy", Rows::Year, &autonomy},
                    Column{"top_access", Rows::Year, &top_access},
                    Column{"entropy_number", Rows::Year, &entropy_number},
                    Column{"pair_overlap", Rows::Year, &pair_overlap},
                    Column{"shortfall", Rows::Year, &shortfall},
                    Column{"status_quo", Rows::YearIssue, &status_quo},
                    Column{"state_compliance", Rows::YearState, &state_compliance},
                    Column{"state_action", Rows::YearState, &state_action},
                    Column{"home_pressure", Rows::YearState, &home_pressure},
                    Column{"state_preemptions", Rows::YearState, &state_preemptions},
                    Column{"hard_power", Rows::YearState, &hard_power},
                    Column{"state_soft_power", Rows::YearState, &state_soft_power},
                    Column{"position", Rows::YearStateIssue, &position}};
}

/// Calls visit(name, rows, of a, of b) for every column.
template <class Visit> void for_each_column(const RunRecord& a, const RunRecord& b, Visit visit) {
  std::apply(
      [&](const auto&... of_a) {
        std::apply(
            [&](const auto&... of_b) { (visit(of_a.name, of_a.rows, *of_a.values, *of_b.values), ...); },
            columns_of(b));
      },
      columns_of(a));
}

/// Whether the first n values are the same, bit for bit: NaN is NaN, and 0 is not -0.
template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b, std::size_t n) {
  if (a.size() < n || b.size() < n) return false;
  for (std::size_t k = 0; k < n; ++k) {
    if constexpr (std::is_same_v<T, double>) {
      if (std::bit_cast<std::uint64_t>(a[k]) != std::bit_cast<std::uint64_t>(b[k])) return false;
    } else {
      if (a[k] != b[k]) return false;
    }
  }
  return true;
}

template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && same_bits(a, b, a.size());
}

/// Whether all values are the same but for the rounding of sums; counts and choices must be the same.
template <class T> bool same_sums(const std::vector<T>& a, const std::vector<T>& b, double tolerance) {
  if constexpr (std::is_same_v<T, double>) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [tolerance](double x, double y) {
      return (std::isnan(x) && std::isnan(y)) ||
             std::abs(x - y) <= tolerance * std::max({1.0, std::abs(x), std::abs(y)});
    });
  } else {
    return a == b;
  }
}

using Names = std::vector<std::string_view>;

/// The columns that tell of cities and networks, not of what states decide: voice and pressure at conferences,
/// the networks of a year, preemption, and what cities do on their own.
inline const Names of_cities = {
    "voice",          "pressure",         "networks",          "known_networks", "known_memberships",
    "births",         "deaths",           "mergers",           "memberships",    "member_cities",
    "preemptions",    "effective_number", "concentration",     "overlap",        "yearly_voice",
    "coherence",      "correlation",      "coverage",          "overhead",       "soft_power",
    "access",         "delivery",         "city_action",       "autonomy",       "top_access",
    "state_action",   "home_pressure",    "conference_access", "city_access",    "declarations",
    "entropy_number", "pair_overlap",     "state_preemptions"};

/// The names of what differs between two records, bit for bit, but for what may; "" if nothing does.
inline std::string differences(const RunRecord& a, const RunRecord& b, const Names& may_differ = {}) {
  std::string names;
  for_each_column(a, b, [&](std::string_view name, Rows, const auto& of_a, const auto& of_b) {
    const bool may = std::find(may_differ.begin(), may_differ.end(), name) != may_differ.end();
    if (!may && !same_bits(of_a, of_b)) names += std::string(name) + " ";
  });
  return names;
}

/// The same, but for the rounding of sums.
inline std::string differences_beyond(double tolerance, const RunRecord& a, const RunRecord& b,
                                      const Names& may_differ = {}) {
  std::string names;
  for_each_column(a, b, [&](std::string_view name, Rows, const auto& of_a, const auto& of_b) {
    const bool may = std::find(may_differ.begin(), may_differ.end(), name) != may_differ.end();
    if (!may && !same_sums(of_a, of_b, tolerance)) names += std::string(name) + " ";
  });
  return names;
}

/// The names of what differs between two records of what states decided; "" if nothing does.
inline std::string differing_decisions(const RunRecord& a, const RunRecord& b) {
  return differences(a, b, of_cities);
}

}  // namespace hansa::test
