#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// The covariates of a state that determine preferences, in the order of every coefficient array.
inline constexpr std::array<std::string_view, 8> covariate_names = {
    "income",    "democracy", "fossil_rents", "vulnerability",
    "readiness", "un_vote",   "urban_share",  "emissions_per_head"};
inline constexpr std::size_t n_covariates = covariate_names.size();

/// The 18 groups of states under the climate convention, in the order of every bloc array.
inline constexpr std::array<std::string_view, 18> bloc_names = {
    "african", "ailac", "alba", "annex1", "aosis", "arab", "basic", "eig",  "eu",
    "g20",     "g77",   "ldc",  "lldc",   "lmdc",  "oecd", "opec",  "sids", "umbrella"};
inline constexpr std::size_t n_blocs = bloc_names.size();

/// The channels by which cities reach a delegation; sim/phases/lobbying.cpp.
enum class Channel { Home, Conference, Coordination, Summit, Emulation, Counter };

struct ChannelRow {
  Channel channel;
  std::string_view name;
  double weight;           // default
  std::string_view about;  // what it is
};

/// Every channel, in the order of every array by channel.
inline constexpr By<Channel, ChannelRow> channel_rows = {
    ChannelRow{Channel::Home, "home", 1, "member cities press their own government [N6]"},
    ChannelRow{Channel::Conference, "conference", 1, "networks speak to delegations at the conference [N4]"},
    ChannelRow{Channel::Coordination, "coordination", 1, "networks pool their messages first [N6]"},
    ChannelRow{Channel::Summit, "summit", 1,
               "declarations of the parallel summit reach all delegations [N8]"},
    ChannelRow{Channel::Emulation, "emulation", 1,
               "the presidency and the G20 take up these declarations once more [N8]"},
    ChannelRow{Channel::Counter, "counter", 0.5,
               "incumbents respond to home and conference; where this outweighs all other channels, mandates "
               "fall [S2]"}};

/// One column of the table of channels.
template <class T> constexpr By<Channel, T> column_of_channels(T ChannelRow::*column) {
  By<Channel, T> values;
  for (const Channel k : each<Channel>) values[k] = channel_rows[k].*column;
  return values;
}
static_assert(column_of_channels(&ChannelRow::channel).values == each<Channel>, "a row out of order");

constexpr WordsOf<Channel> choices(Channel) { return column_of_channels(&ChannelRow::name); }
inline constexpr auto channel_names = choices(Channel{}).values;
inline constexpr std::size_t n_channels = n_of<Channel>;

/// A value of a state that a scenario may override, with its bounds.
struct OverrideColumn {
  std::string_view name;
  double least = -10.0, most = 100.0;
};

/// These, beside position.ISSUE and salience.ISSUE.
inline constexpr std::array<OverrideColumn, 8> override_columns = {{{"home_rule", 0, 1},
                                                                    {"openness", 0, 1},
                                                                    {"capture", 0, 1},
                                                                    {"veto_players", 1, 5},
                                                                    {"polarisation", 0, 2},
                                                                    {"stake"},
                                                                    {"sovereignty"},
                                                                    {"principals"}}};

/// How a text divides the work: one obligation for all, or each state's own contribution.
enum class Architecture { Targets, Pledges };
constexpr WordsOf<Architecture> choices(Architecture) { return {"targets", "pledges"}; }

/// How binding a text is: a declaration, a binding process around soft content, or hard law.
enum class Form { Soft, Shell, Hard };
constexpr WordsOf<Form> choices(Form) { return {"soft", "shell", "hard"}; }

/// How strongly an actor supports one text over another, given their difference in gain;
/// sim/kernel/contest.hpp.
enum class ContestRule { Proportional, Cubic, Mixed, Binary };
constexpr WordsOf<ContestRule> choices(ContestRule) { return {"proportional", "cubic", "mixed", "binary"}; }

/// What an actor gains from a text: the benefit of what all do at the cost of what it does itself, or, as in the
/// first edition of the model, how near its own level comes to its position; sim/negotiation/actor_gain.hpp.
enum class Payoff { PublicGood, Own };
constexpr WordsOf<Payoff> choices(Payoff) { return {"public_good", "own"}; }

/// Who judges a text that states must ratify: the executives, whose other veto players decide at home, or all
/// veto players at once.
enum class AtTable { Executives, Players };
constexpr WordsOf<AtTable> choices(AtTable) { return {"executives", "players"}; }

/// Which set of objectors forms where several could: the smallest, since each waits for others, or the largest;
/// sim/kernel/objections.hpp.
enum class Equilibrium { Least, Greatest };
constexpr WordsOf<Equilibrium> choices(Equilibrium) { return {"least", "greatest"}; }

/// What memberships leave of a city office's attention; sim/phases/deliberation.hpp.
enum class Attention { Budget, Hyperbolic, Linear };
constexpr WordsOf<Attention> choices(Attention) { return {"budget", "hyperbolic", "linear"}; }

/// The rungs of access of cities and their networks to a negotiation; none includes a vote.
enum class Access { None, Invited, Observer, Consultative, Advisory, Assembly, Drafting };
constexpr WordsOf<Access> choices(Access) {
  return {"none", "invited", "observer", "consultative", "advisory", "assembly", "drafting"};
}
inline constexpr std::size_t n_rungs = n_of<Access>;

/// The rung of a network in a scenario: that of the tables, or a fixed one.
enum class Seat { Table, None, Invited, Observer, Consultative, Advisory, Assembly, Drafting };
constexpr WordsOf<Seat> choices(Seat) {
  return {"table", "none", "invited", "observer", "consultative", "advisory", "assembly", "drafting"};
}

/// The rung of a fixed seat; nullopt if it is that of the tables.
constexpr std::optional<Access> rung_of(Seat seat) {
  if (seat == Seat::Table) return std::nullopt;
  return each<Access>[index(seat) - 1];
}
static_assert(name_of(*rung_of(Seat::None)) == name_of(Seat::None));
static_assert(name_of(*rung_of(Seat::Drafting)) == name_of(Seat::Drafting));

/// The bodies that accredit networks, each to its own conferences; none: nobody does.
enum class Forum { None, Unfccc, Ecosoc, Habitat };

struct ForumRow {
  Forum forum;
  std::string_view name;
  int opened;    // first year in which it could accredit a network
  Access entry;  // rung of those that pass its procedure
  std::string_view source;
};

/// Every forum, in the order of every array by forum.
inline constexpr By<Forum, ForumRow> forum_rows = {
    ForumRow{Forum::None, "none", 0, Access::None, ""},
    ForumRow{Forum::Unfccc, "unfccc", 1995, Access::Observer,
             "constituency of local governments since COP1, whose members are observers"},
    ForumRow{Forum::Ecosoc, "ecosoc", 1946, Access::Consultative, "first consultative status in 1946"},
    ForumRow{Forum::Habitat, "habitat", 1978, Access::Observer,
             "Commission on Human Settlements, by A/RES/32/162 of December 1977"}};

constexpr WordsOf<Forum> choices(Forum) {
  WordsOf<Forum> words;
  for (const Forum f : each<Forum>) words[f] = forum_rows[f].name;
  return words;
}
inline constexpr std::size_t n_forums = n_of<Forum>;

/// The main subject of a city network.
enum class Domain {
  Climate,
  Culture,
  Democracy,
  Development,
  Digital,
  Economy,
  Education,
  Energy,
  Environment,
  Food,
  General,
  Health,
  HumanRights,
  Metropolitan,
  Migration,
  Peace,
  Resilience,
  Security,
  Social,
  Transport,
  Twinning
};
constexpr WordsOf<Domain> choices(Domain) {
  return {"climate",   "culture",     "democracy",  "development", "digital", "economy",      "education",
          "energy",    "environment", "food",       "general",     "health",  "human_rights", "metropolitan",
          "migration", "peace",       "resilience", "security",    "social",  "transport",    "twinning"};
}

/// Where a city network looks for members.
enum class Scope { Global, Regional, National };
constexpr WordsOf<Scope> choices(Scope) { return {"global", "regional", "national"}; }

/// How many of a network's members the tables list.
enum class Roll { All, Some, None };
constexpr WordsOf<Roll> choices(Roll) { return {"all", "some", "none"}; }

/// The role that a text gives to cities.
enum class UrbanPlace { Nothing, Mention, Consultation, Implementation, Seat };
constexpr WordsOf<UrbanPlace> choices(UrbanPlace) {
  return {"nothing", "mention", "consultation", "implementation", "seat"};
}
inline constexpr std::size_t n_places = n_of<UrbanPlace>;

}  // namespace hansa
