#include "sim/kernel/objections.hpp"

#include <algorithm>
#include <array>

namespace hansa {
namespace {

constexpr std::size_t most_blocs = 32;
using ByBloc = std::array<double, most_blocs>;

bool holds(std::uint32_t blocs, std::size_t g) { return (blocs >> g & 1U) != 0; }

ByBloc objecting_power(const ObjectionInput& in, std::span<const char> objects) {
  ByBloc objecting{};
  for (std::size_t i = 0; i < in.loss.size(); ++i) {
    if (!objects[i]) continue;
    for (std::size_t g = 0; g < most_blocs; ++g) objecting[g] += holds(in.blocs[i], g) ? in.power[i] : 0.0;
  }
  return objecting;
}

/// The power of state i's fellow objectors, in the bloc where they are strongest.
double fellows(const ObjectionInput& in, const ByBloc& objecting, bool objects, std::size_t i) {
  double behind = 0;
  for (std::size_t g = 0; g < most_blocs; ++g) {
    if (holds(in.blocs[i], g)) behind = std::max(behind, objecting[g] - (objects ? in.power[i] : 0.0));
  }
  return behind;
}

/// Lets states that are as at the start, all objecting or none, change until none does.
std::size_t settle(const ObjectionInput& in, char start, std::span<char> objects) {
  for (std::size_t i = 0; i < in.loss.size(); ++i) objects[i] = in.loss[i] > 0 ? start : 0;
  for (bool changed = true; changed;) {
    changed = false;
    const ByBloc objecting = objecting_power(in, objects);
    for (std::size_t i = 0; i < in.loss.size(); ++i) {
      if (in.loss[i] <= 0 || objects[i] != start) continue;
      const double relief = 1.0 + fellows(in, objecting, objects[i] != 0, i) / in.shelter;
      objects[i] = in.loss[i] * relief > in.price[i] ? 1 : 0;
      changed = changed || objects[i] != start;
    }
  }
  return static_cast<std::size_t>(std::count(objects.begin(), objects.end(), 1));
}

}  // namespace

double bearable_loss(const ObjectionInput& in, std::span<const char> objects, std::size_t i) {
  const double behind = fellows(in, objecting_power(in, objects), objects[i] != 0, i);
  return in.price[i] / (1.0 + behind / in.shelter);
}

std::size_t least_objectors(const ObjectionInput& in, std::span<char> objects) {
  return settle(in, 0, objects);
}

std::size_t greatest_objectors(const ObjectionInput& in, std::span<char> objects) {
  return settle(in, 1, objects);
}

}  // namespace hansa
