#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// The bytes of a result file; see docs/reference/result_file.md. Equal results give equal bytes on any machine, at any
/// time and in any thread. Nothing is written to disk; `name` only names the file in errors. Thread-safe if HDF5 was
/// built thread-safe, as in Debian.
[[nodiscard]] std::vector<std::byte> hdf5_image(const ResultSet& result,
                                                const std::filesystem::path& name = "result.h5");

}  // namespace hansa
