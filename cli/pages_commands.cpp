// Verbs that print documentation made from the program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <system_error>

#include <fmt/core.h>

#include "agents/build.hpp"
#include "analysis/pages/domain_coverage.hpp"
#include "analysis/pages/json_schema.hpp"
#include "analysis/pages/odd_page.hpp"
#include "analysis/pages/reference_pages.hpp"
#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "cli/commands.hpp"
#include "cli/completion/script.hpp"
#include "cli/exit_code.hpp"
#include "cli/line/manual.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/prose.hpp"
#include "cli/terminal/screens.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/load/issue_table.hpp"
#include "scenarios/load/load.hpp"
#include "sim/year.hpp"
#include "support/files/file_error.hpp"
#include "support/files/publish.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

extern const std::string_view model_text;  // docs/reference/model.md, from CMakeLists.txt

namespace {

std::string phases_page() {
  std::string text(
      "A year in the order of execution; phases marked * are played at every conference of the year.\n\n");
  for (std::size_t k = 0; k < phases.size(); ++k) {
    const Phase& phase = phases[k];
    text += fmt::format(
        "{:2}{} {:<15} {}()  {}\n    about   {}\n    reads   {}\n    writes  {}\n    dial    {}\n", k + 1,
        phase.at_conference ? "*" : " ", phase.name, phase.verb, file_of(phase), phase.about, phase.reads,
        writes_of(phase), phase.dial);
  }
  return text;
}

/// SOURCES.md of the first data folder that has one.
std::string sources_of_tables() {
  for (const std::filesystem::path& folder : program_data().data) {
    std::ifstream file(folder / "SOURCES.md", std::ios::binary);
    std::ostringstream text;
    if (file && text << file.rdbuf()) return text.str();
  }
  return "The data folder has no SOURCES.md.";
}

/// Page of all variables, from a scenario with conferences and treaties.
std::string all_variables() {
  const LoadedScenario loaded = load_scenario("paris-2015", {}, program_data());
  const Facts facts = build_facts(loaded.scenario, read_tables(loaded.files));
  const ResultSet usual = lay_out(facts, {}, {.text = "", .sha256 = "", .version = std::string(version)});
  ResultSet with_networks = usual;
  lay_out_networks(facts, {}, with_networks);
  return variables_page(usual, with_networks);
}

std::string documentation_page(const std::string& page) {
  if (page == "parameters") return parameters_page(shipped_issues(program_data()));
  if (page == "variables") return all_variables();
  return coverage_page(program_data(), machine_threads(), stop_on_signal());
}

/// Writes the manual pages into a folder, over those that are there.
void write_manual(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw FileError(folder, system_cause("cannot be made", error.value()));
  for (const auto& [name, text] : manual_pages(hansa_command_line({})))
    publish(folder / name, std::as_bytes(std::span(text)), true);
}

Verb page_verb(std::string name, std::string about, std::string notes, std::string example,
               std::string (*page)()) {
  return {.name = std::move(name),
          .about = std::move(about),
          .options = {},
          .notes = std::move(notes),
          .examples = {std::move(example)},
          .run = [page] {
            print_result(page());
            return done;
          }};
}

}  // namespace

Verb phases_verb() {
  Verb verb = page_verb("phases", "List the phases of a year with what each reads and writes", "",
                        "hansa phases", phases_page);
  verb.run = [] {
    print_text(phases_page());
    return done;
  };
  return verb;
}

Verb schema_verb() {
  return page_verb("schema", "Print the JSON Schema of a scenario, for editors", "",
                   "hansa schema > hansa.schema.json", scenario_schema);
}

Verb odd_verb() {
  const auto page = [] { return odd_page(model_text, sources_of_tables(), shipped_issues(program_data())); };
  Verb verb =
      page_verb("odd", "Print the model as an ODD protocol, in Markdown",
                "The seven parts of ODD (Grimm and others 2020), with the schedule, the initial values, "
                "the sources of the tables and every parameter as this program has them.",
                "hansa odd > model.md", page);
  verb.run = [page] {
    constexpr std::size_t widest = 100;
    const Screen screen = standard_output();
    print_result(screen.is_terminal ? wrap_prose(page(), std::min(widest, screen.width)) : page());
    return done;
  };
  return verb;
}

Verb docs_verb() {
  struct Options {
    std::string page;
    std::optional<std::string> folder;
  };
  auto options = std::make_shared<Options>();
  return {
      .name = "docs",
      .about = "Print a page of the documentation that is made from the program",
      .options = {{.name = "PAGE",
                   .target = &options->page,
                   .help =
                       "parameters, variables, coverage of the domain, which runs all its experiments, or "
                       "man: the manual pages, written into DIR",
                   .choices = {"parameters", "variables", "coverage", "man"},
                   .required = true},
                  {.name = "DIR", .target = &options->folder, .help = "folder for the manual pages"}},
      .examples = {"hansa docs parameters > docs/reference/parameters.md", "hansa docs man share/man/man1"},
      .run = [options] {
        if (options->folder.has_value() != (options->page == "man"))
          throw CommandLineError("DIR", "the folder is needed for man, and for nothing else");
        if (options->folder)
          write_manual(*options->folder);
        else
          print_result(documentation_page(options->page));
        return done;
      }};
}

Verb completion_verb() {
  auto shell = std::make_shared<std::string>();
  std::vector<std::string> shells;
  for (const CompletedShell& one : completed_shells) shells.emplace_back(one.name);
  return {.name = "completion",
          .about = "Print what makes a shell complete verbs, options and names",
          .options = {{.name = "SHELL",
                       .target = shell.get(),
                       .help = "the shell",
                       .choices = std::move(shells),
                       .required = true}},
          .notes =
              "cmake --install puts the scripts where the shells look for them. Without an installation:\n"
              "  bash  in ~/.bashrc: source <(hansa completion bash)\n"
              "  zsh   in ~/.zshrc, behind compinit: source <(hansa completion zsh)\n"
              "  fish  hansa completion fish > ~/.config/fish/completions/hansa.fish",
          .examples = {"hansa completion bash"},
          .run = [shell] {
            const auto found = std::ranges::find(completed_shells, *shell, &CompletedShell::name);
            print_result(found->script(hansa_command_line({})));
            return done;
          }};
}

}  // namespace hansa
