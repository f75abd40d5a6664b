#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/results/hdf5/hdf5_handle.hpp"

namespace hansa {

/// Writes one column of values as an array of this shape; gives the array, still open for attributes. Without
/// values an array that is not empty is only made; its values come piece by piece.
/// Numbers are guarded by fletcher32, except a single one, which lies in its header under that one's
/// checksum. Text is guarded by the attribute "sha256", as docs/result_file.md says.
template <class Value>
[[nodiscard]] Hdf5Handle write_column(hid_t file, const std::string& name,
                                      const std::vector<std::size_t>& shape,
                                      const std::vector<Value>& values);

}  // namespace hansa
