#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// The bytes of the HDF5 file that docs/result_file.md describes. Equal results give equal bytes, whatever
/// the machine, the time or the thread. Nothing touches the disk; `name` only names the file in an error.
/// Several threads may call this at once, given an HDF5 that is built for threads, as Debian's is.
[[nodiscard]] std::vector<std::byte> hdf5_image(const ResultSet& result,
                                                const std::filesystem::path& name = "result.h5");

}  // namespace hansa
