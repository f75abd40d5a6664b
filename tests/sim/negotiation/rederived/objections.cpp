#include "tests/sim/negotiation/rederived/objections.hpp"

#include <algorithm>

#include "tests/sim/negotiation/rederived/payoff.hpp"

namespace hansa::rederived {
namespace {

bool is_in(const std::vector<std::size_t>& bloc, std::size_t i) {
  return std::find(bloc.begin(), bloc.end(), i) != bloc.end();
}

/// Whether state i objects if these others do.
bool would_object(const Electorate& all, const std::vector<char>& others, std::size_t i, const Text& u,
                  int round) {
  const double loss = -worst_at_table(all, i, u).gain;
  if (loss <= 0) return false;
  double most = 0;
  for (const std::vector<std::size_t>& bloc : all.blocs) {
    double power = 0;
    for (const std::size_t j : bloc) power += j != i && others[j] ? all.states[j].power : 0.0;
    if (is_in(bloc, i)) most = std::max(most, power);
  }
  const double heard = all.states[i].closed_to_networks ? 0 : all.voice * all.access * all.influence;
  const double alone = all.params.objection_cost * (1 + all.prevent_conflict * heard) * round / all.rounds;
  return loss > alone / (1 + most / all.params.shelter);
}

std::vector<char> settle(const Electorate& all, std::vector<char> objects, const Text& u, int round) {
  for (;;) {
    std::vector<char> next;
    for (std::size_t i = 0; i < all.n(); ++i) next.push_back(would_object(all, objects, i, u, round) ? 1 : 0);
    if (next == objects) return objects;
    objects = next;
  }
}

}  // namespace

Objections objections(const Electorate& all, const Text& u, int round) {
  return {settle(all, std::vector<char>(all.n(), 0), u, round),
          settle(all, std::vector<char>(all.n(), 1), u, round)};
}

bool is_adopted(const Electorate& all, const std::vector<char>& objects, int round) {
  const auto n = static_cast<std::size_t>(std::count(objects.begin(), objects.end(), 1));
  return round >= std::min(all.params.first_decision, all.rounds) && n <= all.objectors_allowed;
}

}  // namespace hansa::rederived
