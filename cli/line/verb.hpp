#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace hansa {

/// The variable that an option sets: a bool for a flag, a vector for a repeatable option.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::size_t*, double*,
                            std::vector<std::string>*>;

struct Bounds {
  double min, max;
};

/// An option or positional argument of a verb, as data for the parser, completions and manual pages.
struct Option {
  std::string name;  // "--out"; positional without dashes: "SCENARIO"
  Target target;     // holds the default
  std::string help;
  std::string metavar = {};                              // in the help; empty: TEXT, WORD or NUMBER
  std::string letter = {};                               // a short form: "-o"
  std::vector<std::string> choices = {};                 // allowed values; empty: any
  std::vector<std::string> offers = {};                  // values to complete, among others
  std::optional<Bounds> bounds = {};                     // of a number
  std::string expects = {};                              // describes a valid value in the error message
  std::function<bool(const std::string&)> accepts = {};  // further check of a value
  bool required = false, shows_default = false;
  std::vector<std::string> needs = {}, excludes = {};  // names of other options of the verb

  [[nodiscard]] bool is_positional() const { return !name.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] bool is_repeated() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

/// What a shell completes where a value of an option is asked for, beside its choices and offers.
enum class Completes { Nothing, Files, Folders, Scenarios, Sweeps };

/// Options of which exactly one is given.
struct OneOf {
  std::string name;
  std::vector<Option> options;
};

/// One command of the program: `hansa NAME`.
struct Verb {
  std::string name;
  std::string about;
  std::vector<Option> options;
  std::vector<OneOf> groups = {};
  std::string notes = {};  // below the options in the help
  std::vector<std::string> examples;
  std::function<int()> run;  // returns the exit status; owns the targets
  std::string group = {};    // heading in the list of verbs; verbs of a group stand together
};

struct CommandLine {
  std::string name;
  std::string about;
  std::string version;
  std::string notes;
  std::vector<std::string> examples;
  std::vector<Verb> verbs;
  std::vector<std::string> exit_meanings = {};  // of the statuses from 0 on
};

/// The command line is not valid; what() names the option.
class CommandLineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  CommandLineError(const std::string& option, const std::string& message)
      : std::runtime_error(option + ": " + message) {}
};

/// What stands for an option's value: "DIR", "NUMBER", "WORD", "TEXT"; empty for a flag.
[[nodiscard]] std::string metavar_of(const Option& option);

/// What completes an option's value, by what stands for it in the help.
[[nodiscard]] Completes completes(const Option& option);

/// The default value.
[[nodiscard]] std::string default_text(const Option& option);

/// Assigns words to the target of an option other than a flag. Throws CommandLineError if they are not valid.
void assign(const Option& option, const std::vector<std::string>& words);

}  // namespace hansa
