#include "cli/line/help.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "support/text/utf8.hpp"
#include "support/text/wrap.hpp"

namespace hansa {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;  // a word, what it means

/// Lines `  word  meaning`, the meanings below each other; a word too long for its column has a line of its own.
std::string in_columns(const Lines& lines, std::size_t width) {
  constexpr std::size_t widest = 22;
  std::size_t column = 0;
  for (const auto& [word, meaning] : lines)
    if (count_characters(word) <= widest) column = std::max(column, count_characters(word));
  std::string text;
  for (const auto& [word, meaning] : lines) {
    const std::size_t taken = std::min(column, count_characters(word));
    const bool has_own_line = count_characters(word) > column;
    if (has_own_line) text += wrap("  " + word + "\n", width);
    text += wrap(fmt::format("  {}{}  {}\n", has_own_line ? std::string(column, ' ') : word,
                             std::string(has_own_line ? 0 : column - taken, ' '), meaning),
                 width);
  }
  return text;
}

/// The examples of a text, each on a line.
std::string examples_text(const std::vector<std::string>& examples, std::size_t width) {
  std::string text = examples.size() == 1 ? "\nExample\n" : "\nExamples\n";
  for (const std::string& example : examples) text += wrap("  " + example + "\n", width);
  return text;
}

std::string notes_text(const std::string& notes, std::size_t width) {
  if (notes.empty()) return "";
  return "\n" + wrap(notes + (notes.ends_with('\n') ? "" : "\n"), width);
}

Lines lines_of(const std::vector<Option>& options, bool positional) {
  Lines lines;
  for (const Option& option : options)
    if (option.is_positional() == positional) lines.emplace_back(spelling_of(option), meaning_of(option));
  return lines;
}

std::string section(const std::string& title, const Lines& lines, std::size_t width) {
  return lines.empty() ? "" : "\n" + title + "\n" + in_columns(lines, width);
}

}  // namespace

std::vector<Option> all_options(const Verb& verb) {
  std::vector<Option> options = verb.options;
  for (const OneOf& group : verb.groups)
    options.insert(options.end(), group.options.begin(), group.options.end());
  return options;
}

std::string spelling_of(const Option& option) {
  if (option.is_positional()) return option.name;
  const std::string value = metavar_of(option);
  return (option.letter.empty() ? "" : option.letter + ", ") + option.name +
         (value.empty() ? "" : " " + value);
}

std::string meaning_of(const Option& option) {
  std::vector<std::string> more;
  if (!option.choices.empty()) more.push_back(fmt::format("one of {}", fmt::join(option.choices, ", ")));
  if (option.bounds) more.push_back(fmt::format("{} to {}", option.bounds->min, option.bounds->max));
  if (option.shows_default) more.push_back("default " + default_text(option));
  if (option.required && !option.is_positional()) more.emplace_back("required");
  if (!option.needs.empty()) more.push_back(fmt::format("with {}", fmt::join(option.needs, ", ")));
  if (!option.excludes.empty()) more.push_back(fmt::format("not with {}", fmt::join(option.excludes, ", ")));
  return more.empty() ? option.help : fmt::format("{} ({})", option.help, fmt::join(more, "; "));
}

std::string usage_of(const Verb& verb) {
  std::string text = verb.name;
  const std::vector<Option> options = all_options(verb);
  if (std::ranges::any_of(options, [](const Option& one) { return !one.is_positional(); }))
    text += " [OPTION...]";
  for (const Option& option : verb.options) {
    if (option.required && !option.is_positional()) text += " " + spelling_of(option);
    if (!option.is_positional()) continue;
    const std::string name = option.name + (option.is_repeated() ? "..." : "");
    text += option.required ? " " + name : " [" + name + "]";
  }
  for (const OneOf& group : verb.groups) {
    std::string choice;
    for (const Option& option : group.options) choice += (choice.empty() ? "" : " | ") + spelling_of(option);
    text += " (" + choice + ")";
  }
  return text;
}

std::string help_text(const CommandLine& command_line, std::size_t width) {
  std::string text = wrap(command_line.about + "\n\n", width) +
                     wrap(fmt::format("Usage:  {} VERB [OPTION...]\n", command_line.name), width);
  std::string group = "Verbs";
  Lines lines;
  const auto add_group = [&] {
    text += section(group, lines, width);
    lines.clear();
  };
  for (const Verb& verb : command_line.verbs) {
    if (!verb.group.empty() && verb.group != group) {
      add_group();
      group = verb.group;
    }
    lines.emplace_back(verb.name, verb.about);
  }
  for (const auto& [word, meaning] : words_beside_verbs) lines.emplace_back(word, meaning);
  add_group();
  return text +
         section("Options",
                 {{"-h, --help", "this text; behind a verb, its own"}, {"-V, --version", "as version"}},
                 width) +
         examples_text(command_line.examples, width) + notes_text(command_line.notes, width);
}

std::string help_text(const CommandLine& command_line, const Verb& verb, std::size_t width) {
  std::string text = wrap(verb.about + "\n\n", width) +
                     wrap(fmt::format("Usage:  {} {}\n", command_line.name, usage_of(verb)), width);
  std::vector<Option> positionals, options;
  for (const Option& option : all_options(verb))
    if (option.is_positional()) positionals.push_back(option);
  text += section("Arguments", lines_of(positionals, true), width);
  for (const OneOf& group : verb.groups)
    text += section(group.name + ", exactly one of", lines_of(group.options, false), width);
  Lines others = lines_of(verb.options, false);
  others.emplace_back("-h, --help", "this text");
  return text + section("Options", others, width) + notes_text(verb.notes, width) +
         examples_text(verb.examples, width);
}

}  // namespace hansa
