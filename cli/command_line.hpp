#pragma once

#include <span>
#include <stdexcept>
#include <string>

#include "cli/verb.hpp"

namespace hansa {

/// The words of a command line are not valid; what() has a message that names the option.
class CommandLineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  CommandLineError(const std::string& option, const std::string& message)
      : std::runtime_error(option + ": " + message) {}
};

/// What a command line asks for: a verb to run, its options assigned, or else a text to print (help, version).
struct Request {
  const Verb* verb = nullptr;
  std::string text;
};

/// Parses the words behind the program's name. Throws CommandLineError.
[[nodiscard]] Request parse(const CommandLine& command_line, std::span<const std::string> words);

}  // namespace hansa
