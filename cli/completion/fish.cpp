#include <fmt/format.h>

#include "cli/completion/script.hpp"
#include "cli/line/help.hpp"

namespace hansa {
namespace {

std::string fish_quoted(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return "'" + escaped + "'";
}

/// The switches that complete a value.
std::string arguments_of(const CommandLine& line, const Option& option) {
  std::string words = fmt::format("{}", fmt::join(words_of(option), " "));
  const auto with = [&](const std::string& more) {
    return " -a '" + words + (words.empty() ? "" : " ") + more + "'";
  };
  switch (completes(option)) {
    case Completes::Folders:
      return with("(__fish_complete_directories)");
    case Completes::Files:
      return " -F" + (words.empty() ? "" : " -a '" + words + "'");
    case Completes::Scenarios:
      return " -F" + with(fmt::format("(__{}_library scenarios)", line.name));
    case Completes::Sweeps:
      return " -F" + with(fmt::format("(__{}_library sweeps)", line.name));
    case Completes::Nothing:
      break;
  }
  return words.empty() ? "" : " -a '" + words + "'";
}

}  // namespace

std::string fish_completion(const CommandLine& command_line) {
  const std::string& name = command_line.name;
  std::string text = fmt::format(
      "# fish completion of {0}, made by: {0} completion fish\n\n"
      "# Whether the verb is one of these; without any, whether there is none yet.\nfunction __{0}_verb\n"
      "  set -l words (commandline -opc)\n  if test (count $argv) -eq 0\n    test (count $words) -eq 1\n  "
      "else\n"
      "    test (count $words) -ge 2; and contains -- $words[2] $argv\n  end\nend\n\n"
      "# Scenarios or sweeps of the library.\nfunction __{0}_library\n  set -l words (commandline -opc)\n"
      "  $words[1] list $argv[1] --names 2>/dev/null\nend\n\ncomplete -c {0} -f\n"
      "complete -c {0} -s h -l help -d 'show help'\n"
      "complete -c {0} -n __{0}_verb -s V -l version -d 'show the version'\n",
      name);
  const auto add_word = [&](std::string_view word, std::string_view about) {
    text += fmt::format("complete -c {0} -n '__{0}_verb' -a {1} -d {2}\n", name, word, fish_quoted(about));
    text +=
        fmt::format("complete -c {0} -n '__{0}_verb help' -a {1} -d {2}\n", name, word, fish_quoted(about));
  };
  for (const Verb& verb : command_line.verbs) add_word(verb.name, verb.about);
  for (const auto& [word, meaning] : words_beside_verbs) add_word(word, meaning);
  for (const Verb& verb : command_line.verbs) {
    for (const Option& option : all_options(verb)) {
      const std::string start = fmt::format("complete -c {0} -n '__{0}_verb {1}'", name, verb.name);
      const std::string arguments = arguments_of(command_line, option);
      if (option.is_positional()) {
        if (!arguments.empty()) text += start + arguments + "\n";
        continue;
      }
      text +=
          fmt::format("{}{} -l {}{}{} -d {}\n", start,
                      option.letter.empty() ? "" : " -s " + option.letter.substr(1), option.name.substr(2),
                      option.is_flag()                             ? ""
                      : arguments.find(" -F") == std::string::npos ? " -x"
                                                                   : " -r",
                      option.is_flag() ? "" : arguments, fish_quoted(option.help));
    }
  }
  return text;
}

}  // namespace hansa
