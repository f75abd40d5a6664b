#include "sim/negotiation/texts.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace hansa {
namespace {

void put(const NegotiationParams& params, Negotiation& negotiation, const double* lift, double sponsor) {
  if (sponsor <= 0 || negotiation.n_texts >= static_cast<std::size_t>(params.max_texts)) return;
  const std::size_t n_issues = negotiation.seats.n_issues;
  std::copy_n(lift, n_issues, &negotiation.lift[negotiation.n_texts * n_issues]);
  negotiation.sponsor.push_back(sponsor);
  ++negotiation.n_texts;
}

/// Tables no agreement, unless no issue has a fallback.
void put_no_agreement(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  if (std::find(seats.falls_back.begin(), seats.falls_back.end(), 1) == seats.falls_back.end()) return;
  for (std::size_t k = 0; k < seats.n_issues; ++k)
    negotiation.scratch[k] = seats.falls_back[k] ? 0.0 : negotiation.draft[k];
  negotiation.no_agreement = negotiation.n_texts;
  put(params, negotiation, negotiation.scratch.data(), params.status_quo_weight);
}

/// The power behind each bloc's text, and the texts themselves.
std::array<double, n_blocs> write_bloc_texts(Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  std::array<double, n_blocs> behind{}, weight{};
  std::fill(negotiation.bloc_text.begin(), negotiation.bloc_text.end(), 0.0);
  for (std::size_t i = 0; i < seats.n_seats; ++i) {
    if (seats.power[i] <= 0) continue;
    for (std::size_t g = 0; g < n_blocs; ++g) {
      if ((seats.blocs[i] >> g & 1U) == 0) continue;
      behind[g] += seats.sponsorship[i];
      weight[g] += seats.power[i];
      for (std::size_t k = 0; k < seats.n_issues; ++k) {
        negotiation.bloc_text[g * seats.n_issues + k] +=
            seats.power[i] * negotiation.demand[i * seats.n_issues + k];
      }
    }
  }
  for (std::size_t g = 0; g < n_blocs; ++g) {
    for (std::size_t k = 0; k < seats.n_issues; ++k)
      negotiation.bloc_text[g * seats.n_issues + k] /= weight[g] > 0 ? weight[g] : 1.0;
  }
  return behind;
}

/// Adds the power behind equal demands to the first of them, and sorts demands by backing.
void merge_like_demands(Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  const auto asked = [&](std::size_t t) {
    return std::span(negotiation.demand).subspan(seats.proposing[t] * seats.n_issues, seats.n_issues);
  };
  std::vector<double>& backing = negotiation.backing;
  for (std::size_t t = 0; t < seats.proposing.size(); ++t) {
    for (std::size_t earlier = 0; earlier < t; ++earlier) {
      if (backing[earlier] <= 0 || !std::ranges::equal(asked(earlier), asked(t))) continue;
      backing[earlier] += backing[t];
      backing[t] = 0;
      break;
    }
  }
  std::sort(negotiation.order.begin(), negotiation.order.end(), [&](std::size_t a, std::size_t b) {
    return backing[a] != backing[b] ? backing[a] > backing[b] : a < b;
  });
}

void put_demands(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  for (std::size_t t = 0; t < seats.proposing.size(); ++t)
    negotiation.backing[t] = seats.sponsorship[seats.proposing[t]];
  std::iota(negotiation.order.begin(), negotiation.order.end(), std::size_t{0});
  if (seats.like_demands_once) merge_like_demands(negotiation);
  for (const std::size_t t : negotiation.order)
    put(params, negotiation, &negotiation.demand[seats.proposing[t] * seats.n_issues],
        negotiation.backing[t]);
}

}  // namespace

void put_texts(const NegotiationParams& params, Negotiation& negotiation) {
  const Seats& seats = negotiation.seats;
  negotiation.n_texts = 0;
  negotiation.no_agreement = static_cast<std::size_t>(params.max_texts);
  negotiation.sponsor.clear();
  put(params, negotiation, negotiation.draft.data(), params.chair_weight);
  put_no_agreement(params, negotiation);
  put(params, negotiation, seats.networks_draft.data(), seats.networks_sponsor);
  const std::array<double, n_blocs> behind = write_bloc_texts(negotiation);
  for (std::size_t g = 0; g < n_blocs; ++g)
    put(params, negotiation, &negotiation.bloc_text[g * seats.n_issues], behind[g]);
  put_demands(params, negotiation);
}

}  // namespace hansa
