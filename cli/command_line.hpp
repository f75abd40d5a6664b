#pragma once

#include <span>
#include <stdexcept>
#include <string>

#include "cli/verb.hpp"

namespace hansa {

/// The command line is not valid; what() names the option.
class CommandLineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  CommandLineError(const std::string& option, const std::string& message)
      : std::runtime_error(option + ": " + message) {}
};

/// A parsed command line: a verb to run, with its options assigned, or a text to print (help, version).
struct Request {
  const Verb* verb = nullptr;
  std::string text;
};

/// Parses the words after the program's name. Throws CommandLineError.
[[nodiscard]] Request parse(const CommandLine& command_line, std::span<const std::string> words);

}  // namespace hansa
