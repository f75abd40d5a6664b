// The examples in Python and R of the documents, run as they stand on results made here.
#include <cmath>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using nlohmann::json;
using test::Answer;
using test::ask;
using test::ScratchFolder;

/// The examples of a document in a language.
std::vector<std::string> examples_in(const std::string& document, const std::string& language) {
  const std::string text = test::text_of(source_dir() / "docs" / document), fence = "```" + language + "\n";
  std::vector<std::string> examples;
  for (auto at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
    const auto begin = at + fence.size();
    examples.push_back(text.substr(begin, text.find("```", begin) - begin));
  }
  return examples;
}

/// The example that contains this; the test fails without one.
std::string example_with(const std::string& document, const std::string& language, const std::string& part) {
  for (const std::string& example : examples_in(document, language))
    if (example.find(part) != std::string::npos) return example;
  FAIL("docs/" + document + " has no example in " + language + " with " + part);
  return "";
}

Answer run_example(const ScratchFolder& scratch, const std::string& language, const std::string& text) {
  test::put(scratch / "example", text);
  const std::string program = language == "r" ? "Rscript" : "PYTHONUTF8=1 " + test::python;
  return ask("cd " + scratch.path().string() + " && " + program + " example");
}

/// Puts the result of a run where the examples look for it, and returns what the program says of it.
json run_into(const ScratchFolder& scratch, const std::string& scenario, int realizations,
              const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {
      "run",    scenario, "--realizations", std::to_string(realizations), "--out", "results/paris-2015",
      "--json", "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  const test::Ended ended = test::hansa_in(scratch, words);
  REQUIRE(ended.status == 0);
  return json::parse(ended.out);
}

/// The numbers behind a label at the beginning of a line, of all such lines, with R's number of the row before it.
std::vector<double> numbers_behind(const std::string& text, const std::string& label,
                                   const std::string& language) {
  std::vector<double> numbers;
  for (const std::string& line : test::lines_of(text)) {
    std::istringstream words(line);
    std::string word;
    if (language == "r") words >> word;
    if (!(words >> word) || word != label) continue;
    while (words >> word) numbers.push_back(std::stod(word));
  }
  return numbers;
}

void check_equal(double printed, const json& said, const std::string& of) {
  INFO(of << ": printed " << printed << ", the program says " << said);
  CHECK((said.is_null() ? std::isnan(printed)
                        : printed == Approx(said.get<double>()).epsilon(1e-4).margin(1e-6)));
}

/// Checks the share adopted and the depth of each conference, and the networks of each year.
void check_numbers(const std::string& text, const json& said, const std::string& language) {
  INFO(text);
  for (const json& conference : said["conferences"]) {
    const auto name = conference["name"].get<std::string>();
    const std::vector<double> numbers = numbers_behind(text, name, language);
    REQUIRE(numbers.size() == 2);
    check_equal(numbers[0], conference["adopted"], name);
    check_equal(numbers[1], conference["depth"], name);
  }
  for (const json& year : said["years"]) {
    const std::vector<double> numbers =
        numbers_behind(text, std::to_string(year["year"].get<int>()), language);
    REQUIRE(numbers.size() == 1);
    check_equal(numbers[0], year["networks"], "networks");
  }
}

void check_first_questions(const std::string& language, const std::string& examples) {
  const auto [scenario, realizations] = GENERATE(
      table<std::string, int>({{"one-soft-conference", 1}, {"one-soft-conference", 16}, {"paris-2015", 4}}));
  INFO(scenario << ", realizations: " << realizations);
  const ScratchFolder scratch;
  const json said = run_into(scratch, scenario, realizations);
  CHECK(said["conferences"].size() == (scenario == "paris-2015" ? 21u : 1u));
  const Answer answer = run_example(scratch, language, examples);
  CHECK(answer.status == 0);
  check_numbers(answer.text, said, language);
}

TEST_CASE("the examples in Python print the program's numbers, of one conference and of many",
          "[cli][examples]") {
  if (!test::has_python_with("xarray, netCDF4")) return;
  check_first_questions("python",
                        example_with("reference/result_file.md", "python", "result.data_vars") +
                            example_with("reference/result_file.md", "python", "result.adopted.mean"));
}

TEST_CASE("the examples in R print the program's numbers, of one conference and of many", "[cli][examples]") {
  if (!test::has("Rscript with ncdf4", "Rscript -e 'library(ncdf4)'")) return;
  check_first_questions("r", example_with("reference/result_file.md", "r", "library(ncdf4)"));
}

TEST_CASE("the example of networks prints what each changes in the voice", "[cli][examples]") {
  if (!test::has_python_with("xarray, netCDF4")) return;
  const ScratchFolder scratch;
  run_into(scratch, "paris-2015", 2, {"--networks"});
  const Answer answer = run_example(
      scratch, "python",
      "import xarray as xr\n" + example_with("reference/result_file.md", "python", "leave_one_out"));
  INFO(answer.text);
  CHECK(answer.status == 0);
  const std::string table = test::text_of(scratch / "results/paris-2015/networks.csv"), row = "\n100rc,2015,";
  std::istringstream cells(table.substr(table.find(row) + row.size()));
  std::string cell;  // the sixth behind the year
  for (int k = 0; k < 6; ++k) std::getline(cells, cell, ',');
  const std::vector<double> printed = numbers_behind(answer.text, "100rc", "python");
  REQUIRE(printed.size() == 1);
  CHECK(printed[0] == Approx(std::stod(cell)).margin(1e-6));
}

/// Sweeps into the folder that an example names, merges, and returns what the program says of it.
json sweep_into(const ScratchFolder& scratch, const std::string& name, const std::string& sweep) {
  test::put(scratch / "small.yaml", sweep);
  const test::Ended ended =
      test::hansa_in(scratch, {"sweep", "small.yaml", "--out", "results/" + name, "--json", "--quiet"});
  REQUIRE(ended.status == 0);
  REQUIRE(test::hansa_in(scratch, {"merge", "results/" + name}).status == 0);
  return json::parse(ended.out);
}

TEST_CASE("the example of a merged file prints the shares of the sweep", "[cli][examples]") {
  if (!test::has_python_with("xarray, netCDF4")) return;
  const ScratchFolder scratch;
  const json said =
      sweep_into(scratch, "gridlock-one-off",
                 "name: small\nscenario: copenhagen-2009\ndesign: grid\n"
                 "set: {world.with_cities: false}\nparameters: {gridlock.level: {values: [0, 0.3]}}\n"
                 "arms: [full, {without: lobbying}]\nrealizations: 8\n");
  const Answer answer = run_example(
      scratch, "python",
      "import xarray as xr\n" + example_with("reference/result_file.md", "python", "sweep.adopted"));
  INFO(answer.text);
  CHECK(answer.status == 0);
  std::vector<double> shares;
  for (const std::string& line : test::lines_of(answer.text)) {
    const std::string last = line.substr(line.find_last_of(' ') + 1);
    if (last.find('.') != std::string::npos) shares.push_back(std::stod(last));
  }
  REQUIRE(shares.size() == said["rows"].size());
  for (std::size_t k = 0; k < shares.size(); ++k)
    check_equal(shares[k], said["rows"][k]["conferences"][0]["adopted"], "adopted");
}

TEST_CASE("the example of the known cases runs on a sweep of their conferences", "[cli][examples]") {
  if (!test::has_python_with("xarray, netCDF4")) return;
  const ScratchFolder scratch;
  sweep_into(
      scratch, "known-cases",
      "name: small\nscenario: paris-2015\ndesign: grid\nset: {years.to: 2015, world.with_cities: false}\n"
      "parameters: {gridlock.level: {values: [0, 0.3]}}\narms: [full, {without: lobbying}]\nrealizations: "
      "2\n");
  const Answer answer =
      run_example(scratch, "python",
                  "import xarray as xr\n" + example_with("explanation/findings.md", "python", "known-cases"));
  INFO(answer.text);
  CHECK(answer.status == 0);
  CHECK_THAT(answer.text, Catch::Matchers::Contains("'full'"));
}

}  // namespace
}  // namespace hansa
