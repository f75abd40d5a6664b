#pragma once

#include "cli/line/verb.hpp"

namespace hansa {

/// The words of the command line, as run.json stores them.
using Words = std::vector<std::string>;

Verb run_verb(const Words& command);
Verb compare_verb(const Words& command);
Verb explain_verb(const Words& command);
Verb diff_verb();
Verb reproduce_verb();
Verb export_verb();
Verb report_verb();
Verb sweep_verb();
Verb submit_verb();
Verb status_verb();
Verb merge_verb();
Verb analyze_verb();
Verb verify_verb();
Verb bargain_verb();
Verb backtest_verb();
Verb bench_verb();
Verb list_verb();
Verb check_verb();
Verb phases_verb();
Verb schema_verb();
Verb odd_verb();
Verb docs_verb();
Verb completion_verb();

/// The tree of all verbs and their options; `command` has the words of this call, the program's name first.
[[nodiscard]] CommandLine hansa_command_line(const Words& command);

}  // namespace hansa
