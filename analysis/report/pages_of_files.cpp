// The pages of results that were written: of run_page.hpp and comparison_page.hpp. Apart from those of results in memory,
// so that a program that has only these needs no HDF5.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "analysis/export/comparison_tables.hpp"
#include "analysis/report/comparison_page.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "support/files/file_error.hpp"
#include "support/input/text_file.hpp"

namespace hansa {

std::string run_page(const std::filesystem::path& file, const DataFolders& folders, std::size_t n_threads) {
  const ResultSet result = read_result(file);
  const std::string text = text_attribute(result, "scenario");
  if (text.empty())
    throw ScenarioError({{.file = file.string(),
                          .key = "file",
                          .message = "holds no scenario, so that it is not the result of a run"}});
  return run_page(result, prepare_text(text, file.parent_path() / "scenario.yaml", folders),
                  read_past(folders), folders, n_threads);
}

std::string comparison_page(const std::filesystem::path& folder, const ResultFolder& found,
                            const DataFolders& folders) {
  constexpr std::size_t longest = std::size_t{1} << 30;  // [bytes]
  const std::filesystem::path file = folder / "compare.json";
  std::string reason;
  const auto text = read_bytes(file, longest, reason, folder);
  if (!text) throw FileError(file, reason);
  std::vector<ResultSet> results;
  std::filesystem::path first;
  static_cast<void>(comparison_tables(*text, file.string()));  // refuses what is no comparison
  const auto comparison = nlohmann::ordered_json::parse(*text);
  for (const nlohmann::ordered_json& arm : comparison["arms"]) {
    const std::filesystem::path named = arm["out"].get<std::string>();
    const auto result = std::ranges::find_if(
        found.files, [&](const auto& one) { return one.parent_path().filename() == named.filename(); });
    if (result == found.files.end())
      throw ScenarioError(
          {{.file = folder.string(), .key = "file", .message = "lacks the arm " + named.string()}});
    if (results.empty()) first = result->parent_path();
    results.push_back(read_result(*result));
  }
  if (results.empty())
    throw ScenarioError({{.file = folder.string(), .key = "file", .message = "compares nothing"}});
  const PreparedScenario prepared =
      prepare_text(text_attribute(results.front(), "scenario"), first / "scenario.yaml", folders);
  return comparison_page(*text, file.string(), results, prepared, folders);
}

}  // namespace hansa
