#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/history/covariates_of.hpp"
#include "analysis/history/history.hpp"

namespace hansa {
namespace {

/// The AUC of a naive predictor in the direction that suits it better: what a scholar who knows its sign would have.
Score best_auc(std::vector<double> predictor, const std::vector<char>& happened, std::uint64_t seed) {
  if (auc(predictor, happened) < 0.5)
    for (double& value : predictor) value = -value;
  return score_of<char>(auc, predictor, happened, seed);
}

/// The statements between two states.
struct Dyad {
  std::size_t a, b;
  int n_cooperation = 0, n_conflict = 0;
};

std::vector<Dyad> find_dyads(const std::vector<RelationRow>& relations, const Played& played, int from,
                             int to) {
  std::map<std::pair<std::size_t, std::size_t>, Dyad> dyads;
  for (const RelationRow& row : relations) {
    const auto sender = played.state(row.sender), target = played.state(row.target);
    if (row.year < from || row.year > to || !sender || !target) continue;
    if (!played.facts().head[*sender] || !played.facts().head[*target]) continue;  // the EU has no covariates
    const auto [a, b] = std::minmax(*sender, *target);
    Dyad& dyad = dyads.try_emplace({a, b}, Dyad{a, b}).first->second;
    (row.relation == Relation::Conflict ? dyad.n_conflict : dyad.n_cooperation) += 1;
  }
  std::vector<Dyad> found;
  for (const auto& [states, dyad] : dyads)
    if (dyad.n_conflict != dyad.n_cooperation) found.push_back(dyad);
  return found;
}

/// The root mean square distance of two states' positions, by the depth weights of issues.           [0..1]
double distance(const std::vector<double>& positions, const Facts& facts, std::size_t a, std::size_t b) {
  double sum = 0;
  for (std::size_t d = 0; d < facts.n_issues; ++d) {
    const double apart = positions[a * facts.n_issues + d] - positions[b * facts.n_issues + d];
    sum += facts.depth_weight[d] * apart * apart;
  }
  return std::sqrt(sum);
}

/// The objections of states at the conferences of some years, each the share of realizations.
std::vector<double> objections(const Played& played, int from, int to) {
  std::vector<double> sums(played.facts().n_states, 0.0);
  for (std::size_t c = 0; c < played.facts().conferences.size(); ++c) {
    if (played.year_of(c) < from || played.year_of(c) > to) continue;
    const std::vector<double> objecting = played.objecting(c);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += objecting[i];
  }
  return sums;
}

void score_objections(const std::vector<RelationRow>& relations, const Played& played, std::uint64_t seed,
                      RelationScores& scores) {
  const std::vector<double> objecting = objections(played, scores.from, scores.to);
  const StateCovariates covariates = covariates_of(played, (scores.from + scores.to) / 2);
  std::map<std::size_t, double> conflicts;  // of every state that speaks or is spoken of
  for (const RelationRow& row : relations) {
    if (row.year < scores.from || row.year > scores.to) continue;
    for (const std::string& iso3 : {row.sender, row.target})
      if (const auto state = played.state(iso3); state && played.facts().head[*state])
        conflicts[*state] += row.relation == Relation::Conflict ? 1 : 0;
  }
  std::vector<double> actual, predicted, gdp;
  for (const auto& [state, n] : conflicts) {
    actual.push_back(n);
    predicted.push_back(objecting[state]);
    gdp.push_back(covariates.log_gdp[state]);
  }
  scores.objecting = score_of<double>(spearman, predicted, actual, seed);
  scores.objecting_baselines = {{"gdp", score_of<double>(spearman, gdp, actual, seed)}};
}

}  // namespace

VoteScores score_votes(const std::vector<VoteRow>& votes, const Played& played, const std::string& conference,
                       std::uint64_t seed) {
  VoteScores scores{.conference = conference};
  const std::size_t row = played.conference(conference);
  const std::vector<double> gain = played.gain(row), objecting = played.objecting(row);
  const StateCovariates covariates = covariates_of(played, played.year_of(row));
  std::vector<double> loss, un_vote, income, democracy;
  std::vector<char> no, not_yes;
  for (const VoteRow& vote : votes) {
    const auto state = played.state(vote.iso3);
    if (!state || vote.vote == Ballot::NotVoting) continue;
    loss.push_back(-gain[*state]);
    un_vote.push_back(covariates.un_vote[*state]);
    income.push_back(covariates.log_income[*state]);
    democracy.push_back(covariates.democracy[*state]);
    no.push_back(vote.vote == Ballot::No ? 1 : 0);
    not_yes.push_back(vote.vote != Ballot::Yes ? 1 : 0);
    scores.predicted += objecting[*state];
  }
  scores.n_no = static_cast<std::size_t>(std::count(no.begin(), no.end(), 1));
  scores.n_not_yes = static_cast<std::size_t>(std::count(not_yes.begin(), not_yes.end(), 1));
  scores.no = score_of<char>(auc, loss, no, seed);
  scores.not_yes = score_of<char>(auc, loss, not_yes, seed);
  scores.baselines = {{"un_vote", best_auc(un_vote, not_yes, seed)},
                      {"income", best_auc(income, not_yes, seed)},
                      {"democracy", best_auc(democracy, not_yes, seed)}};
  return scores;
}

RelationScores score_relations(const std::vector<RelationRow>& relations, const Played& played, int from,
                               int to, std::uint64_t seed) {
  RelationScores scores{.from = from, .to = to};
  const Facts& facts = played.facts();
  const std::vector<double> positions = played.positions(from, to);
  const StateCovariates covariates = covariates_of(played, (from + to) / 2);
  std::vector<double> apart, annex, un_vote, income;
  std::vector<char> conflict;
  for (const Dyad& dyad : find_dyads(relations, played, from, to)) {
    const auto differ = [&](const std::vector<double>& of) { return std::abs(of[dyad.a] - of[dyad.b]); };
    apart.push_back(distance(positions, facts, dyad.a, dyad.b));
    annex.push_back(differ(covariates.annex1));
    un_vote.push_back(differ(covariates.un_vote));
    income.push_back(differ(covariates.log_income));
    conflict.push_back(dyad.n_conflict > dyad.n_cooperation ? 1 : 0);
  }
  scores.n_conflicts = static_cast<std::size_t>(std::count(conflict.begin(), conflict.end(), 1));
  scores.distance = score_of<char>(auc, apart, conflict, seed);
  scores.baselines = {{"annex1", best_auc(annex, conflict, seed)},
                      {"un_vote", best_auc(un_vote, conflict, seed)},
                      {"income", best_auc(income, conflict, seed)}};
  score_objections(relations, played, seed, scores);
  return scores;
}

}  // namespace hansa
