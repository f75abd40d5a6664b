// The results of library scenarios, kept as text so that a diff is readable. HANSA_UPDATE_GOLDEN=1 in the
// environment rewrites the files; the commit then states what changed, by how much, and why that is right.

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "agents/build.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/summary.hpp"
#include "scenarios/load/load.hpp"
#include "sim/run.hpp"
#include "support/numbers/parallel.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

const std::filesystem::path source = source_dir();

std::string number(double value) { return std::isnan(value) ? "-" : fmt::format("{:.8g}", value); }

/// One line per fact, for a readable diff.
std::vector<std::string> digest(const std::string& scenario) {
  const LoadedScenario loaded =
      load_scenario(scenario, std::vector<std::string>{"realizations=8"},
                    {.data = {source / "scenarios/data"}, .library = {source / "scenarios/library"}});
  const Facts facts = build_facts(loaded.scenario, read_tables(loaded.files));
  const std::vector<RunRecord> records = run_ensemble(facts, machine_threads(), {});
  const Summary summary = summarise(lay_out(facts, records, {.text = "", .sha256 = "", .version = ""}));
  std::vector<std::string> lines;
  const auto words = [](const OutcomeMeans& means, std::initializer_list<std::string_view> metrics) {
    std::string text;
    for (const std::string_view metric : metrics)
      text += fmt::format(" {} {}", metric, number(mean_of(means, metric)));
    return text;
  };
  for (const ConferenceSummary& c : summary.conferences)
    lines.push_back(c.name + words(c.means, {"adopted", "depth", "participation", "urban_role", "rounds"}));
  for (const YearSummary& y : summary.years) {
    if (y.year % 5 != 0) continue;
    lines.push_back(std::to_string(y.year) + words(y.means, {"networks", "effective_number", "network_voice",
                                                             "memberships_per_city"}));
  }
  for (const TreatySummary& t : summary.treaties) {
    lines.push_back(fmt::format("{} in_force {:.8g} entered_force_median {}", t.name, t.in_force,
                                number(t.entered_force_median.value_or(std::nan("")))));
  }
  return lines;
}

void check_against(const std::string& scenario) {
  const std::filesystem::path file = source / "tests/golden" / (scenario + ".txt");
  const std::vector<std::string> lines = digest(scenario);
  if (std::getenv("HANSA_UPDATE_GOLDEN") != nullptr) {
    std::ofstream out(file);
    for (const std::string& line : lines) out << line << '\n';
  }
  std::ifstream in(file);
  REQUIRE(in.good());
  std::vector<std::string> kept;
  for (std::string line; std::getline(in, line);) kept.push_back(line);
  CHECK(lines == kept);
}

}  // namespace

TEST_CASE("paris-2015 gives its golden results", "[golden]") { check_against("paris-2015"); }

TEST_CASE("network-boom gives its golden results", "[golden]") { check_against("network-boom"); }

TEST_CASE("copenhagen-2009 gives its golden results", "[golden]") { check_against("copenhagen-2009"); }

}  // namespace hansa
