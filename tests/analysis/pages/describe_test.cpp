#include <cmath>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/pages/describe.hpp"
#include "analysis/pages/json_schema.hpp"
#include "analysis/pages/reference_pages.hpp"
#include "scenarios/load/issue_table.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

TEST_CASE("every parameter says its meaning, unit and source, and a default within its bounds",
          "[scenario]") {
  std::set<std::string> paths;
  for (const SectionEntry& section : describe_parameters()) {
    CHECK_FALSE(section.about.empty());
    for (const ParameterEntry& parameter : section.parameters) {
      INFO(parameter.path);
      CHECK(paths.insert(parameter.path).second);
      CHECK_FALSE(parameter.info.about.empty());
      CHECK_FALSE(parameter.info.unit.empty());
      CHECK_FALSE(parameter.info.source.empty());
      CHECK(parameter.info.min <= parameter.info.max);
      if (parameter.type == "number") {
        CHECK((std::isfinite(parameter.info.min) && std::isfinite(parameter.info.max)));
        const double value = std::stod(parameter.default_value);
        CHECK((value >= parameter.info.min && value <= parameter.info.max));
      }
      if (parameter.type.ends_with("text")) CHECK(parameter.info.unit != "1");  // says what the text names
    }
  }
  CHECK(paths.size() > 150);
  CHECK(paths.contains("gridlock.level"));
  CHECK(paths.contains("lobbying.channels.home"));
  CHECK(paths.contains("preferences.ISSUE.salience.eu"));
  CHECK(paths.contains("conferences.NAME.treaty.min_parties"));
  CHECK(paths.contains("shocks[].size"));
}

/// A section with one parameter, declared as the test wants it.
struct Fake {
  struct Part {
    double level = 0.5;
    FieldInfo info;
    template <class Visitor> void fields(Visitor& visit) { visit("level", level, info); }
  } part;
  template <class Visitor> void fields(Visitor& visit) { visit.group("fake", part, "a section"); }
};

TEST_CASE("a parameter without meaning, unit or source is refused by its name", "[scenario]") {
  const auto [info, complaint] = GENERATE(table<FieldInfo, std::string>({
      {{.unit = "1/round", .source = "assumption", .about = ""}, "fake.level is declared without meaning"},
      {{.unit = "1/round", .source = "assumption", .about = " "}, "fake.level is declared without meaning"},
      {{.unit = "", .source = "assumption", .about = "a share"}, "fake.level is declared without unit"},
      {{.unit = "1/round", .source = "", .about = "a share"}, "fake.level is declared without source"},
  }));
  Fake fake{{.info = info}};
  Describer describer;
  fake.fields(describer);
  CHECK_THROWS_WITH(refuse_incomplete(describer.sections), "the parameter " + complaint);

  fake.part.info = {.unit = "1/round", .source = "assumption", .about = "a share"};
  Describer complete;
  fake.fields(complete);
  CHECK_NOTHROW(refuse_incomplete(complete.sections));
}

TEST_CASE("the page of parameters has a line for each", "[scenario]") {
  const std::string page = parameters_page(shipped_issues(test::folders()));
  CHECK(page.find("\n## gridlock\n") != std::string::npos);
  CHECK(page.find("\n| `level` | `0.5` |") != std::string::npos);
  CHECK(page.find("\n| `name` | must be given | name |") != std::string::npos);
  CHECK(page.find("\n| `NAME.rule` | `consensus` |") != std::string::npos);
  CHECK(page.find("\n| `aosis` | 0.9 |") != std::string::npos);
  for (const SectionEntry& section : describe_parameters()) {
    if (section.name.empty() || section.name == "preferences") continue;
    CHECK(page.find("\n## " + section.name + "\n") != std::string::npos);
    for (const ParameterEntry& parameter : section.parameters) {
      const std::string key = parameter.path.substr(parameter.path.find('.') + 1);
      CHECK(page.find("\n| `" + key + "` |") != std::string::npos);
    }
  }
}

TEST_CASE("the schema knows every key, its bounds, its words and what must be given", "[scenario]") {
  const auto schema = nlohmann::json::parse(scenario_schema());
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema["additionalProperties"] == false);
  const auto& level = schema["properties"]["gridlock"]["properties"]["level"];
  CHECK(level["type"] == "number");
  CHECK(level["minimum"] == 0.0);
  CHECK(level["maximum"] == 1.0);
  CHECK(level["default"] == 0.5);
  CHECK_FALSE(level["description"].get<std::string>().empty());
  const auto& conferences = schema["properties"]["conferences"]["anyOf"];
  CHECK(conferences[0]["items"]["properties"]["forms"]["items"]["enum"] ==
        nlohmann::json({"soft", "shell", "hard"}));
  CHECK(conferences[0]["items"]["required"] == nlohmann::json({"name", "year"}));
  CHECK_FALSE(conferences[1]["additionalProperties"].contains("required"));
  CHECK(schema["properties"]["preferences"]["additionalProperties"]["properties"].contains("fossil_rents"));
  CHECK(schema["properties"].contains("extends"));
}

}  // namespace
}  // namespace hansa
