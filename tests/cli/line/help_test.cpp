#include <sstream>

#include <catch2/catch.hpp>

#include "cli/commands.hpp"
#include "cli/line/command_line.hpp"
#include "cli/line/help.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, count_characters(line));
  return longest;
}

TEST_CASE("every help text fits the width that it is given", "[help]") {
  const CommandLine hansa = hansa_command_line({});
  const std::size_t width = GENERATE(40UL, 60UL, 80UL, 140UL);
  CHECK(longest_line(help_text(hansa, width)) <= width);
  for (const Verb& verb : hansa.verbs) {
    INFO(verb.name);
    CHECK(longest_line(help_text(hansa, verb, width)) <= width);
  }
}

TEST_CASE("the list of verbs has a line for each, below the heading of its group", "[help]") {
  const CommandLine hansa = hansa_command_line({});
  const std::string text = help_text(hansa, 200);
  std::string group;
  std::size_t at = 0;
  for (const Verb& verb : hansa.verbs) {
    if (verb.group != group) at = text.find("\n" + verb.group + "\n", at);
    group = verb.group;
    REQUIRE(at != std::string::npos);
    at = text.find("\n  " + verb.name + "  ", at);
    INFO(verb.name);
    REQUIRE(at != std::string::npos);
    const std::size_t end = text.find('\n', at + 1);
    CHECK(text.substr(at, end - at).ends_with(verb.about));
  }
}

TEST_CASE("the help of a verb has each of its options with what it is for", "[help]") {
  const CommandLine hansa = hansa_command_line({});
  for (const Verb& verb : hansa.verbs) {
    const std::string text = help_text(hansa, verb, 1000);
    for (const Option& option : all_options(verb)) {
      INFO(verb.name << " " << option.name);
      CHECK_THAT(text, Contains("  " + spelling_of(option)) && Contains("  " + meaning_of(option) + "\n"));
    }
  }
}

TEST_CASE("a misspelt option of any verb is answered with the right one", "[help]") {
  const CommandLine hansa = hansa_command_line({});
  for (const Verb& verb : hansa.verbs) {
    for (const Option& option : all_options(verb)) {
      if (option.is_positional() || option.name.size() < 6) continue;
      std::string wrong = option.name;
      std::swap(wrong[wrong.size() - 1], wrong[wrong.size() - 2]);
      INFO(verb.name << " " << wrong);
      const Words words = {verb.name, wrong};
      if (wrong != option.name)
        CHECK_THROWS_WITH(parse(hansa, words),
                          Contains("has no option") && Contains("did you mean '" + option.name + "'?"));
    }
  }
}

TEST_CASE("a misspelt option is told before what else is missing", "[help]") {
  const CommandLine hansa = hansa_command_line({});
  const auto [words, option] = GENERATE(table<Words, std::string>({
      {{"compare", "paris-2015", "--witout", "lobbying"}, "--without"},
      {{"export", "results/x", "--makrdown"}, "--markdown"},
      {{"run", "--realisations", "4"}, "--realizations"},
      {{"run", "paris-2015", "-realizations", "4"}, "--realizations"},
      {{"run", "paris-2015", "--real=4"}, "--realizations"},
  }));
  CHECK_THROWS_WITH(parse(hansa, words), Contains("did you mean '" + option + "'?"));
}

}  // namespace
}  // namespace hansa
