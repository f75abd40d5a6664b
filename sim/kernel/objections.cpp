#include "sim/kernel/objections.hpp"

#include <algorithm>
#include <array>

namespace hansa {

std::size_t objections(std::span<const double> loss, std::span<const double> power,
                       std::span<const std::uint32_t> blocs, double cost, double shelter,
                       std::span<char> objects) {
  std::size_t n_objectors = 0;
  for (std::size_t i = 0; i < loss.size(); ++i) {
    objects[i] = loss[i] > 0 ? 1 : 0;
    n_objectors += loss[i] > 0 ? 1U : 0U;
  }
  for (bool changed = true; changed;) {
    changed = false;
    std::array<double, 32> objecting{};
    for (std::size_t i = 0; i < loss.size(); ++i) {
      if (!objects[i]) continue;
      for (std::size_t g = 0; g < 32; ++g) objecting[g] += (blocs[i] >> g & 1U) != 0 ? power[i] : 0.0;
    }
    for (std::size_t i = 0; i < loss.size(); ++i) {
      if (!objects[i]) continue;
      double behind = blocs[i] == 0 ? power[i] : 0.0;
      for (std::size_t g = 0; g < 32; ++g) {
        if ((blocs[i] >> g & 1U) != 0) behind = std::max(behind, objecting[g]);
      }
      if (loss[i] > cost * (1.0 - std::min(1.0, behind / shelter))) continue;
      objects[i] = 0;
      --n_objectors;
      changed = true;
    }
  }
  return n_objectors;
}

}  // namespace hansa
