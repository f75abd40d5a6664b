#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace hansa {

/// The covariates of a state that preferences are made of, in the order of every coefficient array.
inline constexpr std::array<std::string_view, 8> covariate_names = {
    "income",    "democracy", "fossil_rents", "vulnerability",
    "readiness", "un_vote",   "urban_share",  "emissions_per_head"};
inline constexpr std::size_t n_covariates = covariate_names.size();

/// The 18 groups of states under the climate convention, in the order of every bloc array.
inline constexpr std::array<std::string_view, 18> bloc_names = {
    "african", "ailac", "alba", "annex1", "aosis", "arab", "basic", "eig",  "eu",
    "g20",     "g77",   "ldc",  "lldc",   "lmdc",  "oecd", "opec",  "sids", "umbrella"};
inline constexpr std::size_t n_blocs = bloc_names.size();

/// The ways by which cities reach a delegation.
inline constexpr std::array<std::string_view, 6> channel_names = {"home",   "conference", "coordination",
                                                                  "summit", "emulation",  "counter"};
inline constexpr std::size_t n_channels = channel_names.size();

/// The values of a state that a scenario may override beside position.ISSUE and salience.ISSUE; the first five
/// are shares in [0, 1].
inline constexpr std::array<std::string_view, 8> override_columns = {
    "home_rule",     "openness", "capture",     "polarisation",
    "supermajority", "stake",    "sovereignty", "principals"};
inline constexpr std::size_t n_override_shares = 5;

/// How a text divides the work: one obligation for all, or each state's own contribution.
enum class Architecture { Targets, Pledges };
constexpr std::array<std::string_view, 2> choices(Architecture) { return {"targets", "pledges"}; }

/// How binding a text is: a declaration, a binding process around soft content, or hard law.
enum class Form { Soft, Shell, Hard };
constexpr std::array<std::string_view, 3> choices(Form) { return {"soft", "shell", "hard"}; }

/// Who must not object for a text to pass.
enum class Rule { Consensus, ConsensusMinus, QuotaHeads, QuotaPower, DoubleMajority };
constexpr std::array<std::string_view, 5> choices(Rule) {
  return {"consensus", "consensus_minus", "quota_heads", "quota_power", "double_majority"};
}

/// What a difference in gain between two texts moves an actor to; sim/kernel/contest.hpp.
enum class ContestRule { Proportional, Cubic, Mixed, Binary };
constexpr std::array<std::string_view, 4> choices(ContestRule) {
  return {"proportional", "cubic", "mixed", "binary"};
}

/// The rungs by which cities and their networks come closer to a negotiation; none of them is a vote.
enum class Access { None, Invited, Observer, Consultative, Advisory, Assembly, Drafting };
constexpr std::array<std::string_view, 7> choices(Access) {
  return {"none", "invited", "observer", "consultative", "advisory", "assembly", "drafting"};
}
inline constexpr std::size_t n_rungs = 7;

/// What a text can give to cities.
inline constexpr std::array<std::string_view, 5> place_names = {"nothing", "mention", "consultation",
                                                                "implementation", "seat"};
inline constexpr std::size_t n_places = place_names.size();

/// The name of an enumerator, as a scenario writes it.
template <class Enum> constexpr std::string_view name_of(Enum value) {
  return choices(value)[static_cast<std::size_t>(value)];
}

}  // namespace hansa
