#include <catch2/catch.hpp>

#include "cli/commands.hpp"
#include "cli/line/help.hpp"
#include "cli/line/manual.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ScratchFolder;

std::string shown_by_man(const std::filesystem::path& page, const std::string& width = "80") {
  return test::ask("LC_ALL=C.UTF-8 MANWIDTH=" + width + " MAN_KEEP_FORMATTING= man --warnings -l '" +
                   page.string() + "'")
      .text;
}

TEST_CASE("the manual has a page for the program and for each verb", "[manual]") {
  const ScratchFolder scratch;
  REQUIRE(test::hansa_in(scratch, {"docs", "man", "man1"}).status == 0);
  const CommandLine hansa = hansa_command_line({});
  CHECK(std::filesystem::exists(scratch / "man1/hansa.1"));
  for (const Verb& verb : hansa.verbs)
    CHECK(std::filesystem::exists(scratch / "man1" / ("hansa-" + verb.name + ".1")));
  CHECK(test::hansa_in(scratch, {"docs", "man"}).status == 2);
  CHECK(test::hansa_in(scratch, {"docs", "parameters", "man1"}).status == 2);
}

TEST_CASE("man shows every page without a warning, with each option and example", "[manual]") {
  if (!test::has("man", "man --version")) return;
  const ScratchFolder scratch;
  REQUIRE(test::hansa_in(scratch, {"docs", "man", "man1"}).status == 0);
  const CommandLine hansa = hansa_command_line({});
  const std::string first = shown_by_man(scratch / "man1/hansa.1");
  CHECK_THAT(first, !Contains(": warning") && !Contains(": error") && Contains("EXIT STATUS") &&
                        Contains("UNDERSTAND"));
  for (const Verb& verb : hansa.verbs) {
    INFO(verb.name);
    CHECK_THAT(first, Contains("hansa-" + verb.name + " (1)") || Contains("hansa-" + verb.name + "(1)"));
    const std::string page = shown_by_man(scratch / "man1" / ("hansa-" + verb.name + ".1"), "400");
    CHECK_THAT(page, !Contains(": warning") && !Contains(": error") && Contains("NAME\n") &&
                         Contains("hansa " + usage_of(verb).substr(0, 20)) && Contains("SEE ALSO"));
    for (const Option& option : all_options(verb))
      CHECK_THAT(page,
                 Contains(" " + spelling_of(option) + "\n") || Contains(" " + spelling_of(option) + " "));
    for (const std::string& example : verb.examples) CHECK_THAT(page, Contains(example));
  }
}

TEST_CASE("an installation has the manual and the completions where they are looked for", "[manual]") {
  const ScratchFolder scratch;
  const std::string build = program_file().parent_path().string();
  REQUIRE(test::ask("cmake --install '" + build + "' --prefix '" + (scratch / "to").string() + "'").status ==
          0);
  for (const char* file : {"man/man1/hansa.1", "man/man1/hansa-run.1", "bash-completion/completions/hansa",
                           "zsh/site-functions/_hansa", "fish/vendor_completions.d/hansa.fish"}) {
    INFO(file);
    CHECK(std::filesystem::file_size(scratch / "to/share" / file) > 200);
  }
}

}  // namespace
}  // namespace hansa
