#include "sweeps/page/parameter_words.hpp"

#include <algorithm>

#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

constexpr ParameterWords all_words[] = {
    {"preferences.ISSUE.intercept", "average position on %"},
    {"power.equality", "equality of states' power"},
    {"power.gdp", "weight of output in power"},
    {"power.population", "weight of people in power"},
    {"power.emissions", "weight of emissions in power"},
    {"proxies.openness_intercept", "openness of an average state"},
    {"proxies.capture_intercept", "capture of an average state"},
    {"proxies.stake_vulnerability", "stake of vulnerable states"},
    {"proxies.stake_fossil", "stake of fossil exporters"},
    {"proxies.sovereignty_power", "powerful states' cost of being bound"},
    {"environment.trend", "growing pressure of the problem"},
    {"environment.status_quo", "cooperation at the start"},
    {"environment.lapse", "yearly lapse of cooperation"},
    {"environment.neglect", "lapse by broken promises"},
    {"environment.residual", "spread of states' positions"},
    {"devolution.pragmatism", "pragmatism of cities"},
    {"devolution.urban_interest", "cities' interest in an urban role"},
    {"networks.initial", "networks at the start"},
    {"networks.attention", "rule of cities' attention"},
    {"networks.attention_cost", "attention that a membership takes"},
    {"networks.consolidation", "policy of merging networks"},
    {"networks.message_spread", "spread of networks' messages"},
    {"networks.coordination", "share of networks that coordinate"},
    {"networks.allies.civil_society", "part of civil society"},
    {"networks.functions.negotiate", "drafting by networks"},
    {"networks.functions.inform", "information by networks"},
    {"networks.functions.prevent_conflict", "mediation by networks"},
    {"voice.saturation", "saturation of voice"},
    {"gridlock.level", "sovereignty gridlock"},
    {"gridlock.spread", "distance of veto players"},
    {"gridlock.common_shock", "shock common to all states"},
    {"gridlock.paralysis_rate", "paralysis of governments"},
    {"gridlock.sigma", "cost of hard obligations"},
    {"gridlock.turnover", "distance of left and right"},
    {"lobbying.strength", "strength of lobbying"},
    {"lobbying.gate", "gate of lobbying"},
    {"lobbying.channels.home", "lobbying at home"},
    {"lobbying.channels.conference", "lobbying at the conference"},
    {"lobbying.channels.coordination", "lobbying with one voice"},
    {"lobbying.channels.summit", "lobbying by a parallel summit"},
    {"lobbying.channels.emulation", "lobbying by emulation"},
    {"lobbying.channels.counter", "response of incumbents"},
    {"lobbying.closed_below", "openness that lets networks in"},
    {"lobbying.declaration_rate", "readiness to sign declarations"},
    {"negotiation.hardness.shell", "hardness of shells"},
    {"negotiation.hardness.hard", "hardness of hard texts"},
    {"negotiation.soft_force", "force of soft texts"},
    {"negotiation.sunk", "share of costs that is sunk"},
    {"negotiation.initiative", "initiative in pledges"},
    {"negotiation.ratchet", "ratchet of pledges"},
    {"negotiation.stake", "further gain by depth"},
    {"negotiation.at_table", "who judges binding texts"},
    {"negotiation.objection_cost", "price of objecting"},
    {"negotiation.shelter", "shelter by fellow objectors"},
    {"negotiation.price_noise", "noise in prices by conference"},
    {"negotiation.price_noise_state", "noise in prices by state"},
    {"negotiation.equilibrium", "which objectors stand together"},
    {"negotiation.contest", "rule of the contest of texts"},
    {"negotiation.chair_step", "step of the chair"},
    {"negotiation.chair_fade", "fading of the chair's step"},
    {"negotiation.pull", "pull towards objectors"},
    {"negotiation.concession", "largest concession"},
    {"negotiation.influence", "weight of blocs in demands"},
    {"negotiation.uncertainty", "uncertainty of the chair"},
    {"negotiation.chair_weight", "weight of the chair's text"},
    {"negotiation.status_quo_weight", "weight of no agreement"},
    {"negotiation.draft_weight", "weight of networks' drafts"},
    {"negotiation.urban_hurdle", "hurdle of the urban role"},
    {"negotiation.large_states", "number of states that table texts"},
    {"implementation.intercept", "compliance with what costs nothing"},
    {"implementation.depth_cost", "loss of compliance by cost"},
    {"implementation.reciprocity", "reciprocity of compliance"},
    {"conferences.NAME.architecture", "architecture of %"},
    {"conferences.NAME.floor", "least depth at %"},
    {"conferences.NAME.forms", "forms on offer at %"},
};

/// "a_b" as "a b".
std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// The name that stands for NAME or ISSUE in a documented path: COP15 of conferences.COP15.floor.
std::string own_name(const std::string& path) {
  const std::size_t first = path.find('.') + 1;
  return path.substr(first, path.find('.', first) - first);
}

}  // namespace

std::span<const ParameterWords> all_parameter_words() { return all_words; }

std::string words_of_parameter(const std::string& path) {
  const auto found = std::ranges::find(all_words, documented_path(path), &ParameterWords::path);
  if (found == std::end(all_words)) {
    const std::size_t last = path.rfind('.');
    if (last == std::string::npos) return spaced(path);
    const std::size_t before = path.rfind('.', last - 1);
    const std::size_t from = before == std::string::npos ? 0 : before + 1;
    return spaced(path.substr(last + 1)) + " of " + spaced(path.substr(from, last - from));
  }
  std::string words(found->words);
  if (const std::size_t mark = words.find('%'); mark != std::string::npos)
    words.replace(mark, 1, found->path.starts_with("preferences.") ? spaced(own_name(path)) : own_name(path));
  return words;
}

}  // namespace hansa
