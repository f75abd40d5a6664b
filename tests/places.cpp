#include "tests/places.hpp"

namespace hansa {

std::filesystem::path source_dir() { return HANSA_SOURCE_DIR; }

std::filesystem::path program_file() { return HANSA_PROGRAM; }

}  // namespace hansa
