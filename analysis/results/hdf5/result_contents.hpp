#pragma once

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// Writes the attributes, dimensions and variables of a result into an HDF5 file that was just begun. A
/// variable without values along dimensions that are not empty gets its place alone, for pieces to come. Throws
/// Hdf5Error.
void write_contents(hid_t file, const ResultSet& result);

}  // namespace hansa
