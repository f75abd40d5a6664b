#include "sim/networks/race_loop.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {

std::size_t find_early_reference(const RaceClocks& clocks, double time, CityId* early) {
  std::size_t n_early = 0;
  for (std::size_t c = 0; c < clocks.n_cities; ++c) {
    const double rate = clocks.joining[c] * clocks.of_state[index(clocks.states[c])];
    const double past = unit_interval(entity_key(clocks.drawn, clocks.keys[c]));  // 1 - U
    if (!(past > time * rate)) early[n_early++] = static_cast<CityId>(c);
  }
  return n_early;
}

}  // namespace hansa
