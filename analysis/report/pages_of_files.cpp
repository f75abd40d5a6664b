// The pages of results that were written: of run_page.hpp and comparison_page.hpp. Apart from those of results in memory,
// so that a program that has only these needs no HDF5.
#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "analysis/export/comparison_tables.hpp"
#include "analysis/report/comparison_page.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/run_check.hpp"
#include "support/files/file_error.hpp"
#include "support/input/text_file.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// The scenario in a result, with the labels that the result has.
PreparedScenario scenario_of(const ResultSet& result, const std::filesystem::path& file,
                             const DataFolders& folders) {
  PreparedScenario prepared =
      prepare_text(text_attribute(result, "scenario"), file.parent_path() / "scenario.yaml", folders);
  try {
    check_labels(result, prepared.facts);
  } catch (const ExpectationFailure& failure) {
    throw ResultFileError(file, failure.what());
  }
  return prepared;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& message) {
  throw ScenarioError({{.file = file.string(), .key = "file", .message = message}});
}

}  // namespace

std::string run_page(const std::filesystem::path& file, const DataFolders& folders, std::size_t n_threads) {
  const ResultSet result = read_run(file);
  return run_page(result, scenario_of(result, file, folders), read_past(folders), folders, n_threads);
}

std::string comparison_page(const std::filesystem::path& folder, const ResultFolder& found,
                            const DataFolders& folders) {
  constexpr std::size_t longest = std::size_t{1} << 30;  // [bytes]
  const std::filesystem::path file = folder / "compare.json";
  std::string reason;
  const auto text = read_bytes(file, longest, reason, folder);
  if (!text) throw FileError(file, reason);
  static_cast<void>(comparison_tables(*text, file.string()));  // refuses what is no comparison
  try {
    const auto comparison = nlohmann::ordered_json::parse(*text);
    std::vector<ResultSet> results;
    std::filesystem::path first;
    for (const nlohmann::ordered_json& arm : comparison.at("arms")) {
      const std::filesystem::path named = arm.at("out").get<std::string>();
      const auto result = std::ranges::find_if(
          found.files, [&](const auto& one) { return one.parent_path().filename() == named.filename(); });
      if (result == found.files.end()) refuse(folder, "lacks the arm " + named.string());
      if (results.empty()) first = *result;
      results.push_back(read_run(*result));
    }
    if (results.size() < 2) refuse(folder, "compares nothing");
    const PreparedScenario prepared = scenario_of(results.front(), first, folders);
    return comparison_page(*text, file.string(), results, prepared, folders);
  } catch (const nlohmann::json::exception& error) {
    throw ResultFileError(file,
                          fmt::format("is not a comparison that hansa compare wrote: {}", error.what()));
  }
}

}  // namespace hansa
