#pragma once

#include <filesystem>

#include "scenarios/tables/world_files.hpp"

namespace hansa::test {

/// The tables of a folder, by their shipped names.
inline WorldFiles files_in(const std::filesystem::path& folder) {
  return {.states = folder / "states.csv",
          .cities = folder / "cities.csv",
          .networks = folder / "networks.csv",
          .memberships = folder / "memberships.csv",
          .accreditations = folder / "accreditations.csv",
          .counts = folder / "network_counts.csv",
          .treaties = folder / "treaties.csv",
          .ratifications = folder / "history/ratifications.csv",
          .un_votes = folder / "un_votes.csv",
          .veto_players = folder / "veto_players.csv"};
}

}  // namespace hansa::test
