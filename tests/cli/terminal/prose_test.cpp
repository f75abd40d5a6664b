#include <sstream>

#include <catch2/catch.hpp>

#include "cli/terminal/prose.hpp"
#include "support/text/utf8.hpp"
#include "tests/cli/terminal/pseudo_terminal.hpp"

namespace hansa {
namespace {

TEST_CASE("prose is broken anew, by paragraph and by item of a list", "[prose]") {
  CHECK(wrap_prose("One two\nthree four\n\n- five six seven\n  eight\n- nine\n1. ten eleven twelve\n", 14) ==
        "One two three\nfour\n\n- five six\n  seven eight\n- nine\n1. ten eleven\n   twelve\n");
  CHECK(wrap_prose("a break  \nthat is meant\n", 40) == "a break  \nthat is meant\n");
}

TEST_CASE("tables, code, equations, headings and quotations are not broken", "[prose]") {
  const std::string page =
      "# A heading of many words\n\n| a table | of many | words |\n| --- | --- | --- |\n\n"
      "```\ncode of many words in a fence\n- and no list\n```\n\n    pressure = strength * sum of all\n\n"
      "$$\nx = y + z + many more words\n$$\n\n> a quotation of many words\n";
  CHECK(wrap_prose(page, 12) == page);
}

TEST_CASE("the model's page fits a terminal in its prose, and has every byte in a pipe",
          "[prose][terminal]") {
  const test::ScratchFolder scratch;
  const std::string page = test::hansa_in(scratch, {"odd"}).out;
  const auto words_of = [](const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
  };
  const auto width = GENERATE(as<unsigned short>{}, 60, 140);
  const test::Seen seen =
      test::on_terminal({.words = {"odd"}, .folder = scratch.path(), .variables = {"TERM=xterm"}}, width);
  CHECK((words_of(seen.text()) == words_of(page)));
  bool in_fence = false;
  std::size_t n_longest = 0;
  for (const std::string& line : seen.lines()) {
    if (line.starts_with("```")) in_fence = !in_fence;
    if (in_fence || line.starts_with("|") || line.starts_with("#") || line.starts_with("    ")) continue;
    if (line.find(' ', line.find_first_not_of("- ")) == std::string::npos) continue;  // an address
    n_longest = std::max(n_longest, count_characters(line));
    if (count_characters(line) > width) FAIL_CHECK(line);
  }
  CHECK(n_longest > std::min<std::size_t>(width, 100) - 10);
  CHECK(n_longest <= 100);
}

}  // namespace
}  // namespace hansa
