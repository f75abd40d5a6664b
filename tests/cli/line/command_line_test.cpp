#include <set>

#include <catch2/catch.hpp>

#include "cli/commands.hpp"
#include "cli/line/command_line.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

/// The words of an example up to a sign of the shell.
Words words_of(const std::string& example) {
  Words words;
  for (std::size_t at = 0; at < example.size();) {
    const std::size_t end = std::min(example.find(' ', at), example.size());
    words.push_back(example.substr(at, end - at));
    if (words.back() == ">" || words.back() == "|") {
      words.pop_back();
      break;
    }
    at = end + 1;
  }
  return words;
}

TEST_CASE("every verb says what it does and every option what it is for", "[command_line]") {
  const CommandLine hansa = hansa_command_line({});
  CHECK(hansa.verbs.size() >= 17);
  std::set<std::string> verbs;
  for (const Verb& verb : hansa.verbs) {
    INFO(verb.name);
    CHECK(verbs.insert(verb.name).second);
    CHECK_FALSE(verb.about.empty());
    CHECK_FALSE(verb.examples.empty());
    CHECK(verb.run);
    for (const Option& option : all_options(verb)) {
      INFO(option.name);
      CHECK_FALSE(option.help.empty());
      CHECK(option.is_flag() == metavar_of(option).empty());
      CHECK((option.is_positional() || option.name.starts_with("--")));
    }
  }
}

TEST_CASE("an option that needs or excludes another names one of its own verb", "[command_line]") {
  for (const Verb& verb : hansa_command_line({}).verbs) {
    INFO(verb.name);
    std::set<std::string> names;
    for (const Option& option : all_options(verb)) CHECK(names.insert(option.name).second);
    for (const Option& option : all_options(verb)) {
      for (const std::string& other : option.needs) CHECK(names.contains(other));
      for (const std::string& other : option.excludes) CHECK(names.contains(other));
    }
  }
}

TEST_CASE("the example of every verb is a valid command line of that verb", "[command_line]") {
  const CommandLine all = hansa_command_line({});
  for (std::size_t k = 0; k < all.verbs.size(); ++k) {
    for (const std::string& example : all.verbs[k].examples) {
      INFO(example);
      const Words words = words_of(example);
      REQUIRE(words.size() >= 2);
      CHECK(words[0] == "hansa");
      const CommandLine fresh = hansa_command_line({});  // with targets that nothing was assigned to
      const Request request = parse(fresh, std::span(words).subspan(1));
      CHECK(request.verb == &fresh.verbs[k]);
    }
  }
}

/// A program of one verb, with an option of every kind.
struct Small {
  bool flag = false;
  std::string word = "usual", positional;
  std::optional<std::string> maybe, either, other;
  std::size_t number = 7;
  double real = 0.5;
  std::vector<std::string> many, rest;
  CommandLine line{
      .name = "small",
      .about = "a small program",
      .version = "small 1",
      .notes = "",
      .examples = {"small go"},
      .verbs = {{.name = "go",
                 .about = "does it",
                 .options = {{.name = "WHERE", .target = &positional, .help = "h", .required = true},
                             {.name = "REST", .target = &rest, .help = "h"},
                             {.name = "--flag", .target = &flag, .help = "h"},
                             {.name = "--word",
                              .target = &word,
                              .help = "h",
                              .choices = {"usual", "new"},
                              .shows_default = true},
                             {.name = "--maybe", .target = &maybe, .help = "h", .needs = {"--flag"}},
                             {.name = "--number", .target = &number, .help = "h", .bounds = Bounds{1, 9}},
                             {.name = "--real", .target = &real, .help = "h", .excludes = {"--number"}},
                             {.name = "--many",
                              .target = &many,
                              .help = "h",
                              .expects = "a word",
                              .accepts = [](const std::string& text) { return !text.empty(); }}},
                 .groups = {{.name = "Choice",
                             .options = {{.name = "--either", .target = &either, .help = "h"},
                                         {.name = "--other", .target = &other, .help = "h"}}}},
                 .examples = {"small go there"},
                 .run = [] { return 0; }}}};

  Request parse(const Words& words) const { return hansa::parse(line, words); }
};

TEST_CASE("the words of a command line arrive where the options point", "[command_line]") {
  Small small;
  const Request request =
      small.parse({"go", "there", "--flag", "--word", "new", "--maybe=x", "--number", "9", "--many", "a",
                   "--many", "b=1", "--either", "", "--", "-p", "--queue=long"});
  CHECK(request.verb == small.line.verbs.data());
  CHECK(small.positional == "there");
  CHECK(small.flag);
  CHECK(small.word == "new");
  CHECK(small.maybe == "x");
  CHECK(small.number == 9);
  CHECK(small.real == 0.5);
  CHECK(small.many == Words{"a", "b=1"});
  CHECK(small.either == "");
  CHECK_FALSE(small.other);
  CHECK(small.rest == Words{"-p", "--queue=long"});
}

TEST_CASE("a command line that is not valid is refused with the option and the reason", "[command_line]") {
  const auto [words, message] = GENERATE(table<Words, std::string>({
      {Words{}, "small: a verb is required; known: go"},
      {{"og"}, "small: there is no verb 'og'"},
      {{"go", "--either", "1"}, "small go: WHERE is required"},
      {{"go", "there"}, "small go: exactly one of these must be given: --either, --other"},
      {{"go", "there", "--either", "1", "--other", "2"}, "exactly one of these must be given: --either"},
      {{"go", "there", "--either", "1", "--word", "old"}, "--word: expected one of usual, new; got 'old'"},
      {{"go", "there", "--either", "1", "--maybe", "x"}, "small go: --maybe requires --flag"},
      {{"go", "there", "--either", "1", "--number", "10"},
       "--number: expected a whole number from 1 to 9; got '10'"},
      {{"go", "there", "--either", "1", "--number", "1.5"},
       "--number: expected a whole number from 1 to 9; got '1.5'"},
      {{"go", "there", "--either", "1", "--real", "x"}, "--real: "},
      {{"go", "there", "--either", "1", "--real", "1", "--number", "2"}, "excludes"},
      {{"go", "there", "--either", "1", "--many", ""}, "--many: expected a word; got "},
      {{"go", "there", "--either", "1", "--word", "new", "--word", "new"}, "--word may be given only once"},
      {{"go", "there", "--either", "1", "--unknown"}, "small go has no option '--unknown'"},
  }));
  const Small small;
  CHECK_THROWS_WITH(small.parse(words), Contains(message));
}

TEST_CASE("a call for help or the version runs no verb", "[command_line]") {
  const Small small;
  const Request version = small.parse({"--version"});
  CHECK(version.verb == nullptr);
  CHECK(version.text == "small 1\n");
  const Request help = small.parse({"go", "--help"});
  CHECK(help.verb == nullptr);
  CHECK_THAT(help.text,
             Contains("Usage:  small go [OPTION...] WHERE [REST...] (--either TEXT | --other TEXT)\n") &&
                 Contains("\nArguments\n  WHERE  h\n") && Contains("\nChoice, exactly one of\n") &&
                 Contains("--number NUMBER  h (1 to 9)\n") &&
                 Contains("--word WORD      h (one of usual, new; default usual)\n") &&
                 Contains("--maybe TEXT     h (with --flag)\n") &&
                 Contains("--real NUMBER    h (not with --number)\n") &&
                 Contains("\nExample\n  small go there\n"));
  CHECK(small.parse({"-V"}).text == version.text);
  CHECK(small.parse({"version"}).text == version.text);
  CHECK(small.parse({"help", "go"}).text == help.text);
  CHECK(small.parse({"help"}).text == small.parse({"--help"}).text);
  CHECK_THROWS_WITH(small.parse({"help", "gp"}), Contains("there is no verb 'gp'"));
}

}  // namespace
}  // namespace hansa
