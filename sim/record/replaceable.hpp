#pragma once

#include <filesystem>

namespace hansa {

/// Throws OutputError unless the name is free or a regular file has it: a link, a device or a pipe is not what
/// somebody means who asks to replace a file.
void expect_replaceable(const std::filesystem::path& file);

}  // namespace hansa
