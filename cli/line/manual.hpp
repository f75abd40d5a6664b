#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/line/verb.hpp"

namespace hansa {

/// The manual pages of a command line, each with the name of its file: hansa.1, and one for each verb, such as hansa-run.1.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> manual_pages(const CommandLine& command_line);

}  // namespace hansa
