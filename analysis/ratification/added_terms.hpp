#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/ratification/evidence.hpp"
#include "analysis/scores.hpp"

// What terms beyond the model's tell about who joins when.

namespace hansa {

/// Each treaty predicted by the fit to all others.
struct LeftOut {
  std::vector<HazardFit> fits;         // (treaty)
  std::vector<double> log_likelihood;  // (treaty) with its own constant
  std::vector<double> order;           // (treaty) Spearman of expected and actual dates, states that joined
};

[[nodiscard]] LeftOut leave_out_each(const Evidence& evidence, std::span<const Term> terms,
                                     std::size_t n_threads);

struct AddedTerms {
  std::vector<Term> terms;
  HazardFit fit;         // of the model's terms and these, to all treaties
  Score log_likelihood;  // of treaties left out, summed over them, less that of the model's terms alone
  Score order;           // their Spearman, mean over treaties, less likewise
};

/// Adds terms to the model's; `model` are the scores of the model's own. Intervals from a bootstrap of treaties.
[[nodiscard]] AddedTerms add_terms(const Evidence& evidence, const LeftOut& model,
                                   std::span<const Term> added, std::uint64_t seed, std::size_t n_threads);

/// Veto players and their polarisation, by themselves and also where joining is costly. Source: Tsebelis 2002, by whom
/// more and more distant veto players make change rarer.
inline const std::array<std::vector<Term>, 2> veto_player_terms = {
    {{Term::VetoPlayers, Term::Polarisation},
     {Term::VetoPlayers, Term::Polarisation, Term::VetoPlayersCost, Term::PolarisationCost}}};

}  // namespace hansa
