#pragma once

#include <cstddef>
#include <span>

namespace hansa {

struct BargainTable;

/// Who votes, by actor. Actors without power and without a veto have no seat.
struct Voters {
  std::span<const double> power;      // >= 0, in any unit
  std::span<const char> veto;         // whether it blocks by itself
  std::span<const double> size = {};  // a second weight, >= 0, in any unit; empty if no rule asks for it

  [[nodiscard]] std::size_t n_actors() const { return power.size(); }
  [[nodiscard]] bool has_seat(std::size_t actor) const { return power[actor] > 0 || veto[actor] != 0; }
};

[[nodiscard]] Voters voters_of(const BargainTable& table);

}  // namespace hansa
