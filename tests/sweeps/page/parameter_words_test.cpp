// What parameters are called on the page of a sweep.
#include <algorithm>

#include <catch2/catch.hpp>

#include "analysis/pages/describe.hpp"
#include "analysis/report/page_parts.hpp"
#include "cli/program_data.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/page/parameter_words.hpp"

namespace hansa {
namespace {

TEST_CASE("a parameter has words, with the name of its conference or issue", "[sweep][report]") {
  CHECK(words_of_parameter("gridlock.level") == "sovereignty gridlock");
  CHECK(words_of_parameter("conferences.COP15.floor") == "least depth at COP15");
  CHECK(words_of_parameter("preferences.urban_role.intercept") == "average position on urban role");
}

TEST_CASE("a parameter without words is called by the end of its path", "[sweep][report]") {
  CHECK(words_of_parameter("gridlock.sovereignty_cost") == "sovereignty cost of gridlock");
  CHECK(words_of_parameter("networks.births.growth") == "growth of births");
  CHECK(words_of_parameter("realizations") == "realizations");
}

TEST_CASE("words are of parameters that there are, each its own and short enough for a chart",
          "[sweep][report]") {
  std::vector<std::string> documented;
  for (const SectionEntry& section : describe_parameters())
    for (const ParameterEntry& entry : section.parameters) documented.push_back(entry.path);
  std::vector<std::string_view> words;
  for (const ParameterWords& one : all_parameter_words()) {
    INFO(one.path);
    CHECK(std::ranges::count(documented, one.path) == 1);
    CHECK(one.words.size() <= 36);
    words.push_back(one.words);
  }
  std::ranges::sort(words);
  CHECK(std::ranges::adjacent_find(words) == words.end());
}

TEST_CASE("whatever a sweep of the library varies has words of its own", "[sweep][report]") {
  for (const char* name : {"dials", "fragmentation", "gridlock", "gridlock-one-off", "known-cases",
                           "lobbying-channels", "lobbying-gate"}) {
    for (const SweepParameter& parameter : load_sweep(name, program_data()).parameters) {
      INFO(name << ": " << parameter.path);
      CHECK(std::ranges::count(all_parameter_words(), documented_path(parameter.path),
                               &ParameterWords::path) == 1);
    }
  }
}

}  // namespace
}  // namespace hansa
