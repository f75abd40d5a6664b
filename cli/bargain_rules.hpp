#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/solvers/rule_words.hpp"
#include "bargaining/tables/actor_table.hpp"
#include "cli/line/verb.hpp"

namespace hansa {

/// Reads the rules of the solvers from --smp, --chair, --expected-utility and --rule; chair starts from `chair_default`.
/// Throws CommandLineError.
[[nodiscard]] BargainRules bargain_rules(const RuleWords& words, const ChairRules& chair_default = {});

/// The option --expected-utility.
[[nodiscard]] Option utility_option(RuleWords& words);

constexpr std::string_view other_columns_title = "\nOther names of columns\n";

/// How a table of actors is read, as options of a verb.
struct TableWords {
  std::vector<std::string> columns;  // KEY=COLUMN,...
  bool strict = false;

  [[nodiscard]] std::vector<Option> options();
};

/// Throws CommandLineError.
[[nodiscard]] TableOptions table_options(const TableWords& words);

/// Throws if a file that is asked for would replace the table, or with `force` anything but a file.
void check_output(const std::string& table, const char* option, const std::optional<std::string>& file,
                  bool force);

/// The option of a file to be written.
[[nodiscard]] Option file_option(const char* name, std::optional<std::string>& file, const char* help);

/// Says on standard error what was assumed in reading a table, one line each.
void tell_assumptions(const std::string& table, const std::vector<std::string>& assumptions);

}  // namespace hansa
