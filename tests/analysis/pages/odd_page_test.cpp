#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "analysis/pages/odd_page.hpp"
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
    "<!-- columns -->\n<!-- schedule -->\n<!-- tables -->\n<!-- parameters -->\n";

TEST_CASE("each mark of the model's text is replaced by what the program knows", "[odd]") {
  const std::string page = odd_page("# Model\n" + marks + "end\n", "# Sources\n\n## One\n", {});
  CHECK_THAT(page, !Contains("<!--"));
  CHECK_THAT(page, Contains("\n#### Sources\n\n##### One\n") && Contains("\n| `networks.initial` | `-1` |") &&
                       !Contains("| `nothing.known`") && Contains("\n##### gridlock\n") &&
                       Contains("\nend\n"));
  for (const Phase& phase : phases)
    CHECK_THAT(page, Contains("\n| " + std::string(phase.name) + " (`" + file_of(phase) + "`) | `" +
                              std::string(phase.verb) + "` | "));
}

TEST_CASE("a missing or repeated mark is reported", "[odd]") {
  CHECK_THROWS_WITH(odd_page("# Model\n", "", {}),
                    Contains("<!-- initialization --> must occur exactly once"));
  CHECK_THROWS_WITH(odd_page(marks + "<!-- tables -->\n", "", {}),
                    Contains("<!-- tables --> must occur exactly once"));
}

TEST_CASE("headings are lowered outside of fences", "[odd]") {
  CHECK(lower_headings("# A\ntext # no\n```\n# code\n```\n## B", 2) ==
        "### A\ntext # no\n```\n# code\n```\n#### B");
}

TEST_CASE("the text of the model has the seven parts of ODD and its eleven design concepts", "[odd]") {
  const std::string model = text_of_source("docs/reference/model.md");
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

TEST_CASE("the page has a row for every column of the world", "[odd]") {
  const std::string page = odd_page("# Model\n" + marks, "", {});
  for (const NamedColumn& column : world_columns())
    CHECK_THAT(page, Contains("\n| `" + column.name + "` | " + std::string(column.info.about) + " | "));
}

TEST_CASE("the text of the model names the calls of a year in their order", "[odd]") {
  const std::string model = text_of_source("docs/reference/model.md");
  std::size_t place = model.find("## 3. Process overview");
  for (const Phase& phase : phases) {
    const std::string indent = phase.at_conference ? "\n    " : "\n";
    const std::size_t found = model.find(indent + std::string(phase.verb) + " ", place);
    INFO(phase.verb);
    REQUIRE(found != std::string::npos);
    place = found;
  }
}

}  // namespace
}  // namespace hansa
