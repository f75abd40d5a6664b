#include "analysis/ratification/added_terms.hpp"

#include <cmath>

#include "agents/habits.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {
namespace {

/// Spearman of the dates that a fit expects and the actual ones, over states that joined.
double order_of(const Evidence& evidence, const ObservedTreaty& treaty, const HazardFit& fit) {
  const Facts& facts = evidence.facts();
  const std::vector<double> expected = expected_joining(evidence, treaty, fit);
  const std::vector<double> dates = dates_of_joining(treaty, facts.iso3);
  std::vector<double> joined, joined_expected;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i] || std::isinf(dates[i])) continue;
    joined.push_back(dates[i]);
    joined_expected.push_back(expected[i]);
  }
  return spearman(joined_expected, joined);
}

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result(a.size());
  for (std::size_t k = 0; k < a.size(); ++k) result[k] = a[k] - b[k];
  return result;
}

}  // namespace

LeftOut leave_out_each(const Evidence& evidence, std::span<const Term> terms, std::size_t n_threads) {
  const std::size_t n = evidence.treaties.size();
  LeftOut found{.fits = std::vector<HazardFit>(n),
                .log_likelihood = std::vector<double>(n),
                .order = std::vector<double>(n)};
  for_each_index(n, n_threads, [&](std::size_t k) {
    const ObservedTreaty& treaty = evidence.treaties[k];
    found.fits[k] = fit_without(evidence, &treaty, terms);
    found.log_likelihood[k] = log_likelihood_of(
        make_panel(treaty, evidence.treaties, evidence.facts(), evidence.simulated), found.fits[k]);
    found.order[k] = order_of(evidence, treaty, found.fits[k]);
  });
  return found;
}

AddedTerms add_terms(const Evidence& evidence, const LeftOut& model, std::span<const Term> added,
                     std::uint64_t seed, std::size_t n_threads) {
  std::vector<Term> terms(model_terms.begin(), model_terms.end());
  terms.insert(terms.end(), added.begin(), added.end());
  const LeftOut with = leave_out_each(evidence, terms, n_threads);
  AddedTerms found{.terms = {added.begin(), added.end()},
                   .fit = fit_without(evidence, nullptr, terms),
                   .log_likelihood = mean_score(difference(with.log_likelihood, model.log_likelihood), seed),
                   .order = mean_score(difference(with.order, model.order), seed)};
  const auto n = static_cast<double>(evidence.treaties.size());
  found.log_likelihood.value *= n;
  found.log_likelihood.ci95.lo *= n;
  found.log_likelihood.ci95.hi *= n;
  return found;
}

}  // namespace hansa
