#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "scenarios/parameters_page.hpp"

namespace hansa {

void add_docs(CLI::App& app, int& status) {
  CLI::App* verb =
      app.add_subcommand("docs", "Print a page of the documentation that is made from the program");
  auto page = std::make_shared<std::string>();
  verb->add_option("PAGE", *page, "parameters")->required()->check(CLI::IsMember({"parameters"}));
  verb->footer("Example: hansa docs parameters > docs/parameters.md");
  verb->callback([&status] {
    std::cout << parameters_page();
    status = done;
  });
}

}  // namespace hansa
