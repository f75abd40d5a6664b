#pragma once

#include <filesystem>
#include <string>

#include "analysis/results/result_folder.hpp"

namespace hansa {

/// Checks every byte of a run or a comparison against the digests in its run.json, that it holds no other files, and that
/// its results can be read. Returns one line per fault; empty: it is intact. What is hidden is left out.
[[nodiscard]] std::string find_faults(const std::filesystem::path& folder, const ResultFolder& found);

}  // namespace hansa
