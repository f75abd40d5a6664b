#pragma once

#include <filesystem>
#include <vector>

namespace hansa {

/// Where shipped files are searched, in order.
struct DataFolders {
  std::vector<std::filesystem::path> data;     // tables of facts: `data/X` of a scenario is X in one of these
  std::vector<std::filesystem::path> library;  // scenarios known by their bare name
};

/// The tables of a loaded scenario as existing files; the scenario itself keeps the paths as written.
struct WorldFiles {
  std::filesystem::path states;
  std::filesystem::path cities;
  std::filesystem::path networks;
  std::filesystem::path memberships;
  std::filesystem::path accreditations;
  std::filesystem::path counts;
  std::filesystem::path treaties;
  std::filesystem::path ratifications;
  std::filesystem::path issues;
  std::filesystem::path un_votes;
  std::filesystem::path veto_players;
};

}  // namespace hansa
