#include <fmt/format.h>

#include "cli/completion/script.hpp"
#include "cli/line/help.hpp"

namespace hansa {
namespace {

/// What completes a value, as a word of _hansa_fill below and the words that it offers.
std::string filled_by(const Option& option) {
  constexpr std::array<std::string_view, 5> kinds = {"nothing", "files", "folders", "scenarios", "sweeps"};
  const std::vector<std::string> words = words_of(option);
  return fmt::format("{}{}{}", kinds[static_cast<std::size_t>(completes(option))], words.empty() ? "" : " ",
                     fmt::join(words, " "));
}

constexpr std::string_view frame = R"bash(# bash completion of NAME, made by: NAME completion bash

# Offers what completes a value: a kind, then words.
_NAME_fill() {
  local kind=$1 words=${*:2}
  case $kind in
    files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    scenarios | sweeps)
      words+=" $("$program" list "$kind" --names 2>/dev/null)"
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -X '!*.yaml' -- "$cur"; compgen -d -- "$cur")
      ;;
  esac
  local found
  mapfile -t found < <(compgen -W "$words" -- "$cur")
  COMPREPLY+=("${found[@]}")
}

_NAME() {
  local program=${COMP_WORDS[0]} verb=${COMP_WORDS[1]} cur=${COMP_WORDS[COMP_CWORD]}
  local before=${COMP_WORDS[COMP_CWORD - 1]} options= valued= place=0 k
  local -a positionals=()
  COMPREPLY=()
  if [[ $cur == '=' ]]; then # --option=value comes as three words
    cur=
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "FIRST_WORDS" -- "$cur")
    return
  fi
  case $verb:$before in
VALUES  esac
  case $verb in
VERBS  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options --help" -- "$cur")
    return
  fi
  for ((k = 2; k < COMP_CWORD; ++k)); do
    case ${COMP_WORDS[k]} in
      -*) [[ " $valued " != *" ${COMP_WORDS[k]} "* ]] || ((++k)) ;;
      *) ((++place)) ;;
    esac
  done
  ((place < ${#positionals[@]})) || place=$((${#positionals[@]} - 1))
  ((place < 0)) || _NAME_fill ${positionals[place]}
}

complete -F _NAME NAME
)bash";

void replace(std::string& text, std::string_view word, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += by.size())
    text.replace(at, word.size(), by);
}

}  // namespace

std::string bash_completion(const CommandLine& command_line) {
  std::string verbs, first, values;
  for (const Verb& verb : command_line.verbs) first += verb.name + " ";
  for (const auto& [word, meaning] : words_beside_verbs) first += std::string(word) + " ";
  for (const Verb& verb : command_line.verbs) {
    std::string options, valued, positionals;
    for (const Option& option : all_options(verb)) {
      if (option.is_positional()) {
        positionals += fmt::format(" '{}'", filled_by(option));
        continue;
      }
      options += " " + option.name;
      if (option.is_flag()) continue;
      const std::string short_form = option.letter.empty() ? "" : " " + option.letter;
      valued += " " + option.name + short_form;
      values += fmt::format("    {0}:{1}{2}) _{3}_fill {4}; return ;;\n", verb.name, option.name,
                            option.letter.empty() ? "" : fmt::format(" | {}:{}", verb.name, option.letter),
                            command_line.name, filled_by(option));
    }
    verbs += fmt::format("    {}) options='{}' valued='{}' positionals=({}) ;;\n", verb.name,
                         options.substr(options.empty() ? 0 : 1), valued.substr(valued.empty() ? 0 : 1),
                         positionals.substr(positionals.empty() ? 0 : 1));
  }
  verbs += fmt::format("    help) positionals=('nothing {}') ;;\n", first.substr(0, first.size() - 1));
  std::string text(frame);
  replace(text, "FIRST_WORDS", first + "--help --version");
  replace(text, "VALUES", values);
  replace(text, "VERBS", verbs);
  replace(text, "NAME", command_line.name);
  return text;
}

}  // namespace hansa
