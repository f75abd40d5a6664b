#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cli/line/verb.hpp"

namespace hansa {

/// The verbs, options and values of a command line as a script that makes a shell complete them. Names of the library are
/// asked of the program when they are needed.
[[nodiscard]] std::string bash_completion(const CommandLine& command_line);
[[nodiscard]] std::string zsh_completion(const CommandLine& command_line);
[[nodiscard]] std::string fish_completion(const CommandLine& command_line);

/// A shell and its script.
struct CompletedShell {
  std::string_view name;
  std::string (*script)(const CommandLine& command_line);
};
inline constexpr std::array<CompletedShell, 3> completed_shells = {
    {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

/// The values that are completed by name: choices and offers.
[[nodiscard]] inline std::vector<std::string> words_of(const Option& option) {
  std::vector<std::string> words = option.choices;
  words.insert(words.end(), option.offers.begin(), option.offers.end());
  return words;
}

}  // namespace hansa
