#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/line/verb.hpp"

namespace hansa {

/// The width for which a help text is made where nothing narrower shows it.
inline constexpr std::size_t help_width = 80;

/// First words that are no verbs and do what an option does, with their meaning.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 2> words_beside_verbs = {
    {{"help", "Show the options of a verb, with examples"},
     {"version", "Print version, commit and compiler"}}};

/// What `hansa --help` prints: the verbs by group, with examples.
[[nodiscard]] std::string help_text(const CommandLine& command_line, std::size_t width = help_width);

/// What `hansa VERB --help` prints.
[[nodiscard]] std::string help_text(const CommandLine& command_line, const Verb& verb,
                                    std::size_t width = help_width);

/// How a verb is called, without the program's name: "run [OPTION...] [SCENARIO]".
[[nodiscard]] std::string usage_of(const Verb& verb);

/// Every option of a verb, those of its groups included.
[[nodiscard]] std::vector<Option> all_options(const Verb& verb);

/// An option as it is written: "--out DIR", "-o, --out FILE"; a positional by its name.
[[nodiscard]] std::string spelling_of(const Option& option);

/// What an option is for, with its values, default and what it needs or excludes.
[[nodiscard]] std::string meaning_of(const Option& option);

}  // namespace hansa
