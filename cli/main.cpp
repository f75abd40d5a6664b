#include <csignal>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "hansa_version.hpp"
#include "scenarios/problem.hpp"
#include "sim/record/file_error.hpp"

namespace {

int run_program(int argc, char** argv) {
  CLI::App app("Hansa: states, cities and city networks negotiate under sovereignty gridlock.", "hansa");
  app.set_version_flag("--version",
                       fmt::format("hansa {} ({}, {})", hansa::version, hansa::commit, hansa::compiler));
  app.require_subcommand(1);
  app.footer(
      "Example: hansa run paris-2015 --set gridlock.level=0.3\nhansa VERB --help tells more of a verb.");
  int status = hansa::done;
  hansa::add_run(app, {argv, static_cast<std::size_t>(argc)}, status);
  hansa::add_list(app, status);
  hansa::add_check(app, status);
  hansa::add_phases(app, status);
  hansa::add_schema(app, status);
  hansa::add_docs(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& answer) {
    return app.exit(answer);
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return hansa::bad_input;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2")) {
    fmt::print(stderr,
               "hansa: this processor is too old: Hansa is built for x86-64-v3 (AVX2, FMA, BMI2), on the "
               "market since 2013\n");
    return hansa::difference;
  }
  std::signal(SIGXFSZ,
              SIG_IGN);  // a file-size limit must be an error of the write, not the end of the program
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const int status = run_program(argc, argv);
    if (std::fflush(stdout) != 0) {
      fmt::print(stderr, "hansa: standard output: cannot be written\n");
      return hansa::output_failure;
    }
    return status;
  } catch (const hansa::ScenarioError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return hansa::bad_input;
  } catch (const hansa::FileError& error) {
    fmt::print(stderr, "hansa: {}\n", error.what());
    return hansa::output_failure;
  } catch (const std::exception& error) {
    fmt::print(stderr,
               "hansa: internal error: {}\nPlease report it with the scenario and the command line.\n",
               error.what());
    return hansa::difference;
  }
}
