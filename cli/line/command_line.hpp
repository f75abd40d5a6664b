#pragma once

#include <span>
#include <string>

#include "cli/line/help.hpp"
#include "cli/line/verb.hpp"

namespace hansa {

/// A parsed command line: a verb to run, with its options assigned, or a text to print (help, version).
struct Request {
  const Verb* verb = nullptr;
  std::string text;
};

/// Parses the words after the program's name: a verb with its options, `help VERB` or `version`. A help text fits the width.
/// Throws CommandLineError.
[[nodiscard]] Request parse(const CommandLine& command_line, std::span<const std::string> given,
                            std::size_t width = help_width);

}  // namespace hansa
