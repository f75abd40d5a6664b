#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hansa {

/// The row of a state in StateStore. Ids are types, so that a city cannot index a state.
enum class StateId : std::int32_t {};
/// The row of a city in CityStore.
enum class CityId : std::int32_t {};
/// The slot of a network in NetworkStore; slots are never reused.
enum class NetworkId : std::int32_t {};

constexpr std::size_t index(StateId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(CityId id) { return static_cast<std::size_t>(id); }
constexpr std::size_t index(NetworkId id) { return static_cast<std::size_t>(id); }

/// The key of an entity for random draws: the FNV-1a hash of its id, independent of its row.
constexpr std::uint64_t entity_key(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char letter : id) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
  return hash;
}

/// The key of a pair, such as a network and a city.
constexpr std::uint64_t entity_key(std::uint64_t first, std::uint64_t second) {
  std::uint64_t mixed = first + 0x9e3779b97f4a7c15ULL * (second + 1);
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
  return mixed ^ (mixed >> 31);
}

}  // namespace hansa
