// What a page says of a run, against the result itself.
#include <catch2/catch.hpp>

#include "analysis/report/headline.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "analysis/report/run_page.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "cli/program_data.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;
using Catch::Matchers::Contains;

/// A run of the library, short.
struct Short {
  DataFolders folders = program_data();
  std::vector<std::string> settings;
  PreparedScenario prepared;
  ResultSet result;
  Past past = read_past(folders);
  Summary summary;

  explicit Short(const std::string& scenario, std::vector<std::string> set = {"realizations=6"})
      : settings(std::move(set)),
        prepared(prepare(scenario, settings, folders)),
        result(*run(prepared, 1).result),
        summary(summarise(result, past)) {}
};

TEST_CASE("a headline has every number with its uncertainty", "[report]") {
  const Short one("paris-2015");
  const std::string question = question_of(one.prepared.scenario(), one.result, one.summary);
  CHECK_THAT(question, Contains("197 states") && Contains("21 conferences from COP1 to COP21") &&
                           Contains("6 histories"));
  const std::vector<std::string> headline = headline_of(one.result, one.summary);
  REQUIRE(headline.size() == 6);
  CHECK_THAT(headline[0], Contains("of 21 conferences adopt a text") && Contains("as in history"));
  CHECK_THAT(headline[1], Contains("95\u00a0% interval"));
  CHECK_THAT(headline[2], Contains("in 90\u00a0% of realizations"));
  CHECK_THAT(headline[3], Contains("kyoto is in force by 2020") && Contains("95\u00a0% interval"));
  CHECK_THAT(headline[5], Contains("City networks number") && Contains("in 90\u00a0% of realizations"));
}

TEST_CASE("a run without conferences asks about its networks, and its page lacks what it lacks", "[report]") {
  const Short one("network-boom", {"realizations=2", "conferences=[]"});
  CHECK_THAT(question_of(one.prepared.scenario(), one.result, one.summary), Contains("city networks"));
  CHECK(headline_of(one.result, one.summary).size() == 1);
  const Tables tables = read_tables(one.prepared.loaded->files);
  CHECK(conference_part(one.result, one.summary).is_null());
  CHECK(outcome_part(one.result).is_null());
  CHECK(issue_part(one.result).is_null());
  CHECK(state_part(one.result, tables).is_null());
  CHECK(pressure_part(one.result).is_null());
  CHECK(treaty_part(one.result, one.summary, one.past).is_null());
  CHECK(year_part(one.result, one.prepared)["outcomes"]["networks"]["quantiles"].size() == 34);
}

TEST_CASE("the data of a page are those of the result", "[report]") {
  const Short one("copenhagen-2009");
  const Json conference = conference_part(one.result, one.summary)[0];
  const auto& form = values_of<std::uint8_t>(one.result, "form");
  CHECK(conference["forms"]["none"] == std::count(form.begin(), form.end(), 0));
  CHECK(conference["history"]["ending"] == "failed");
  const Json outcomes = outcome_part(one.result);
  CHECK(outcomes[0]["values"][0].size() == 6);

  const Json states = state_part(one.result, read_tables(one.prepared.loaded->files));
  CHECK(states["codes"].size() == 197);
  const std::vector<double> objects = numbers_of(one.result, "objects");
  const std::vector<std::string> codes = names_along(one.result, "state");
  for (const char* state : {"USA", "SAU", "TUV"}) {
    const auto at = [&](const auto& list) {
      return std::find(list.begin(), list.end(), state) - list.begin();
    };
    double times = 0;
    for (std::size_t r = 0; r < 6; ++r)
      times += objects[r * codes.size() + static_cast<std::size_t>(at(codes))];
    CHECK(states["objections"][0][static_cast<std::size_t>(at(states["codes"]))] == times);
  }
  CHECK(states["gain_quantiles"].size() == 3);

  const Json issues = issue_part(one.result);
  CHECK(issues["names"].size() == issues["conferences"][0].size());
  CHECK(issues["conferences"][0][0]["positions"].size() == 5);
  const Json pressure = pressure_part(one.result);
  CHECK(pressure["conferences"][0].size() == pressure["channels"].size());
}

TEST_CASE("why states object is read from the same histories as the result", "[report]") {
  const Short one("copenhagen-2009");
  const Json why = why_part(one.result, one.prepared, 2);
  REQUIRE_FALSE(why.contains("missing"));
  CHECK(why["realizations"] == 6);
  const Json& conference = why["conferences"][0];
  REQUIRE(conference["n_objectors"].get<std::size_t>() > 0);
  const std::vector<double> objects = numbers_of(one.result, "objects");
  const std::vector<std::string> codes = names_along(one.result, "state");
  for (const Json& row : conference["objectors"]) {
    REQUIRE(row.size() == why["columns"].size());
    const auto s = static_cast<std::size_t>(std::find(codes.begin(), codes.end(), row[0].get<std::string>()) -
                                            codes.begin());
    double times = 0, sum = 0;
    for (std::size_t r = 0; r < 6; ++r) times += objects[r * codes.size() + s];
    CHECK(row[1] == times);
    for (std::size_t k = 5; k < 11; ++k) sum += row[k].get<double>();  // five terms and the payment
    CHECK(sum == Approx(row[3].get<double>()).epsilon(0.01).margin(1e-5));
  }
  const Json& limits = conference["limits"][0];
  CHECK(limits["states"].get<int>() >= limits["n_none"].get<int>() + limits["n_any"].get<int>());
}

TEST_CASE("a result that the program no longer gives has no reasons, and its page says so", "[report]") {
  Short one("copenhagen-2009", {"realizations=2"});
  for (Variable& variable : one.result.variables)
    if (variable.name == "objects") {
      auto& objects = std::get<std::vector<std::uint8_t>>(variable.values);
      objects.front() = objects.front() == 0 ? 1 : 0;
    }
  const Json why = why_part(one.result, one.prepared, 2);
  CHECK(why["missing"] == true);
  CHECK_FALSE(why.contains("conferences"));
}

TEST_CASE("access of states' cities is that of the result, and its curve ends in all of it", "[report]") {
  const Short one("copenhagen-2009");
  const Json access = access_part(one.result, one.prepared);
  const std::vector<double> held = numbers_of(one.result, "city_access");
  double sum = 0, shown = 0, n_cities = 0;
  for (const double value : held) sum += value;
  for (const Json& share : access["shares"][0]) shown += share.get<double>() / 1e4;
  for (const Json& value : access["cities"]) n_cities += value.get<double>();
  CHECK(shown == Approx(1).margin(0.01));
  CHECK(access["totals"][0].get<double>() == Approx(sum).epsilon(1e-3));
  CHECK(n_cities <= static_cast<double>(one.prepared.facts.n_cities));
  CHECK(n_cities > 0.99 * static_cast<double>(one.prepared.facts.n_cities));  // others lie in no voting state
  CHECK(access["curves"][0]["points"].back() == Json{1, 1});
  CHECK(access["curves"][0]["gini"].get<double>() > 0.1);
  CHECK(access["doors"].is_null());  // kept by --networks
}

TEST_CASE("a page names the parameters that differ, with their defaults", "[report]") {
  const Short one("copenhagen-2009",
                  {"realizations=1", "gridlock.level=0.25", "preferences.mitigation.income=0.125"});
  std::map<std::string, Json> differ;
  std::size_t n_assumed = 0;
  for (const Json& row : parameter_part(*one.prepared.loaded)) {
    if (row["value"] != row["default"]) differ[row["path"]] = row;
    n_assumed += row["source"].get<std::string>().starts_with("assumption") ? 1U : 0U;
  }
  REQUIRE(differ.contains("gridlock.level"));
  CHECK(differ["gridlock.level"]["value"] == "0.25");
  CHECK_FALSE(differ["gridlock.level"]["about"].get<std::string>().empty());
  REQUIRE(differ.contains("preferences.mitigation.income"));
  CHECK(differ.contains("conferences.COP15.presidency"));
  CHECK_FALSE(differ.contains("lobbying.strength"));
  CHECK_FALSE(differ.contains("preferences.finance.income"));
  CHECK(n_assumed > 50);
}

TEST_CASE("the credits of the shipped tables stand in the page, each on one line", "[report]") {
  const Json credits = source_part(program_data());
  REQUIRE(credits.size() > 8);
  CHECK(credits[0] == "Cities: GeoNames (geonames.org), CC BY 4.0.");
  for (const Json& credit : credits) CHECK_THAT(credit.get<std::string>(), !Contains("  "));
}

TEST_CASE("equal results give equal pages", "[report]") {
  if (!can_make_pages()) {
    std::puts("skipped: this build has no page");
    return;
  }
  const Short one("copenhagen-2009");
  const std::string page = run_page(one.result, one.prepared, one.past, one.folders, 1);
  CHECK(page == run_page(one.result, one.prepared, one.past, one.folders, 2));
  CHECK(page.size() < 1'500'000);
  CHECK_THAT(page, Contains("<title>Copenhagen 2009, one conference") && Contains("default-src 'none'"));
}

}  // namespace
}  // namespace hansa
