#pragma once

#include <filesystem>

namespace hansa {

/// What a rename may do with that which already has the new name.
enum class Replacing {
  Never,     // leave it: EEXIST
  Always,    // put the new one in its place, at one stroke
  Exchange,  // let the two change names, at one stroke
};

/// Renames within one file system; gives 0 or the system's error number.
/// Where a file system cannot rename without replacing, a file is linked to its new name, which never
/// replaces either; a folder is renamed, which replaces nothing but an empty folder. EINVAL means that
/// Exchange is not to be had.
[[nodiscard]] int rename_quietly(const std::filesystem::path& from, const std::filesystem::path& to,
                                 Replacing replacing);

}  // namespace hansa
