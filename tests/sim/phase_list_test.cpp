#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "analysis/pages/describe.hpp"
#include "sim/year.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

std::vector<std::string> names_in(std::string_view list) {
  std::istringstream words{std::string(list)};
  std::vector<std::string> names;
  for (std::string name; words >> name;) {
    if (name.ends_with(',')) name.pop_back();
    names.push_back(name);
  }
  return names;
}

/// The names of all columns and of their stores.
std::set<std::string> columns_and_stores() {
  std::set<std::string> names;
  for (const NamedColumn& column : world_columns()) {
    names.insert(column.name);
    names.insert(column.name.substr(0, column.name.find('.')));
  }
  return names;
}

/// A header on one line without comment marks, words one space apart.
std::string joined_comments(const std::string& file) {
  std::ifstream stream(source_dir() / file);
  REQUIRE(stream);
  std::string text;
  for (std::string word; stream >> word;)
    if (word != "///") text += word + " ";
  return text;
}

TEST_CASE("each phase has a file, reads columns of the world and has a parameter as its dial", "[year]") {
  const std::set<std::string> known = columns_and_stores();
  std::set<std::string> parameters;
  for (const SectionEntry& section : describe_parameters())
    for (const ParameterEntry& parameter : section.parameters) parameters.insert(parameter.path);
  for (const Phase& phase : phases) {
    CAPTURE(phase.verb);
    CHECK(std::filesystem::exists(source_dir() / file_of(phase)));
    CHECK(parameters.contains(std::string(phase.dial)));
    CHECK_FALSE(names_in(phase.reads).empty());
    for (const std::string& name : names_in(phase.reads)) {
      CAPTURE(name);
      CHECK(known.contains(name));
    }
  }
}

TEST_CASE("the header of a phase says what the list of phases says", "[year]") {
  for (const Phase& phase : phases) {
    CAPTURE(phase.verb);
    const std::string file = file_of(phase);
    const std::string header = joined_comments(file.substr(0, file.size() - 3) + "hpp");
    CHECK_THAT(header, Catch::Matchers::Contains("Reads: " + std::string(phase.reads) +
                                                 " Writes: " + writes_of(phase) + " "));
  }
}

/// The phases of a year, one per line, as docs/reference/model.md lists them.
std::string listed_year() {
  constexpr std::size_t width = 21;
  std::string list;
  bool at_conference = false;
  for (const Phase& phase : phases) {
    if (phase.at_conference && !at_conference)
      list += "for each conference of the year, in the scenario's order:\n";
    at_conference = phase.at_conference;
    std::string line = (at_conference ? "    " : "") + std::string(phase.verb);
    line.resize(width, ' ');
    list += line + std::string(phase.about) + "\n";
  }
  return list;
}

TEST_CASE("the model's description lists the phases in the order of execution", "[year]") {
  std::ifstream stream(source_dir() / "docs/reference/model.md");
  REQUIRE(stream);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  CHECK_THAT(text, Catch::Matchers::Contains("```\n" + listed_year() + "```\n"));
}

TEST_CASE("conferences are held in one stretch of the year", "[year]") {
  const auto at_conference = [](const Phase& phase) { return phase.at_conference; };
  const auto first = std::find_if(phases.begin(), phases.end(), at_conference);
  const auto last = std::find_if_not(first, phases.end(), at_conference);
  CHECK(std::none_of(last, phases.end(), at_conference));
  CHECK(first != last);
}

TEST_CASE("every writer of a column is a phase, or writes it once", "[year]") {
  for (const NamedColumn& column : world_columns()) {
    CAPTURE(column.name);
    int n = 0;
    for (const std::string_view writer : column.info.writers) {
      if (writer.empty()) continue;
      ++n;
      CAPTURE(writer);
      const bool is_phase =
          std::any_of(phases.begin(), phases.end(), [&](const Phase& phase) { return phase.verb == writer; });
      CHECK(is_phase != (writer == set_once));
    }
    CHECK(n > 0);
    if (column.info.written_by(set_once)) CHECK(n == 1);
  }
}

}  // namespace
}  // namespace hansa
