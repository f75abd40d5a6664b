// Runs a scenario of the library and prints, of each conference, how often it adopts a text and after how many
// rounds it ends.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "analysis/summary.hpp"
#include "scenarios/load/data_folders.hpp"
#include "support/input/problem.hpp"

int main() {
  const std::filesystem::path installed = HANSA_DATA;
  const std::vector<std::string> settings = {"realizations=8", "seed=42"};
  try {
    const hansa::DataFolders folders = hansa::find_data_folders({&installed, 1});
    const hansa::PreparedScenario scenario = hansa::prepare("paris-2015", settings, folders);
    const hansa::FinishedRun finished = hansa::run(scenario, /*n_threads=*/2);
    const hansa::Summary summary = hansa::summarise(*finished.result);
    for (const hansa::ConferenceSummary& conference : summary.conferences)
      std::cout << conference.name << ' ' << mean_of(conference.means, "adopted") << ' '
                << mean_of(conference.means, "rounds") << '\n';
  } catch (const hansa::ScenarioError& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
