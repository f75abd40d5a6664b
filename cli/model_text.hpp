#pragma once

#include <string_view>

namespace hansa {

/// docs/model.md, as it was when the program was built; its definition is made by CMakeLists.txt.
extern const std::string_view model_text;

}  // namespace hansa
