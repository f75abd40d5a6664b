#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "scenarios/choice.hpp"

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
constexpr auto choices(Architecture) { return words_of<Architecture>("targets", "pledges"); }

/// How binding a text is: a declaration, a binding process around soft content, or hard law.
enum class Form { Soft, Shell, Hard };
constexpr auto choices(Form) { return words_of<Form>("soft", "shell", "hard"); }

/// What a difference in gain between two texts moves an actor to; sim/kernel/contest.hpp.
enum class ContestRule { Proportional, Cubic, Mixed, Binary };
constexpr auto choices(ContestRule) {
  return words_of<ContestRule>("proportional", "cubic", "mixed", "binary");
}

/// The rungs by which cities and their networks come closer to a negotiation; none of them is a vote.
enum class Access { None, Invited, Observer, Consultative, Advisory, Assembly, Drafting };
constexpr auto choices(Access) {
  return words_of<Access>("none", "invited", "observer", "consultative", "advisory", "assembly", "drafting");
}
inline constexpr std::size_t n_rungs = n_of<Access>;

/// What a text can give to cities.
inline constexpr std::array<std::string_view, 5> place_names = {"nothing", "mention", "consultation",
                                                                "implementation", "seat"};
inline constexpr std::size_t n_places = place_names.size();

}  // namespace hansa
