#pragma once

#include "tests/cli/program.hpp"

namespace hansa::test {

/// A sweep whose runs take a moment: one conference, no cities; 2 levels of gridlock, 2 arms.
inline std::string quick_sweep(int realizations, int shard_runs, std::string_view more = "") {
  return fmt::format(
      "name: quick\nscenario: copenhagen-2009\ndesign: grid\nset: {{world.with_cities: false}}\n"
      "parameters: {{gridlock.level: {{values: [0, 0.5]}}}}\narms: [full, {{without: lobbying}}]\n"
      "realizations: {}\nshard_runs: {}\n{}",
      realizations, shard_runs, more);
}

/// Everything in the shards of a sweep by name; what is hidden is left out.
inline std::vector<std::pair<std::string, std::string>> shards_of(const std::filesystem::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "shards")) {
    const std::string name = entry.path().filename();
    if (!name.starts_with('.')) files.emplace_back(name, text_of(entry.path()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The names of what is hidden there.
inline std::vector<std::string> hidden_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.starts_with('.')) names.push_back(name);
  }
  return names;
}

}  // namespace hansa::test
