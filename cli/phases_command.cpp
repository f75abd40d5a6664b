#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "sim/year.hpp"

namespace hansa {
namespace {

int print_phases() {
  std::string text(
      "A year, in order; voice, lobbying and negotiation take place at every conference of the year.\n\n");
  for (std::size_t k = 0; k < phases.size(); ++k) {
    const Phase& phase = phases[k];
    text += fmt::format("{:2} {:<15} {}()  {}\n   reads   {}\n   writes  {}\n   dial    {}\n", k + 1,
                        phase.name, phase.verb, phase.file, phase.reads, phase.writes, phase.dial);
  }
  print_result(text);
  return done;
}

}  // namespace

void add_phases(CLI::App& app, int& status) {
  CLI::App* verb = app.add_subcommand("phases", "List the phases of a year with what each reads and writes");
  verb->footer("Example: hansa phases");
  verb->callback([&status] { status = print_phases(); });
}

}  // namespace hansa
