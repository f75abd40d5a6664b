#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hansa {

/// Where the words of an option go. A flag has a bool; what may be repeated, a vector.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::size_t*, double*,
                            std::vector<std::string>*>;

struct Bounds {
  double min, max;
};

/// An option of a verb, or a positional argument, as data: the parser, completions and manual pages read it.
struct Option {
  std::string name;  // "--out"; a positional has no dashes: "SCENARIO"
  Target target;     // holds the default
  std::string help;
  std::string metavar = {};                              // in the help; empty: TEXT or NUMBER
  std::vector<std::string> choices = {};                 // the only values; empty: any
  std::optional<Bounds> bounds = {};                     // of a number
  std::string expects = {};                              // names a valid value in the error message
  std::function<bool(const std::string&)> accepts = {};  // whether a text is one, beyond the above
  bool required = false, shows_default = false;
  std::vector<std::string> needs = {}, excludes = {};  // names of other options of the verb

  [[nodiscard]] bool is_positional() const { return !name.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] bool is_repeated() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

/// Options of which exactly one is given.
struct OneOf {
  std::string name;
  std::vector<Option> options;
};

/// What the program can do: `hansa NAME`.
struct Verb {
  std::string name;
  std::string about;
  std::vector<Option> options;
  std::vector<OneOf> groups = {};
  std::string notes = {};  // below the options in the help
  std::vector<std::string> examples;
  std::function<int()> run;  // gives the exit status; keeps alive what the targets point to
};

struct CommandLine {
  std::string name;
  std::string about;
  std::string version;
  std::string notes;
  std::vector<std::string> examples;
  std::vector<Verb> verbs;
};

/// What the value of an option looks like: "NUMBER in [1, 1024]", "{continue,stop}"; empty for a flag.
[[nodiscard]] std::string value_format(const Option& option);

/// The value that the option has if it is not given.
[[nodiscard]] std::string default_text(const Option& option);

/// Puts the given words into the target of an option that is no flag. Throws CommandLineError if they are not valid.
void assign(const Option& option, const std::vector<std::string>& words);

}  // namespace hansa
