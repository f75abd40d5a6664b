#pragma once

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// Writes the attributes, dimensions and variables of a result to a new HDF5 file. A variable without values along
/// dimensions that are not empty is only allocated; its values are written later, box by box. Throws Hdf5Error.
///
/// Numbers are protected by fletcher32, except single values, which lie in the object header under its own
/// checksum. Texts are protected by the seal of the file alone; see docs/reference/result_file.md.
void write_contents(hid_t file, const ResultSet& result);

}  // namespace hansa
