#pragma once

#include <cstddef>
#include <cstdint>

#include "agents/ids.hpp"
#include "sim/kernel/lanes.hpp"

namespace hansa {

/// The clocks of the cities in a network's race, see first_in_race().
struct RaceClocks {
  std::size_t n_cities;
  std::uint64_t drawn;        // the network's word
  const std::uint64_t* keys;  // (city)
  const StateId* states;      // (city)
  const double* joining;      // (city)
  const double* of_state;     // (state)
};

/// Writes the cities whose clocks may ring by a time, 1 - U <= time * rate, ascending; returns their number. `early` has room
/// for all.
using FindEarly = std::size_t (*)(const RaceClocks& clocks, double time, CityId* early);

[[nodiscard]] FindEarly four_lane_race_loop();   // any processor that Hansa runs on; for four cities or more
[[nodiscard]] FindEarly eight_lane_race_loop();  // AVX-512; for eight or more

[[nodiscard]] std::size_t find_early_reference(const RaceClocks& clocks, double time, CityId* early);

/// The loop over one kind of registers; as with TileLoops, nothing of the standard library.
template <class Simd> struct RaceLoop {
  using Lanes = typename Simd::Lanes;
  using Words = typename Simd::Words;
  static constexpr std::size_t lanes = Simd::lanes;

  static std::size_t find_early(const RaceClocks& clocks, double time, CityId* early) {
    std::size_t n_early = 0;
    for (std::size_t c = 0; c < clocks.n_cities; c += lanes) {
      const std::size_t first =
          c + lanes <= clocks.n_cities ? c : clocks.n_cities - lanes;  // the last repeats some
      double of_states[lanes];
      for (std::size_t k = 0; k < lanes; ++k)
        of_states[k] = clocks.of_state[static_cast<std::size_t>(clocks.states[first + k])];
      const Lanes rate = Simd::load(clocks.joining + first) * Simd::load(of_states);
      const Lanes past = unit_intervals(entity_keys(clocks.drawn, Simd::load(clocks.keys + first)));
      std::uint32_t may_ring = ~Simd::larger_lanes(past, Simd::all(time) * rate) & ((1U << lanes) - 1);
      may_ring = may_ring >> (c - first) << (c - first);  // without those that were looked at before
      for (; may_ring != 0; may_ring &= may_ring - 1)
        early[n_early++] = static_cast<CityId>(first + static_cast<std::size_t>(__builtin_ctz(may_ring)));
    }
    return n_early;
  }

 private:
  /// entity_key(first, second)
  static Words entity_keys(std::uint64_t first, Words second) {
    Words mixed = first + 0x9e3779b97f4a7c15ULL * (second + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
  }

  /// unit_interval(word): here the 52 bits are those of a number from 1 to 2, and each step is exact, too.
  static Lanes unit_intervals(Words words) {
    constexpr std::uint64_t one = 0x3ff0000000000000ULL;
    return (reinterpret_cast<Lanes>((words >> 12) | one) - 1.0) + 0x1p-53;
  }
};

}  // namespace hansa
