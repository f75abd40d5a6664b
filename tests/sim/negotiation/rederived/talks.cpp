#include "tests/sim/negotiation/rederived/talks.hpp"

#include <algorithm>

#include "tests/sim/negotiation/rederived/chair.hpp"
#include "tests/sim/negotiation/rederived/objections.hpp"
#include "tests/sim/negotiation/rederived/payoff.hpp"
#include "tests/sim/negotiation/rederived/way.hpp"

namespace hansa::rederived {
namespace {

std::vector<std::size_t> blocs_of(const Electorate& all, std::size_t i) {
  std::vector<std::size_t> blocs;
  for (std::size_t g = 0; g < all.blocs.size(); ++g)
    if (std::count(all.blocs[g].begin(), all.blocs[g].end(), i) > 0) blocs.push_back(g);
  return blocs;
}

/// Whether fewer than `large_states` are stronger; no two states drawn are equally strong.
bool is_large(const Electorate& all, std::size_t i) {
  const auto stronger = [&](const Electorate::State& other) { return other.power > all.states[i].power; };
  return std::count_if(all.states.begin(), all.states.end(), stronger) < all.params.large_states;
}

/// What a state puts behind each text that it sponsors.
double backing(const Electorate& all, std::size_t i) {
  const std::size_t n_texts = blocs_of(all, i).size() + (is_large(all, i) ? 1 : 0);
  return n_texts > 0 ? all.states[i].power / static_cast<double>(n_texts) : 0;
}

std::vector<Text> bloc_texts(const Electorate& all, const std::vector<Text>& demands) {
  std::vector<Text> texts;
  for (const std::vector<std::size_t>& bloc : all.blocs) {
    Text text(all.issues(), 0.0);
    double power = 0;
    for (const std::size_t i : bloc) {
      power += all.states[i].power;
      for (std::size_t d = 0; d < text.size(); ++d) text[d] += all.states[i].power * demands[i][d];
    }
    for (double& u : text) u /= power;
    texts.push_back(text);
  }
  return texts;
}

std::vector<Tabled> table(const Electorate& all, const Text& draft, const std::vector<Text>& demands) {
  std::vector<Tabled> tabled = {{draft, all.params.chair_weight},
                                {Text(all.issues(), 0.0), all.params.status_quo_weight}};
  Text message;
  for (std::size_t d = 0; d < all.issues(); ++d)
    message.push_back(std::max(0.0, all.message[d] - all.status_quo[d]));
  const double heard = all.influence * all.voice * all.drafting;
  if (heard > 0) tabled.push_back({message, all.params.draft_weight * heard});
  const std::vector<Text> texts = bloc_texts(all, demands);
  for (std::size_t g = 0; g < texts.size(); ++g) {
    double power = 0;
    for (const std::size_t i : all.blocs[g]) power += backing(all, i);
    tabled.push_back({texts[g], power});
  }
  for (std::size_t i = 0; i < all.n(); ++i)
    if (is_large(all, i)) tabled.push_back({demands[i], backing(all, i)});
  return tabled;
}

/// What state i asks for by itself after a concession to text u.
Text concede(const Electorate& all, std::size_t i, const Text& own, const Text& u) {
  const Electorate::State& state = all.states[i];
  const double at_own = gain(all, i, state.players[0], own), at_draft = gain(all, i, state.players[0], u);
  const double risk = at_own > 0 ? std::clamp((at_own - at_draft) / at_own, 0.0, 1.0) : 1.0;
  double share = all.params.concession * (1 - risk);
  if (share <= 0) return own;
  for (std::size_t v = 0; v < players_at_table(all, i); ++v) {
    const auto on_way = [&](double s) { return gain(all, i, state.players[v], part_way(own, u, s)); };
    share = std::min(share, last_acceptable_share(on_way));
  }
  return part_way(own, u, share);
}

Text after_hearing(const Electorate& all, std::size_t i, const Text& own, const std::vector<Text>& blocs) {
  const std::vector<std::size_t> its = blocs_of(all, i);
  if (its.empty()) return own;
  Text mean(own.size(), 0.0);
  for (const std::size_t g : its)
    for (std::size_t d = 0; d < mean.size(); ++d) mean[d] += blocs[g][d] / static_cast<double>(its.size());
  return part_way(own, mean, all.params.influence);
}

}  // namespace

Path talks(const Electorate& all) {
  Chair chair(all);
  std::vector<Text> own;
  for (std::size_t i = 0; i < all.n(); ++i) own.push_back(first_demand(all, i));
  std::vector<Text> demands = own;
  Path path;
  for (int round = 1; round <= all.rounds && !path.adopted; ++round) {
    const std::vector<Text> heard = bloc_texts(all, demands);
    chair.redraft(table(all, chair.draft, demands), round);
    path.texts.push_back(chair.draft);
    const Objections sets = objections(all, chair.draft, round);
    path.objects = all.params.equilibrium == Equilibrium::Least ? sets.least : sets.greatest;
    path.could_object = sets.greatest;
    path.gain.clear();
    for (std::size_t i = 0; i < all.n(); ++i) path.gain.push_back(worst_at_table(all, i, chair.draft).gain);
    path.adopted = is_adopted(all, path.objects, round);
    if (!path.adopted) {
      chair.pull_to(path.objects);
      for (std::size_t i = 0; i < all.n(); ++i) {
        if (all.states[i].paralysed) continue;
        own[i] = concede(all, i, own[i], chair.draft);
        demands[i] = after_hearing(all, i, own[i], heard);
      }
    }
    path.demands.push_back(demands);
  }
  return path;
}

}  // namespace hansa::rederived
