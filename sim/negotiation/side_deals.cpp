#include "sim/negotiation/side_deals.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/conference.hpp"
#include "sim/negotiation/drafting.hpp"

namespace hansa {
namespace {

constexpr double safely = 1.0 - 1e-9;  // within what a state bears, against rounding

/// A deal in the making.
struct Trial {
  const NegotiationParams& params;
  const World& world;
  const Terms& tabled;
  int round;
  Terms terms;
  Negotiation negotiation;

  [[nodiscard]] std::size_t n_objectors() const {
    return static_cast<std::size_t>(std::ranges::count(negotiation.objects, 1));
  }
  [[nodiscard]] bool passes() const {
    return hansa::passes(negotiation.seats.rule, vote_on(negotiation, n_objectors()));
  }
  [[nodiscard]] double bearable(std::size_t i) const {
    return safely * bearable_loss(params, negotiation, i);
  }
  /// What an objector must be paid; where it bears nothing, as in a vote, a little more than it loses.
  [[nodiscard]] double payment_needed(std::size_t i) const {
    const double borne = bearable(i), loss = negotiation.loss[i];
    return borne > 0 ? loss - borne : loss / safely;
  }
};

/// All obligations as tabled, by power.
double all_obligations(const Terms& tabled) {
  return std::transform_reduce(tabled.share.begin(), tabled.share.end(), tabled.effort.begin(), 0.0);
}

/// Changes the effort of a state, and with it the world's level.
void set_effort(Terms& terms, std::size_t i, double effort) {
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    terms.world_constant[k] -= terms.share[i] * terms.contribution(i, k, 0.0);
    terms.world_slope[k] -= terms.share[i] * (terms.contribution(i, k, 1.0) - terms.contribution(i, k, 0.0));
  }
  terms.effort[i] = effort;
  for (std::size_t k = 0; k < terms.n_issues(); ++k) {
    terms.world_constant[k] += terms.share[i] * terms.contribution(i, k, 0.0);
    terms.world_slope[k] += terms.share[i] * (terms.contribution(i, k, 1.0) - terms.contribution(i, k, 0.0));
  }
}

/// The gain of state i's worst player at the table from the chair's text.
double worst_gain(const Trial& trial, std::size_t i) {
  const Seats& seats = trial.negotiation.seats;
  const std::size_t n_issues = trial.world.facts->n_issues;
  double worst = 0;
  for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v) {
    const std::size_t row = trial.world.vetoes.first[i] + v - seats.first[i];
    const auto position = std::span(trial.world.vetoes.lobbied).subspan(row * n_issues, n_issues);
    const double gain =
        gain_of(trial.terms, actor_at(trial.world, trial.terms, i, position), trial.negotiation.draft);
    worst = v == seats.first[i] ? gain : std::min(worst, gain);
  }
  return worst;
}

/// The least effort cut with which an objector bears the text, as its effort then; none within the bounds.
std::optional<double> effort_borne(Trial& trial, std::size_t i) {
  const double now = trial.terms.effort[i];
  const double least = trial.tabled.effort[i] * (1.0 - trial.params.exemption);
  if (now <= least) return std::nullopt;
  const double bearable = trial.bearable(i);
  const auto slack_at = [&](double effort) {
    set_effort(trial.terms, i, effort);
    return worst_gain(trial, i) + bearable;
  };
  // the worst player may change on the way, so the cut is halved rather than solved for
  double borne = least, refused = now;
  const bool enough = slack_at(least) >= 0;
  for (int step = 0; enough && step < 40; ++step) {
    const double middle = 0.5 * (borne + refused);
    (slack_at(middle) >= 0 ? borne : refused) = middle;
  }
  set_effort(trial.terms, i, now);
  return enough ? std::optional(borne) : std::nullopt;
}

/// Puts changed terms to the seats: gains, the text that the floor then asks for, and who objects to it.
void table_again(Trial& trial, const Seats& before) {
  sum_contributions(trial.terms);
  write_gains(trial.terms, trial.world, trial.negotiation.seats);
  double left = 0;
  for (std::size_t i = 0; i < trial.terms.effort.size(); ++i)
    left += trial.terms.share[i] * trial.terms.effort[i];
  left /= all_obligations(trial.tabled);
  for (std::size_t k = 0; k < before.n_issues; ++k) {
    trial.negotiation.seats.depth_slope[k] = left * before.depth_slope[k];
    trial.negotiation.seats.depth_constant[k] = left * before.depth_constant[k];
  }
  raise_to_floor(trial.negotiation);
  review(trial.params, trial.round, trial.negotiation);
}

struct Offer {
  std::size_t state;
  double cost, effort;
};

/// Exempts objectors, the cheapest first, until the text passes, nobody asks or the budget is spent.
void exempt(Trial& trial, const Seats& before) {
  const double all = all_obligations(trial.tabled);
  double budget = trial.params.exemption_budget * all;
  for (bool granted = true; granted && !trial.passes();) {
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < before.n_seats; ++i) {
      if (!trial.negotiation.objects[i]) continue;
      if (const std::optional<double> effort = effort_borne(trial, i))
        offers.push_back({i, trial.terms.share[i] * (trial.terms.effort[i] - *effort), *effort});
    }
    std::ranges::stable_sort(offers, {}, &Offer::cost);
    granted = false;
    for (const Offer& offer : offers) {
      if (offer.cost > budget || trial.passes()) break;
      budget -= offer.cost;
      set_effort(trial.terms, offer.state, offer.effort);
      trial.negotiation.objects[offer.state] = 0;
      granted = true;
    }
    if (granted) table_again(trial, before);
  }
}

void credit(Trial& trial, std::size_t i, double amount) {
  Seats& seats = trial.negotiation.seats;
  trial.terms.payment[i] += amount;
  seats.constant[i] += amount;
  for (std::size_t v = seats.first[i]; v < seats.first[i + 1]; ++v) seats.player_constant[v] += amount;
}

struct Donor {
  std::size_t state;
  double gain,
      gives;  // at most, as it arrives                                               [gain by output]
};

/// Those who would give, those who gain most first.
std::vector<Donor> donors_of(const Trial& trial) {
  std::vector<Donor> donors;
  const Negotiation& at = trial.negotiation;
  const double share = trial.params.transfers / trial.params.transfer_cost;
  for (std::size_t i = 0; i < at.seats.n_seats; ++i) {
    const double gain = at.player_gain[at.worst[i]], output = trial.world.now().output[i];
    if (at.seats.may_object[i] && gain > 0 && output > 0) donors.push_back({i, gain, share * gain * output});
  }
  std::ranges::stable_sort(donors, std::ranges::greater{}, &Donor::gain);
  return donors;
}

/// Pays objectors, the cheapest first, until the text passes or no more is given.
void pay(Trial& trial) {
  const std::vector<double>& output = trial.world.now().output;
  const std::vector<Donor> donors = donors_of(trial);
  double given = 0, left = 0;
  for (const Donor& donor : donors) left += donor.gives;
  for (std::size_t n_paid = 0; n_paid < output.size() && !trial.passes(); ++n_paid) {
    std::optional<std::size_t> cheapest;
    double amount = 0, cost = 0;
    for (std::size_t i = 0; i < output.size(); ++i) {
      if (!trial.negotiation.objects[i]) continue;
      const double needed = trial.payment_needed(i);
      if (cheapest && needed * output[i] >= cost) continue;
      cheapest = i, amount = needed, cost = needed * output[i];
    }
    if (!cheapest || cost > left) return;
    left -= cost;
    given += cost;
    credit(trial, *cheapest, amount);
    review(trial.params, trial.round, trial.negotiation);
  }
  for (const Donor& donor : donors) {
    const double share = std::min(given, donor.gives);
    given -= share;
    credit(trial, donor.state, -share * trial.params.transfer_cost / output[donor.state]);
  }
  review(trial.params, trial.round, trial.negotiation);
}

}  // namespace

SideDeals::SideDeals(const Terms& terms, const World& world) : world_(world), tabled_(terms), terms_(terms) {}

bool SideDeals::close(const NegotiationParams& params, int round, Negotiation& negotiation) {
  Trial trial{params, world_, tabled_, round, tabled_, negotiation};
  if (params.exemption > 0) exempt(trial, negotiation.seats);
  if (params.transfers > 0 && !trial.passes()) pay(trial);
  if (!trial.passes()) return false;
  terms_ = std::move(trial.terms);
  negotiation = std::move(trial.negotiation);
  return true;
}

double SideDeals::exempted() const {
  double cut = 0;
  for (std::size_t i = 0; i < terms_.effort.size(); ++i)
    cut += tabled_.share[i] * (tabled_.effort[i] - terms_.effort[i]);
  const double all = all_obligations(tabled_);
  return all > 0 ? cut / all : 0.0;
}

double SideDeals::paid() const {
  double sum = 0;
  for (std::size_t i = 0; i < terms_.payment.size(); ++i)
    sum += std::max(0.0, terms_.payment[i]) * world_.now().output[i];
  return sum;
}

}  // namespace hansa
