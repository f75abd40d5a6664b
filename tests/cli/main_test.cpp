// The command line of the program.
#include <regex>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using Words = std::vector<std::string>;

TEST_CASE("the program prints its version", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"--version"});
  CHECK(ended.status == 0);
  CHECK(std::regex_match(ended.out, std::regex(R"(hansa \d+\.\d+\.\d+ \(.+, .+\)\n)")));
}

TEST_CASE("the help of every verb has an example", "[cli]") {
  const ScratchFolder scratch;
  const std::string help = hansa_in(scratch, {"--help"}).out;
  CHECK_THAT(help, Contains("\nExamples\n  hansa list\n"));
  Words verbs;
  const std::regex line("\n  ([a-z]+)  ");
  for (std::sregex_iterator match(help.begin(), help.end(), line), end; match != end; ++match)
    verbs.push_back((*match)[1]);
  for (const char* verb : {"run", "compare", "list", "check", "phases", "schema", "odd", "docs"})
    CHECK_THAT(verbs, Catch::VectorContains(std::string(verb)));
  for (const std::string& verb : verbs) {
    if (verb == "help" || verb == "version") continue;  // they stand for options
    const Ended ended = hansa_in(scratch, {verb, "--help"});
    INFO(verb);
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    CHECK_THAT(ended.out, Contains("\nUsage:  hansa " + verb) && Contains("\n  hansa " + verb));
  }
}

TEST_CASE("a command line that makes no sense is refused with what is wrong", "[cli]") {
  const ScratchFolder scratch;
  const auto [words, complaint] = GENERATE(table<Words, std::string>({
      {Words{}, "hansa: a verb is required; known: run, compare, "},
      {{"runn", "paris-2015"}, "hansa: there is no verb 'runn'; did you mean 'run'?\n"},
      {{"paris-2015"}, "hansa: there is no verb 'paris-2015'; known: run, "},
      {{"--quiet", "run", "paris-2015"}, "hansa: there is no verb '--quiet'"},
      {{"\033[31m"}, "hansa: there is no verb '\\u001b[31m'"},
      {{"list", "list"}, "WHAT: expected one of "},
      {{"phases", "--json"}, "hansa phases has no option '--json'"},
      {{"run", "paris-2015", "--seeed", "3"}, "hansa run has no option '--seeed'; did you mean '--seed'?\n"},
      {{"run", "paris-2015", "--realisations=3"}, "did you mean '--realizations'?"},
      {{"check"}, "FILE"},
      {{"docs"}, "PAGE"},
      {{"docs", "page"}, "expected one of parameters, variables, coverage, man; got 'page'"},
  }));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(complaint) && Contains("--help"));
}

}  // namespace
}  // namespace hansa
