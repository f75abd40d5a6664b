#include "cli/bargain_rules.hpp"

#include <filesystem>
#include <system_error>

#include <fmt/core.h>

#include "cli/line/verb.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/publish.hpp"
#include "support/input/problem.hpp"

namespace hansa {

BargainRules bargain_rules(const RuleWords& words, const ChairRules& chair_default) {
  BargainRules rules{.chair = chair_default};
  if (const std::optional<WrongRule> wrong = set_rules(words, rules))
    throw CommandLineError("--" + wrong->of, wrong->message);
  return rules;
}

Option utility_option(RuleWords& words) {
  return {.name = "--expected-utility",
          .target = &words.expected_utility,
          .help = "a rule of expected-utility, as in rounds=20 (may be repeated)"};
}

std::vector<Option> TableWords::options() {
  return {
      {.name = "--columns",
       .target = &columns,
       .help = "the table's own names of columns, as in power=capability,x:position=Q1 (may be repeated)",
       .metavar = "KEY=COLUMN"},
      {.name = "--strict", .target = &strict, .help = "refuse what would be assumed in reading the table"}};
}

TableOptions table_options(const TableWords& words) {
  TableOptions options{.strict = words.strict, .columns = {}};
  for (const std::string& text : words.columns) {
    const auto names = read_column_names(text);
    if (!names)
      throw CommandLineError("--columns",
                             "expected KEY=COLUMN, several joined by commas; got " + in_quotes(text));
    options.columns.insert(options.columns.end(), names->begin(), names->end());
  }
  return options;
}

void check_output(const std::string& table, const char* option, const std::optional<std::string>& file,
                  bool force) {
  if (!file) return;
  std::error_code ignored;  // reported where the file is read or written
  if (std::filesystem::equivalent(table, *file, ignored))
    throw CommandLineError(option, fmt::format("{} is the table itself", printable(*file)));
  if (force) expect_replaceable(*file);
}

Option file_option(const char* name, std::optional<std::string>& file, const char* help) {
  return {.name = name,
          .target = &file,
          .help = help,
          .metavar = "FILE",
          .expects = "the name of a file",
          .accepts = [](const std::string& text) { return !text.empty(); }};
}

void tell_assumptions(const std::string& table, const std::vector<std::string>& assumptions) {
  for (const std::string& one : assumptions) remark("hansa: " + printable(table) + ": " + one + "\n");
}

}  // namespace hansa
