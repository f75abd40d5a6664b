#pragma once

#include <filesystem>

namespace hansa {

/// What a rename does if the new name is taken.
enum class Replacing {
  Never,     // fail with EEXIST
  Always,    // replace it, atomically
  Exchange,  // exchange the two names, atomically
};

/// Renames within one file system; returns 0 or the system's error number. Where the file system cannot
/// rename without replacing, a file is linked to its new name, which never replaces either, and a folder is
/// renamed, which replaces only an empty folder. EINVAL: Exchange is not supported.
[[nodiscard]] int rename_quietly(const std::filesystem::path& from, const std::filesystem::path& to,
                                 Replacing replacing);

}  // namespace hansa
