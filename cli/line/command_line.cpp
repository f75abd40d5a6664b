#include "cli/line/command_line.hpp"

#include <algorithm>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

std::string footer(const std::string& notes, const std::vector<std::string>& examples) {
  const std::string shown = fmt::format("Example: {}", fmt::join(examples, "\n         "));
  return notes.empty() || notes.ends_with('\n') ? notes + shown : notes + "\n" + shown;
}

void add_option(CLI::App& app, const Option& option) {
  if (option.is_flag()) {
    app.add_flag(option.name, *std::get<bool*>(option.target), option.help);
    return;
  }
  CLI::Option* added = app.add_option(
      option.letter.empty() ? option.name : option.letter + "," + option.name,
      [&option](const CLI::results_t& words) {
        assign(option, words);
        return true;
      },
      option.help);
  added->type_name(value_format(option))->required(option.required);
  if (option.is_repeated())
    added->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(option.is_positional());
  if (option.shows_default) added->default_str(default_text(option));
}

/// Sets what an option needs and excludes, once all options of its verb are added.
void connect(CLI::App& app, const Option& option) {
  CLI::Option* added = app.get_option(option.name);
  for (const std::string& other : option.needs) added->needs(app.get_option(other));
  for (const std::string& other : option.excludes) added->excludes(app.get_option(other));
}

void add_verb(CLI::App& app, const Verb& verb) {
  CLI::App& added = *app.add_subcommand(verb.name, verb.about)->group("Verbs");
  for (const Option& option : verb.options) add_option(added, option);
  for (const OneOf& group : verb.groups) {
    CLI::Option_group& choice = *added.add_option_group(group.name, "exactly one of these");
    for (const Option& option : group.options) add_option(choice, option);
    choice.require_option(1);
  }
  for (const Option& option : verb.options) connect(added, option);
  added.footer(footer(verb.notes, verb.examples));
}

/// Returns an error message if the first word is no verb, else empty. CLI11 only says that a verb is missing.
std::string why_no_verb(const CommandLine& command_line, std::span<const std::string> words) {
  std::vector<std::string_view> verbs;
  for (const Verb& verb : command_line.verbs) verbs.push_back(verb.name);
  if (words.empty())
    return fmt::format("{}: a verb is required; known: {}", command_line.name, fmt::join(verbs, ", "));
  if (std::find(verbs.begin(), verbs.end(), words[0]) != verbs.end()) return "";
  std::string hint = suggest(words[0], verbs);
  if (hint.empty()) hint = fmt::format("; known: {}", fmt::join(verbs, ", "));
  return fmt::format("{}: there is no verb {}{}", command_line.name, in_quotes(words[0]), hint);
}

/// What CLI11 says of the words of a verb, in plain words.
std::string in_plain_words(const CLI::ParseError& error) {
  const std::string said = error.what();
  const std::string option = said.substr(0, said.find(':'));
  const bool is_mismatch = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch);
  if (is_mismatch && said.ends_with(" missing")) return option + " needs a value";
  if (is_mismatch && said.find("At Most 1 ") != std::string::npos) return option + " may be given only once";
  if (said.starts_with("Exactly 1 option from [")) {
    std::string names = said.substr(0, said.find(']')).substr(said.find('[') + 1);
    for (std::size_t k = 0; (k = names.find(',', k)) != std::string::npos; k += 2) names.insert(k + 1, " ");
    return "exactly one of these must be given: " + names;
  }
  constexpr std::string_view surplus = "The following argument was not expected: ";
  if (said.starts_with(surplus)) return "unexpected word " + in_quotes(said.substr(surplus.size()));
  return said;
}

/// The first option that the verb, which is the first word, does not have; empty if it has all. CLI11 lists it among
/// its values.
std::string why_no_option(const CommandLine& command_line, std::span<const std::string> words) {
  std::vector<std::string_view> options = {"--help"};
  for (const Verb& verb : command_line.verbs) {
    if (verb.name != words[0]) continue;
    for (const Option& option : verb.options) options.push_back(option.name);
    for (const OneOf& group : verb.groups)
      for (const Option& option : group.options) options.push_back(option.name);
  }
  for (const std::string& word : words.subspan(1)) {
    const std::string name = word.substr(0, word.find('='));
    if (name == "--") break;
    if (!name.starts_with("--") || std::find(options.begin(), options.end(), name) != options.end()) continue;
    return fmt::format("{} {} has no option {}{}", command_line.name, words[0], in_quotes(name),
                       suggest(name, options));
  }
  return "";
}

/// `help`, `help VERB` and `version` as the options that do the same.
std::vector<std::string> as_options(std::span<const std::string> words) {
  std::vector<std::string> options(words.begin(), words.end());
  if (options.size() == 1 && options[0] == "version") return {"--version"};
  if (options.empty() || options.size() > 2 || options[0] != "help") return options;
  options.erase(options.begin());
  options.push_back("--help");
  return options;
}

}  // namespace

Request parse(const CommandLine& command_line, std::span<const std::string> given) {
  const std::vector<std::string> words = as_options(given);
  if (words.size() == 2 && given[0] == "help") {
    if (const std::string why = why_no_verb(command_line, words); !why.empty()) throw CommandLineError(why);
  }
  CLI::App app(command_line.about, command_line.name);
  app.set_version_flag("-V,--version", command_line.version);
  app.require_subcommand(1);
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.footer(footer(command_line.notes, command_line.examples));
  for (const Verb& verb : command_line.verbs) add_verb(app, verb);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 expects them in reverse
  } catch (const CLI::ParseError& answer) {                             // also thrown for --help
    std::ostringstream text, ignored;
    if (app.exit(answer, text, ignored) == 0) return {nullptr, text.str()};
    std::string why = why_no_verb(command_line, words);
    const bool surplus = answer.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
    if (why.empty() && surplus) why = why_no_option(command_line, words);
    if (why.empty()) why = fmt::format("{} {}: {}", command_line.name, words[0], in_plain_words(answer));
    throw CommandLineError(why);
  }
  for (const Verb& verb : command_line.verbs)
    if (app.got_subcommand(verb.name)) return {&verb, ""};
  throw CommandLineError("a verb is required");
}

}  // namespace hansa
