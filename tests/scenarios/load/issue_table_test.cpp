#include <set>

#include <catch2/catch.hpp>

#include "scenarios/load/issue_table.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

using test::problems_of;

constexpr const char* head = "issue,key,value,source\n";

/// A folder with a scenario on fishery and urban_role, and its own table of issues with these rows.
class OwnIssues {
 public:
  explicit OwnIssues(const std::string& rows, const std::string& more = "") {
    test::put(folder_ / "issues.csv", head + rows);
    test::put(folder_ / "a.yaml",
              "name: x\nworld: {issues: issues.csv}\nissues: [fishery, urban_role]\n" + more);
  }

  std::filesystem::path scenario() const { return folder_ / "a.yaml"; }

 private:
  test::ScratchFolder folder_;
};

constexpr const char* good =
    "fishery,depth_weight,0.25,assumption\n"
    "fishery,eu,-0.5,\"Council of 2002, sign; size: assumption\"\n"
    "urban_role,salience.income,2,assumption\n"
    "fishery,displaces,true,assumption\n"
    "urban_role,democracy,0.3,assumption\n";

TEST_CASE("a new issue needs a table and no compiler", "[issues]") {
  const OwnIssues own(good);
  const Scenario scenario = load_scenario(own.scenario(), {}, test::folders()).scenario;
  REQUIRE(scenario.preferences.size() == 2);
  CHECK(scenario.preferences[0].name == "fishery");
  CHECK(scenario.preferences[0].depth_weight == 0.25);
  CHECK(scenario.preferences[0].position.blocs[8] == -0.5);
  CHECK(scenario.preferences[0].displaces);
  CHECK(scenario.preferences[0].lapse == IssueParams{}.lapse);
  CHECK(scenario.preferences[1].position.covariates[1] == 0.3);
  CHECK(scenario.preferences[1].salience.covariates[0] == 2.0);
}

TEST_CASE("the coefficients in a scenario override those of its table", "[issues]") {
  const OwnIssues own(good, "preferences: {fishery: {eu: 1}}\n");
  const Scenario scenario =
      load_scenario(own.scenario(), std::vector<std::string>{"preferences.urban_role.democracy=-1"},
                    test::folders())
          .scenario;
  CHECK(scenario.preferences[0].position.blocs[8] == 1.0);
  CHECK(scenario.preferences[0].depth_weight == 0.25);
  CHECK(scenario.preferences[1].position.covariates[1] == -1.0);
}

TEST_CASE("an issue without coefficients is refused with the nearest known issue", "[issues]") {
  CHECK(test::problems_in("name: x\nissues: [mitigaton]\n") ==
        "a.yaml:2:10: issues[1]: no coefficients for issue 'mitigaton'; did you mean 'mitigation'?");
  CHECK(test::problems_in("name: x\n", {"issues=[finance, fish]"}) ==
        "--set:1:18: issues[2]: no coefficients for issue 'fish'; known: mitigation, finance, adaptation, "
        "transparency, migration, refugees, development, trade, urban_development, urban_role");
  const OwnIssues own("fishery,eu,1,assumption\n");
  CHECK(problems_of(own.scenario()) ==
        "a.yaml:3:19: issues[2]: no coefficients for issue 'urban_role'; known: fishery");
}

TEST_CASE("an issue without a table needs a coefficient that differs between states", "[issues]") {
  const std::string start = "name: x\nissues: [fish, urban_role]\npreferences: {fish: ";
  CHECK(test::problems_in(start + "{income: 0.5}}\n").empty());
  CHECK(test::problems_in(start + "{aosis: 0}}\n").empty());  // a sweep may vary it
  for (const char* without : {"{}", "{intercept: 1}", "{depth_weight: 0.5}", "{salience: {income: 1}}"})
    CHECK(test::problems_in(start + without + "}\n").starts_with("a.yaml:2:10: issues[1]: no coefficients"));
}

TEST_CASE("an invalid row is refused at its line and column", "[issues]") {
  const auto [row, problem] = GENERATE(table<std::string, std::string>({
      {"fishery,eu,4,a\n", "issues.csv:2:12: value: must be at most 3, got 4"},
      {"fishery,salience.intercept,-6,a\n", "issues.csv:2:28: value: must be at least -5, got -6"},
      {"fishery,eu,high,a\n", "issues.csv:2:12: value: expected a number, got 'high'"},
      {"fishery,eu,,a\n", "issues.csv:2:12: value: the cell is empty"},
      {"fishery,displaces,1,a\n", "issues.csv:2:19: value: expected true or false, got '1'"},
      {"fishery,demcracy,1,a\n",
       "issues.csv:2:9: key: an issue has no key 'demcracy'; did you mean 'democracy'?"},
      {"fishery,salience,1,a\n", "issues.csv:2:9: key: an issue has no key 'salience'"},
      {"fishery,,1,a\n", "issues.csv:2:9: key: the cell is empty"},
      {"fishery,eu,1,\n", "issues.csv:2:14: source: the cell is empty"},
      {",eu,1,a\n", "issues.csv:2:1: issue: the cell is empty"},
      {"all,eu,1,a\n", "issues.csv:2:1: issue: 'all' means every issue; give this one another name"},
      {"big fish,eu,1,a\n",
       "issues.csv:2:1: issue: 'big fish' is not a name: at most 64 of A-Z a-z 0-9 . _ -, first a letter or "
       "digit"},
      {"fishery,opec,1,a\nfishery,opec,1,a\n",
       "issues.csv:3:9: key: 'fishery opec' is already given in line 2"},
      {"whales,depth_weight,1,a\n",
       "issues.csv:2:1: issue: no coefficient of a covariate or bloc, so that all states would want the same "
       "on "
       "'whales'"},
      {"fishery,eu,1\n", "issues.csv:2:1: row: 3 cells under 4 columns"},
  }));
  INFO(row);
  CHECK(problems_of(OwnIssues(row + "fishery,income,1,a\nurban_role,income,1,a\n").scenario()) == problem);
}

TEST_CASE("a table without issues or columns is refused", "[issues]") {
  CHECK(problems_of(OwnIssues("").scenario()) == "issues.csv:1:1: issue: a table without an issue");
  const OwnIssues own("");
  std::filesystem::path file = own.scenario().parent_path() / "issues.csv";
  test::put(file, "issue,key,value\n");
  CHECK(problems_of(own.scenario()) == "issues.csv:1:1: source: no column with this name");
  std::filesystem::remove(file);
  CHECK(problems_of(own.scenario()) ==
        "a.yaml:2:17: world.issues: 'issues.csv' cannot be read: No such file or directory");
}

TEST_CASE("the shipped table has ten issues, and each row a source", "[issues]") {
  std::set<std::string> names;
  for (const IssueParams& issue : shipped_issues(test::folders())) {
    names.insert(issue.name);
    CHECK(issue.position.differs_between_states());
    CHECK(issue.depth_weight > 0.0);
  }
  CHECK(names == std::set<std::string>{"adaptation", "development", "finance", "migration", "mitigation",
                                       "refugees", "trade", "transparency", "urban_development",
                                       "urban_role"});
  for (const std::string_view issue : climate_issues) CHECK(names.contains(std::string(issue)));
}

}  // namespace
}  // namespace hansa
