#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/results/result_set.hpp"
#include "support/files/output_folder.hpp"

namespace hansa {

/// The name of a written file and its SHA-256.
using FileDigest = std::pair<std::string, std::string>;

/// Adds result.h5 and scenario.yaml to a folder, and the tables of networks if the result has them; their names are
/// preceded by `prefix`.
std::vector<FileDigest> add_result(const ResultSet& result, const std::string& scenario_text,
                                   const std::string& prefix, OutputFolder& folder);

}  // namespace hansa
