#pragma once

#include <filesystem>

namespace hansa {

/// The root of the sources under test.
[[nodiscard]] std::filesystem::path source_dir();

/// The program under test.
[[nodiscard]] std::filesystem::path program_file();

}  // namespace hansa
