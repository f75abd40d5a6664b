#include <fstream>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "analysis/odd_page.hpp"
#include "sim/year.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

std::string text_of_source(const std::string& file) {
  std::ifstream stream(source_dir() / file);
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

const std::string marks =
    "## 5. Initialization\n`networks.initial` and `nothing.known`\n<!-- initialization -->\n"
    "<!-- schedule -->\n<!-- tables -->\n<!-- parameters -->\n";

TEST_CASE("each mark of the model's text is replaced by what the program knows", "[odd]") {
  const std::string page = odd_page("# Model\n" + marks + "end\n", "# Sources\n\n## One\n", {});
  CHECK_THAT(page, !Contains("<!--"));
  CHECK_THAT(page, Contains("\n#### Sources\n\n##### One\n") && Contains("\n| `networks.initial` | `-1` |") &&
                       !Contains("| `nothing.known`") && Contains("\n##### gridlock\n") &&
                       Contains("\nend\n"));
  for (const Phase& phase : phases) CHECK_THAT(page, Contains("\n| " + std::string(phase.name) + " | `"));
}

TEST_CASE("a mark that is missing or stands twice is told", "[odd]") {
  CHECK_THROWS_WITH(odd_page("# Model\n", "", {}), Contains("<!-- initialization --> must stand there once"));
  CHECK_THROWS_WITH(odd_page(marks + "<!-- tables -->\n", "", {}),
                    Contains("<!-- tables --> must stand there once"));
}

TEST_CASE("headings are lowered outside of fences", "[odd]") {
  CHECK(lower_headings("# A\ntext # no\n```\n# code\n```\n## B", 2) ==
        "### A\ntext # no\n```\n# code\n```\n#### B");
}

TEST_CASE("the text of the model has the seven parts of ODD and its eleven design concepts", "[odd]") {
  const std::string model = text_of_source("docs/model.md");
  std::size_t place = 0;
  for (const char* heading :
       {"## 1. Purpose and patterns", "## 2. Entities, state variables, and scales",
        "## 3. Process overview and scheduling", "## 4. Design concepts", "Basic principles", "Emergence",
        "Adaptation", "Objectives", "Learning", "Prediction", "Sensing", "Interaction", "Stochasticity",
        "Collectives", "Observation", "## 5. Initialization", "## 6. Input data", "## 7. Submodels"}) {
    const std::string line = std::string(heading).starts_with("##") ? std::string("\n") + heading + "\n"
                                                                    : std::string("\n- **") + heading + ".**";
    const std::size_t found = model.find(line, place);
    INFO(heading);
    REQUIRE(found != std::string::npos);
    place = found;
  }
  CHECK_NOTHROW(odd_page(model, "", {}));
}

TEST_CASE("the text of the model has a row for every column of every store", "[odd]") {
  const std::string model = text_of_source("docs/model.md");
  const auto [file, store, name] = GENERATE(table<std::string, std::string, std::string>({
      {"agents/state_store.hpp", "StateStore", "states"},
      {"agents/state_store.hpp", "VetoStore", "vetoes"},
      {"agents/city_store.hpp", "CityStore", "cities"},
      {"agents/network_store.hpp", "NetworkStore", "networks"},
      {"agents/agreement.hpp", "Agreement", "agreements"},
  }));
  const std::string header = text_of_source(file);
  const std::size_t begin = header.find("struct " + store + " {"), end = header.find("\n};", begin);
  REQUIRE((begin != std::string::npos && end != std::string::npos));
  std::istringstream lines(header.substr(begin, end - begin));
  const std::regex column(R"(  (?!static|\[\[)[A-Za-z:_0-9]+(?:<.*>)? ((?:\w+(?: = [^,;]+)?(?:, )?)+);.*)");
  const std::regex word(R"((\w+)(?: = [^,;]+)?(?:,|$))");
  int n = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, column)) continue;
    const std::string names = match[1];
    for (std::sregex_iterator one(names.begin(), names.end(), word), last; one != last; ++one, ++n) {
      const std::string row = "\n| `" + name + "." + (*one)[1].str() + "` | ";
      CHECK_THAT(model, Contains(row));
    }
  }
  CHECK(n >= 5);
}

}  // namespace
}  // namespace hansa
