#include "cli/line/command_line.hpp"

#include <algorithm>
#include <cctype>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/line/help.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

void add_option(CLI::App& app, const Option& option) {
  if (option.is_flag()) {
    app.add_flag(option.name, *std::get<bool*>(option.target));
    return;
  }
  CLI::Option* added = app.add_option(option.letter.empty() ? option.name : option.letter + "," + option.name,
                                      [&option](const CLI::results_t& words) {
                                        assign(option, words);
                                        return true;
                                      });
  added->required(option.required);
  if (option.is_repeated())
    added->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(option.is_positional());
}

/// Sets what an option needs and excludes, once all options of its verb are added.
void connect(CLI::App& app, const Option& option) {
  CLI::Option* added = app.get_option(option.name);
  for (const std::string& other : option.needs) added->needs(app.get_option(other));
  for (const std::string& other : option.excludes) added->excludes(app.get_option(other));
}

void add_verb(CLI::App& app, const Verb& verb) {
  CLI::App& added = *app.add_subcommand(verb.name);
  for (const Option& option : verb.options) add_option(added, option);
  for (const OneOf& group : verb.groups) {
    CLI::Option_group& choice = *added.add_option_group(group.name);
    for (const Option& option : group.options) add_option(choice, option);
    choice.require_option(1);
  }
  for (const Option& option : verb.options) connect(added, option);
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

/// The verb of this name, nullptr if there is none.
const Verb* verb_called(const CommandLine& command_line, std::string_view name) {
  const auto found = std::ranges::find(command_line.verbs, name, &Verb::name);
  return found == command_line.verbs.end() ? nullptr : &*found;
}

/// Returns an error message if a word is written like an option but the verb, which is the first word, has none of that
/// name; else empty. CLI11 finds other mistakes first, and lists an unknown option among its values.
std::string why_no_option(const CommandLine& command_line, std::span<const std::string> words) {
  const Verb* verb = verb_called(command_line, words[0]);
  if (verb == nullptr) return "";
  const std::vector<Option> options = all_options(*verb);
  std::vector<std::string_view> known = {"--help"};
  for (const Option& option : options)
    if (!option.is_positional()) known.push_back(option.name);
  for (const std::string& word : words.subspan(1)) {
    const std::string name = word.substr(0, word.find('='));
    if (name == "--") break;
    const std::size_t dashes = std::min(name.find_first_not_of('-'), name.size());
    const bool is_letter =
        dashes == 1 && name.size() > 1 && std::isalpha(static_cast<unsigned char>(name[1])) != 0;
    if (dashes != 2 && !is_letter) continue;
    const auto is_spelt_so = [&](const Option& one) {
      return one.name == name || one.letter == name.substr(0, 2);
    };
    if (name == "--help" || name == "-h" || std::ranges::any_of(options, is_spelt_so)) continue;
    return fmt::format("{} {} has no option {}{}", command_line.name, words[0], in_quotes(name),
                       suggest("--" + name.substr(dashes), known));
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

Request parse(const CommandLine& command_line, std::span<const std::string> given, std::size_t width) {
  const std::vector<std::string> words = as_options(given);
  if (words.size() == 2 && given[0] == "help") {
    if (const std::string why = why_no_verb(command_line, words); !why.empty()) throw CommandLineError(why);
  }
  CLI::App app(command_line.about, command_line.name);
  app.set_version_flag("-V,--version", command_line.version);
  app.require_subcommand(1);
  for (const Verb& verb : command_line.verbs) add_verb(app, verb);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 expects them in reverse
  } catch (const CLI::CallForHelp&) {
    const Verb* verb = verb_called(command_line, words[0]);
    return {nullptr,
            verb == nullptr ? help_text(command_line, width) : help_text(command_line, *verb, width)};
  } catch (const CLI::CallForVersion& version) {
    return {nullptr, version.what() + std::string("\n")};
  } catch (const CLI::ParseError& error) {
    std::string why = why_no_verb(command_line, words);
    if (why.empty()) why = why_no_option(command_line, words);
    if (why.empty()) why = fmt::format("{} {}: {}", command_line.name, words[0], in_plain_words(error));
    throw CommandLineError(why);
  }
  for (const Verb& verb : command_line.verbs)
    if (app.got_subcommand(verb.name)) return {&verb, ""};
  throw CommandLineError("a verb is required");
}

}  // namespace hansa
