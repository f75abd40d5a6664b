#include "sim/solvers/chair.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "agents/expect.hpp"
#include "sim/kernel/contest.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/objections.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {
namespace {

constexpr double no_way = 1e-9;

Contest contest_by(ContestRule rule) {
  constexpr std::array<Contest, choices(ContestRule{}).size()> contests = {
      contest_proportional, contest_cubic, contest_mixed, contest_binary};
  return contests[static_cast<std::size_t>(rule)];
}

/// The texts of a round, each with the weight of its sponsors.
struct Texts {
  std::vector<double> text;  // text x issue
  std::vector<double> sponsor;
  std::optional<std::size_t> no_agreement;  // the text that stands for it

  void put(std::span<const double> words, double weight) {
    if (weight <= 0) return;
    text.insert(text.end(), words.begin(), words.end());
    sponsor.push_back(weight);
  }
};

/// One negotiation; what moves between the rounds.
class Talks {
 public:
  Talks(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule)
      : seats_(table, rules),
        veto_(table.veto),
        rules_(rules),
        rule_(rule),
        draft_(seats_.mean_position(rules.salience_weight)),
        demand_(table.position.begin(), table.position.end()),
        loss_(table.n_actors),
        blocs_(table.n_actors),
        objects_(table.n_actors) {}

  [[nodiscard]] ChairPath play() {
    ChairPath path{{demand_}, {draft_}};
    const NegotiationParams& params = rules_.negotiation;
    for (int round = 1; round <= rules_.rounds && !path.agreed; ++round) {
      redraft(round);
      path.texts.push_back(draft_);
      const std::size_t n_objectors = review(round);
      const bool is_time = round >= std::min(params.first_decision, rules_.rounds) || nobody_asks_for_else();
      path.agreed = is_time && passes(rule_, vote(n_objectors));
      if (!path.agreed) {
        pull_to_objectors();
        concede();
      }
      path.positions.push_back(demand_);
    }
    return path;
  }

 private:
  [[nodiscard]] std::span<const double> demand_of(std::size_t actor) const {
    return std::span(demand_).subspan(actor * seats_.n_issues, seats_.n_issues);
  }

  /// The chair's text, no agreement where there is a reference, and what the actors ask for: like demands once, those
  /// with most power behind them first.
  [[nodiscard]] Texts put_texts() const {
    Texts demands;
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      if (seats_.power[i] <= 0 || !seats_.cares[i]) continue;
      const auto asked = demand_of(i);
      std::size_t t = 0;
      while (t < demands.sponsor.size() &&
             !std::equal(asked.begin(), asked.end(), &demands.text[t * seats_.n_issues]))
        ++t;
      if (t == demands.sponsor.size()) {
        demands.put(asked, seats_.power[i]);
      } else {
        demands.sponsor[t] += seats_.power[i];
      }
    }
    Texts texts;
    texts.put(draft_, rules_.negotiation.chair_weight);
    std::vector<double> none = draft_;
    bool has_reference = false;
    for (std::size_t d = 0; d < seats_.n_issues; ++d) {
      none[d] = seats_.reference[d].value_or(draft_[d]);
      has_reference = has_reference || seats_.reference[d];
    }
    if (has_reference && rules_.negotiation.status_quo_weight > 0) {
      texts.no_agreement = texts.sponsor.size();
      texts.put(none, rules_.negotiation.status_quo_weight);
    }
    std::vector<std::size_t> order(demands.sponsor.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return demands.sponsor[a] > demands.sponsor[b]; });
    const auto most = static_cast<std::size_t>(rules_.negotiation.max_texts);
    for (const std::size_t t : order) {
      if (texts.sponsor.size() >= most) break;
      texts.put(std::span(demands.text).subspan(t * seats_.n_issues, seats_.n_issues), demands.sponsor[t]);
    }
    return texts;
  }

  void redraft(int round) {
    const NegotiationParams& params = rules_.negotiation;
    const Texts texts = put_texts();
    const std::size_t n = texts.sponsor.size(), n_actors = seats_.n_actors;
    std::vector<double> gain(n * n_actors), win(n * n), standing(n),
        scratch(std::max(contest_scratch(n_actors, n), standing_scratch(n)));
    gains({n_actors, seats_.n_issues, n, seats_.constant, seats_.linear, seats_.square, texts.text}, gain);
    if (texts.no_agreement)  // gains count from it
      std::fill_n(&gain[*texts.no_agreement * n_actors], n_actors, 0.0);
    contest_by(params.contest)({.n_actors = n_actors,
                                .n_texts = n,
                                .gain = gain,
                                .weight = seats_.power,
                                .scratch = scratch,
                                .root = seats_.power_root},
                               win);
    if (standing_of(win, texts.sponsor, standing, scratch) == 0) return;
    const double step = params.chair_step * (1.0 - params.chair_fade * round / rules_.rounds);
    for (std::size_t d = 0; d < seats_.n_issues; ++d) {
      double mean = 0;
      for (std::size_t t = 0; t < n; ++t) mean += standing[t] * texts.text[t * seats_.n_issues + d];
      if (std::isfinite(mean)) draft_[d] += step * (mean - draft_[d]);
    }
  }

  std::size_t review(int round) {
    const NegotiationParams& params = rules_.negotiation;
    gains({seats_.n_actors, seats_.n_issues, 1, seats_.constant, seats_.linear, seats_.square, draft_},
          loss_);
    for (std::size_t i = 0; i < seats_.n_actors; ++i)
      loss_[i] = seats_.seated[i] && -loss_[i] > rules_.tolerance ? -loss_[i] : 0.0;
    const double cost = params.objection_cost * round / rules_.rounds;
    std::size_t n_objectors =
        objections_reference(loss_, seats_.power, blocs_, cost, params.shelter, objects_);
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      if (veto_[i] == 0 || loss_[i] <= 0 || objects_[i]) continue;
      objects_[i] = 1;
      ++n_objectors;
    }
    return n_objectors;
  }

  [[nodiscard]] Vote vote(std::size_t n_objectors) const {
    Vote vote{.n_objectors = n_objectors};
    double against = 0;
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      vote.n_heads += seats_.seated[i] ? 1U : 0U;
      if (!objects_[i]) continue;
      vote.vetoed = vote.vetoed || veto_[i] != 0;
      against += seats_.power[i];
    }
    vote.power_for = 1.0 - against;
    return vote;
  }

  [[nodiscard]] bool nobody_asks_for_else() const {
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      for (std::size_t d = 0; d < seats_.n_issues; ++d) {
        const std::size_t k = i * seats_.n_issues + d;
        if (seats_.seated[i] && seats_.salience[k] > 0 && std::abs(demand_[k] - draft_[d]) > no_way)
          return false;
      }
    }
    return true;
  }

  /// Towards the objectors' ideals, by power and loss, each as far as it needs to accept.
  void pull_to_objectors() {
    std::vector<double> move(seats_.n_issues), target(seats_.n_issues);
    double total = 0;
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      if (!objects_[i]) continue;
      for (std::size_t d = 0; d < seats_.n_issues; ++d) {
        const std::size_t k = i * seats_.n_issues + d;
        target[d] = seats_.salience[k] > 0 ? seats_.position[k] : draft_[d];
      }
      const double weight = seats_.power[i] * loss_[i];
      const double share = first_acceptable(seats_.along(i, draft_, target));
      for (std::size_t d = 0; d < seats_.n_issues; ++d) move[d] += weight * share * (target[d] - draft_[d]);
      total += weight;
    }
    if (total <= 0) return;
    for (std::size_t d = 0; d < seats_.n_issues; ++d) draft_[d] += rules_.negotiation.pull * move[d] / total;
  }

  void concede() {
    for (std::size_t i = 0; i < seats_.n_actors; ++i) {
      if (!seats_.seated[i]) continue;
      const double at_stake = seats_.gain(i, demand_of(i));
      if (at_stake <= 0) continue;
      // it moves only towards a text that it accepts, and gains are concave: all on its way is acceptable
      const double risk = std::clamp((at_stake - seats_.gain(i, draft_)) / at_stake, 0.0, 1.0);
      const double share = rules_.negotiation.concession * (1.0 - risk);
      for (std::size_t d = 0; d < seats_.n_issues; ++d) {
        double& asked = demand_[i * seats_.n_issues + d];
        asked += share * (draft_[d] - asked);
      }
    }
  }

  ChairSeats seats_;
  std::span<const char> veto_;
  const ChairRules& rules_;
  const DecisionRule& rule_;
  std::vector<double> draft_;         // (issue)
  std::vector<double> demand_;        // (actor x issue)
  std::vector<double> loss_;          // (actor) by the text, 0 if it accepts
  std::vector<std::uint32_t> blocs_;  // (actor) none
  std::vector<char> objects_;         // (actor)
};

}  // namespace

ChairPath play_chair(const ChairTable& table, const ChairRules& rules, const DecisionRule& rule) {
  return Talks(table, rules, rule).play();
}

}  // namespace hansa
