#pragma once

#include <filesystem>
#include <string>

#include "analysis/differences/result_difference.hpp"
#include "analysis/prepared_scenario.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// A kept result with the scenario in it, prepared to run again.
struct KeptResult {
  ResultSet result;
  PreparedScenario prepared;
};

/// Reads a result file and prepares the scenario that it holds with the tables of this installation, or those beside
/// the file. Throws ResultFileError, or ScenarioError if the file is not that of a complete run.
[[nodiscard]] KeptResult read_kept(const std::filesystem::path& file, const DataFolders& folders);

/// Which program wrote a result, where it is not this one: "was written by Hansa 0.1.0 (commit), this is ...". Empty if
/// version and commit are the same. `run_json` is the provenance beside it, which may be missing.
[[nodiscard]] std::string other_writer(const ResultSet& kept, const std::filesystem::path& run_json);

/// What a second run gave.
struct Reproduction {
  bool equal = false;  // byte for byte
  std::size_t n_bytes = 0;
  ResultDifference difference;  // empty if equal
};

/// Compares the bytes of a result file with those that `again` would have. Throws FileError.
[[nodiscard]] Reproduction compare_bytes(const std::filesystem::path& file, const ResultSet& kept,
                                         const ResultSet& again);

}  // namespace hansa
