#pragma once

#include <filesystem>
#include <vector>

namespace hansa {

/// Whether an error of the system is a fault of the machine, such as EIO or EMFILE, and not of the path that was given:
/// nothing there, no permission, a loop of links.
[[nodiscard]] bool is_fault(int error);

/// Whether a path names anything, also a link to nowhere. Throws FileError on a fault of the machine, so that what cannot
/// be seen is not taken for absent.
[[nodiscard]] bool is_there(const std::filesystem::path& path);

/// Whether a path names a regular file, after links. Throws likewise.
[[nodiscard]] bool is_regular(const std::filesystem::path& path);

/// Whether a path names a folder, after links. Throws likewise.
[[nodiscard]] bool is_folder(const std::filesystem::path& path);

/// The entries of a folder, in no order; none if it does not exist or may not be read. Throws likewise.
[[nodiscard]] std::vector<std::filesystem::directory_entry> entries_of(const std::filesystem::path& folder);

}  // namespace hansa
