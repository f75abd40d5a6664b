#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "sim/record/file_error.hpp"

namespace hansa {

/// Puts a file under its name, whole or not at all, whatever happens on the way: it is written under a hidden
/// name in the same folder, brought to the disk, and renamed. Unless `replace`, a file that has the name
/// already stays and the call fails. A process killed on the way leaves at most the hidden file, for
/// sweep_leftovers. Throws OutputError, having removed what it wrote; only if the folder's own entry cannot
/// be brought to the disk is the file there, whole, and may go with a power cut. A process with a limit on
/// file sizes must ignore SIGXFSZ for the error to be seen.
void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace);

/// The same where somebody else may have been first: false, and nothing is changed, when the name is taken.
[[nodiscard]] bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content);

}  // namespace hansa
