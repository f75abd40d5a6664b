#include <algorithm>
#include <csignal>
#include <exception>
#include <span>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/problem.hpp"
#include "scenarios/suggest.hpp"
#include "sim/record/file_error.hpp"

namespace {

/// What is wrong with a command line whose first word is no verb; CLI11 says only that a verb is missing.
std::string why_no_verb(const CLI::App& app, std::span<char* const> words) {
  std::vector<std::string_view> verbs;
  for (const CLI::App* verb : app.get_subcommands({})) verbs.push_back(verb->get_name());
  if (words.size() < 2 || std::find(verbs.begin(), verbs.end(), words[1]) != verbs.end()) return "";
  std::string hint = hansa::suggest(words[1], verbs);
  if (hint.empty()) hint = fmt::format("; known: {}", fmt::join(verbs, ", "));
  return fmt::format("hansa: there is no verb {}{}\nRun with --help for more information.\n",
                     hansa::in_quotes(words[1]), hint);
}

int run_program(int argc, char** argv) {
  CLI::App app("Hansa: states, cities and city networks negotiate under sovereignty gridlock.", "hansa");
  app.set_version_flag("--version",
                       fmt::format("hansa {} ({}, {})", hansa::version, hansa::commit, hansa::compiler));
  app.require_subcommand(1);
  app.footer(
      "Example: hansa run paris-2015 --set gridlock.level=0.3\nhansa VERB --help tells more of a verb.");
  int status = hansa::done;
  const std::span<char* const> words{argv, static_cast<std::size_t>(argc)};
  hansa::add_run(app, words, status);
  hansa::add_compare(app, words, status);
  hansa::add_sweep(app, status);
  hansa::add_submit(app, status);
  hansa::add_status(app, status);
  hansa::add_merge(app, status);
  hansa::add_analyze(app, status);
  hansa::add_verify(app, status);
  hansa::add_bargain(app, status);
  hansa::add_backtest(app, status);
  hansa::add_bench(app, status);
  hansa::add_list(app, status);
  hansa::add_check(app, status);
  hansa::add_phases(app, status);
  hansa::add_schema(app, status);
  hansa::add_odd(app, status);
  hansa::add_docs(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& answer) {  // a call for help is one too
    std::ostringstream result, remarks;
    const bool is_help = app.exit(answer, result, remarks) == 0;
    hansa::print_result(result.str());
    if (is_help) return hansa::done;
    const std::string why = why_no_verb(app, words);
    hansa::remark(why.empty() ? remarks.str() : why);
    return hansa::bad_input;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2")) {
    hansa::remark(
        "hansa: this processor is too old: Hansa is built for x86-64-v3 (AVX2, FMA, BMI2), on the market "
        "since 2013\n");
    return hansa::difference;
  }
  hansa::claim_standard_streams();
  // a file-size limit or a closed pipe must be an error of the write, not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run_program(argc, argv);
  } catch (const hansa::ScenarioError& error) {
    hansa::remark(fmt::format("{}\n", error.what()));
    return hansa::bad_input;
  } catch (const hansa::FileError& error) {
    hansa::remark(fmt::format("hansa: {}\n", error.what()));
    return hansa::output_failure;
  } catch (const hansa::ReaderGone&) {
    return hansa::output_failure;
  } catch (const std::exception& error) {
    hansa::remark(
        fmt::format("hansa: internal error: {}\nPlease report it with the scenario and the command line.\n",
                    error.what()));
    return hansa::difference;
  }
}
