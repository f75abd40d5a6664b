#include "analysis/explain/lever.hpp"

#include <fmt/format.h>

namespace hansa {
namespace {

using Conference = ConferenceParams;

const Clause* clause_of(const Conference& conference, ClauseKind kind) {
  for (const Clause& clause : conference.rule.clauses)
    if (clause.kind == kind) return &clause;
  return nullptr;
}

std::string rule_now(const Scenario&, const Conference& conference) { return to_text(conference.rule); }

void set_rule(ClauseKind kind, double value, Conference& conference) {
  conference.rule.clauses = {{.kind = kind, .value = value}};
}

/// Any quota down to one half, or up from a quota that is in force.
template <ClauseKind kind>
std::optional<LeverRange> quota_range(const Scenario&, const Conference& conference, Aim aim) {
  const Clause* const present = clause_of(conference, kind);
  if (aim == Aim::Pass) return LeverRange{present ? present->value : 1.0, 0.5};
  return present ? std::optional(LeverRange{present->value, 1.0}) : std::nullopt;
}

template <ClauseKind kind> void set_quota(double value, Scenario&, Conference& conference) {
  set_rule(kind, value, conference);
}

/// From where a number is to either end of its bounds; nullopt if it is there.
std::optional<LeverRange> from_to(double from, double to) {
  return from == to ? std::nullopt : std::optional(LeverRange{from, to});
}

constexpr double most_strength = 10, most_objectors = 98;

constexpr Lever all_levers[] = {
    {.name = "quota_heads",
     .label = "a quota of heads",
     .now = rule_now,
     .range = quota_range<ClauseKind::QuotaHeads>,
     .set = set_quota<ClauseKind::QuotaHeads>},
    {.name = "quota_power",
     .label = "a quota of power",
     .now = rule_now,
     .range = quota_range<ClauseKind::QuotaPower>,
     .set = set_quota<ClauseKind::QuotaPower>},
    {.name = "consensus_minus",
     .label = "consensus minus states",
     .whole = true,
     .now = rule_now,
     .range = [](const Scenario&, const Conference& conference, Aim aim) -> std::optional<LeverRange> {
       const Clause* const present = clause_of(conference, ClauseKind::ConsensusMinus);
       const double already = present ? present->value : 0.0;
       return from_to(already, aim == Aim::Pass ? most_objectors : 0.0);
     },
     .set = [](double value, Scenario&,
               Conference& conference) { set_rule(ClauseKind::ConsensusMinus, value, conference); }},
    {.name = "floor",
     .label = "floor of the text",
     .now = [](const Scenario&,
               const Conference& conference) { return fmt::format("{:g}", conference.floor); },
     .range = [](const Scenario&, const Conference& conference,
                 Aim aim) { return from_to(conference.floor, aim == Aim::Pass ? 0.0 : 1.0); },
     .set = [](double value, Scenario&, Conference& conference) { conference.floor = value; }},
    {.name = "gridlock",
     .label = "gridlock, that year",
     .now = [](const Scenario& scenario,
               const Conference&) { return fmt::format("{:g}", scenario.gridlock.level); },
     .range = [](const Scenario& scenario, const Conference&,
                 Aim aim) { return from_to(scenario.gridlock.level, aim == Aim::Pass ? 0.0 : 1.0); },
     .set = [](double value, Scenario& scenario, Conference&) { scenario.gridlock.level = value; }},
    {.name = "more_lobbying",
     .label = "more lobbying, that year",
     .now = [](const Scenario& scenario,
               const Conference&) { return fmt::format("{:g}", scenario.lobbying.strength); },
     .range = [](const Scenario& scenario, const Conference&,
                 Aim) { return from_to(scenario.lobbying.strength, most_strength); },
     .set = [](double value, Scenario& scenario, Conference&) { scenario.lobbying.strength = value; }},
    {.name = "less_lobbying",
     .label = "less lobbying, that year",
     .now = [](const Scenario& scenario,
               const Conference&) { return fmt::format("{:g}", scenario.lobbying.strength); },
     .range = [](const Scenario& scenario, const Conference&,
                 Aim) { return from_to(scenario.lobbying.strength, 0.0); },
     .set = [](double value, Scenario& scenario, Conference&) { scenario.lobbying.strength = value; }},
    {.name = "transfers",
     .label = "share of gains paid",
     .now = [](const Scenario& scenario,
               const Conference&) { return fmt::format("{:g}", scenario.negotiation.transfers); },
     .range = [](const Scenario& scenario, const Conference&,
                 Aim aim) { return from_to(scenario.negotiation.transfers, aim == Aim::Pass ? 1.0 : 0.0); },
     .set = [](double value, Scenario& scenario, Conference&) { scenario.negotiation.transfers = value; }},
};

}  // namespace

constinit const std::span<const Lever> levers = all_levers;

}  // namespace hansa
