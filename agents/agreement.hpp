#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "agents/world_column.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// What a text means under one form, by issue of the agenda, in lifts u = x - q over the status quo q. Own level
/// of state i, with e its effort and p its pledge:
///
///     targets, or an issue that is not self-determined, at a cost to sovereignty:
///         own(u) - q = c e u
///     pledges, on a self-determined issue:
///         own(u) - q = c e (initiative p + ratchet u)                                    payoff public_good
///         own(u) - q = (1 - ratchet) p + ratchet u, of which c is followed               payoff own
///     world(u) - q = sum_j share_j (own_j(u) - q) = world_constant + world_slope u
///     c = soft_force + (1 - soft_force) * hardness
struct Terms {
  std::vector<std::size_t> agenda;     // rows of the world's issues
  std::vector<double> depth_weight;    // (agenda)                                           [0..1]
  std::vector<double> status_quo;      // (agenda) q                                         [0..1]
  std::vector<char> pledged;           // (agenda) whether states set their own contributions
  std::vector<double> world_constant;  // (agenda) world(0) - q                              [0..1]
  std::vector<double> world_slope;     // (agenda)                                           [1]
  std::vector<double> effort;          // (state) 1 if bound, less what it has met already; else 0 [0..1]
  std::vector<double> share;           // (state) of the power present                       [0..1]
  std::vector<double> pledge;          // (state x agenda) of its delegation: max(0, y - q)  [0..1]
  std::vector<double> payment;         // (state) side payment that it gets, or makes if negative [gain]
  Form form = Form::Soft;
  Payoff payoff = Payoff::Own;
  double sunk = 1;        // share of q whose cost counts as paid
  double initiative = 0;  // share of p that a state pledges of itself
  double stake = 1;       // gain of an average state per unit of effective depth            [gain]
  double force = 1;       // c
  double ratchet = 0;     // mu
  double hardness = 1;    // h

  [[nodiscard]] std::size_t n_issues() const { return agenda.size(); }

  /// What state i contributes to the world's level on an issue: own(u) - q, as far as it is followed. [0..1]
  [[nodiscard]] double contribution(std::size_t i, std::size_t k, double lift) const {
    if (!pledged[k]) return force * effort[i] * lift;
    const double p = pledge[i * n_issues() + k];
    return payoff == Payoff::Own ? force * ((1.0 - ratchet) * p + ratchet * lift)
                                 : force * effort[i] * (initiative * p + ratchet * lift);
  }

  /// Sum over issues of depth weight times (world(u) - q).                                  [depth]
  [[nodiscard]] double effective_depth(std::span<const double> lift) const {
    double depth = 0;
    for (std::size_t k = 0; k < n_issues(); ++k)
      depth += depth_weight[k] * (world_constant[k] + world_slope[k] * lift[k]);
    return depth;
  }
};

/// An adopted text, with its parties and entry into force.
struct Agreement {
  static constexpr int never = std::numeric_limits<int>::max();

  std::size_t conference = 0;
  int year = 0;
  Form form = Form::Soft;
  Terms terms;
  std::vector<double> lift;
  std::vector<double> effective;
  std::vector<double> delivered;
  double depth = 0;
  std::vector<double> own_gain;
  std::vector<double> others_gain;
  std::vector<int> joined;
  std::vector<char> barred;
  double entered_force = std::numeric_limits<double>::infinity();

  template <class Visitor> static void columns(Visitor& visit) {
    using A = Agreement;
    visit("conference", &A::conference, {"agreement", "row", "conference that adopted it", {"settle"}});
    visit("year", &A::year, {"agreement", "year", "year of adoption", {"settle"}});
    visit("form", &A::form, {"agreement", "form", "soft, shell or hard", {"settle"}});
    visit("terms", &A::terms, {"agreement", "terms", "terms under which it was adopted (7.8)", {"settle"}});
    visit("lift", &A::lift, {"agreement x agenda", "0..1", "words over the status quo", {"settle"}});
    visit("effective", &A::effective,
          {"agreement x agenda", "0..1", "effective content over the status quo", {"settle"}});
    visit("delivered", &A::delivered,
          {"agreement x agenda",
           "0..1",
           "what those who joined and comply lift the status quo by; 0 until it takes effect",
           {"settle", "implement"}});
    visit("depth", &A::depth, {"agreement", "depth", "sum of depth weight times effective", {"settle"}});
    visit("own_gain", &A::own_gain,
          {"agreement x state",
           "gain",
           "of its pivotal player from its own effort, in the year of adoption",
           {"settle", "ratify"}});
    visit("others_gain", &A::others_gain,
          {"agreement x state",
           "gain",
           "of the same from the others' effort, as far as it hangs on its own",
           {"settle", "ratify"}});
    visit("joined", &A::joined,
          {"agreement x state",
           "month",
           "month since year 0 in which it joined, or never",
           {"settle", "ratify"}});
    visit("barred", &A::barred,
          {"agreement x state", "yes or no", "whether it has withdrawn", {"settle", "ratify"}});
    visit("entered_force", &A::entered_force,
          {"agreement", "year", "date of entry into force, or never", {"settle", "ratify"}});
  }
};

}  // namespace hansa
