#include <cmath>
#include <functional>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_check.hpp"
#include "support/numbers/expect.hpp"
#include "tests/analysis/results/sample_result.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("a result with one of everything may be written", "[record]") {
  CHECK_NOTHROW(check(test::sample_result()));
}

TEST_CASE("a result that a reader would misread is our own mistake, and named", "[record]") {
  using Spoil = std::function<void(ResultSet&)>;
  const auto [message, spoil] = GENERATE(table<std::string, Spoil>({
      {"\"depth\": the dimension \"decade\" does not exist",
       [](ResultSet& r) { r.variables[0].dims[1] = "decade"; }},
      {"\"depth\": 12 values for 16 points",
       [](ResultSet& r) {
         r.dims[0].labels = std::vector<std::int64_t>{0, 1, 2, 3};
       }},
      {"\"depth\": a dimension is repeated",
       [](ResultSet& r) {
         r.variables[0].dims = {"year", "year"};
       }},
      {"\"depth\": the name is used twice", [](ResultSet& r) { r.variables[1].name = "depth"; }},
      {"\"year\": the name is used twice", [](ResultSet& r) { r.variables[1].name = "year"; }},
      {"\"seed\": the name is used twice", [](ResultSet& r) { r.attributes[0].first = "seed"; }},
      {"\"lobbying.strength\": a name is a letter",
       [](ResultSet& r) { r.variables[0].name = "lobbying.strength"; }},
      {"\"\": a name is a letter", [](ResultSet& r) { r.dims[0].name = ""; }},
      {"\"1st\": a name is a letter", [](ResultSet& r) { r.dims[0].name = "1st"; }},
      {"\"depth{m}\": a name is a letter", [](ResultSet& r) { r.variables[0].name = "depth{m}"; }},
      {"\"depth\": units are missing", [](ResultSet& r) { r.variables[0].units = ""; }},
      {"\"year\": the long name is missing", [](ResultSet& r) { r.dims[1].long_name = ""; }},
      {"\"year\": the long name is missing", [](ResultSet& r) { r.dims[1].long_name = "year\033[31m"; }},
      {"\"depth\": xarray would read these units as a time span",
       [](ResultSet& r) { r.variables[0].units = "days"; }},
      {"\"level\": a label is NaN",
       [](ResultSet& r) { r.dims[2].labels = std::vector<double>{0.0, std::nan("")}; }},
      {"\"adopted\": a flag value has no meaning",
       [](ResultSet& r) { r.variables[1].values = std::vector<std::uint8_t>{0, 2, 1}; }},
      {"\"form\": a flag value has no meaning",
       [](ResultSet& r) { r.variables[3].values = std::vector<std::int32_t>{-1, 0, 1}; }},
      {"\"depth\": only integers may be flags", [](ResultSet& r) { r.variables[0].flag_meanings = {"no"}; }},
      {"\"adopted\": a flag meaning is one word",
       [](ResultSet& r) { r.variables[1].flag_meanings = {"no", "yes we can"}; }},
      {"\"name\": a text contains a hidden character",
       [](ResultSet&
              r) { r.variables[4].values = std::vector<std::string>{"a", std::string(1, '\0'), "c"}; }},
      {"\"state\": a text contains a hidden character",
       [](ResultSet& r) { r.dims[3].labels = std::vector<std::string>{"a", std::string(1, '\0'), "c"}; }},
      {"\"name\": a text contains a hidden character",
       [](ResultSet& r) { r.variables[4].values = std::vector<std::string>{"a", "\033[31mred", "c"}; }},
      {"\"state\": a text contains a hidden character",
       [](ResultSet& r) { r.dims[3].labels = std::vector<std::string>{"a", "\xc2\x9b", "c"}; }},
      {"\"state\": a text contains a hidden character",
       [](ResultSet& r) { r.dims[3].labels = std::vector<std::string>{"a", "M\xfcnchen", "c"}; }},
      {"\"subtitle\": a text contains a hidden character",
       [](ResultSet& r) { r.attributes.emplace_back("subtitle", "\033]0;taken over\a"); }},
      {"\"Conventions\": the writer sets", [](ResultSet& r) { r.attributes[0].first = "Conventions"; }},
      {"\"no title\": a name is a letter", [](ResultSet& r) { r.attributes[0].first = "no title"; }},
  }));
  ResultSet result = test::sample_result();
  spoil(result);
  CHECK_THROWS_AS(check(result), ExpectationFailure);
  CHECK_THROWS_WITH(check(result), Contains(message));
}

}  // namespace
}  // namespace hansa
