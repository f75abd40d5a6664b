#include <fmt/format.h>

#include "cli/completion/script.hpp"
#include "cli/line/help.hpp"

namespace hansa {
namespace {

/// A text between single quotes, with a backslash before what _arguments and _describe read otherwise.
std::string plain(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'') {
      escaped += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// What completes a value: the last part of a specification of _arguments.
std::string action_of(const CommandLine& line, const Option& option) {
  const std::string words = fmt::format("{}", fmt::join(words_of(option), " "));
  switch (completes(option)) {
    case Completes::Folders:
      return "_files -/";
    case Completes::Files:
      return words.empty() ? "_files" : fmt::format("{{_{}_words {}; _files}}", line.name, words);
    case Completes::Scenarios:
      return fmt::format("_{}_library scenarios", line.name);
    case Completes::Sweeps:
      return fmt::format("_{}_library sweeps", line.name);
    case Completes::Nothing:
      break;
  }
  return words.empty() ? " " : "(" + words + ")";
}

std::string specification(const CommandLine& line, const Option& option) {
  const std::string value = fmt::format(":{}:{}", plain(metavar_of(option)), action_of(line, option));
  if (option.is_positional())
    return fmt::format("'{}:{}:{}'", option.is_repeated() ? "*" : "", plain(option.name),
                       action_of(line, option));
  const std::string about = "[" + plain(option.help) + "]";
  const std::string many = option.is_repeated() ? "*" : "";
  const std::string equals = option.is_flag() ? "" : "=";
  std::string text =
      fmt::format("'{}{}{}{}{}'", many, option.name, equals, about, option.is_flag() ? "" : value);
  if (!option.letter.empty()) text += fmt::format(" '{}{}{}{}'", many, option.letter, about, value);
  return text;
}

}  // namespace

std::string zsh_completion(const CommandLine& command_line) {
  const std::string& name = command_line.name;
  std::string text = fmt::format(
      "#compdef {0}\n# zsh completion of {0}, made by: {0} completion zsh\n\n"
      "# Scenarios or sweeps of the library, and files; what goes before the kind is for "
      "compadd.\n_{0}_library() {{\n"
      "  local -a names\n  names=(${{(f)\"$(_call_program names $words_0 list ${{@[-1]}} --names "
      "2>/dev/null)\"}})\n"
      "  compadd \"${{@[1,-2]}}\" -a names\n  _files -g '*.yaml'\n}}\n\n_{0}_words() {{ compadd -- \"$@\" "
      "}}\n\n_{0}() {{\n"
      "  local words_0=$words[1] state line\n  local -a verbs\n  verbs=(\n",
      name);
  for (const Verb& verb : command_line.verbs)
    text += fmt::format("    '{}:{}'\n", verb.name, plain(verb.about));
  for (const auto& [word, meaning] : words_beside_verbs)
    text += fmt::format("    '{}:{}'\n", word, plain(meaning));
  text +=
      "  )\n  _arguments -C '(-h --help)'{-h,--help}'[show help]' '(-V --version)'{-V,--version}'[show the "
      "version]' \\\n"
      "    '1:verb:->verb' '*::argument:->argument'\n"
      "  if [[ $state == verb ]]; then\n    _describe -t verbs verb verbs\n    return\n  fi\n"
      "  [[ $state == argument ]] || return\n  case $line[1] in\n";
  for (const Verb& verb : command_line.verbs) {
    text += fmt::format("    {}) _arguments '(-h --help)'{{-h,--help}}'[show help]'", verb.name);
    for (const Option& option : all_options(verb))
      text += " \\\n      " + specification(command_line, option);
    text += " ;;\n";
  }
  return text + fmt::format(
                    "    help) _describe -t verbs verb verbs ;;\n  esac\n}}\n\n"
                    "if [[ $funcstack[1] == _{0} ]]; then\n  _{0} \"$@\"\nelse\n  compdef _{0} {0}\nfi\n",
                    name);
}

}  // namespace hansa
