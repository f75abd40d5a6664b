// Parameters at their bounds, alone and in pairs: refused with a place, or all numbers of a run are finite.
#include <cmath>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "scenarios/parameters/scenario_fields.hpp"
#include "tests/laws/extreme_world.hpp"

namespace hansa {
namespace {

/// A visitor of fields(): settings that put each number at its bounds, or far where it has none, each flag and each word.
class Extremes {
 public:
  std::vector<std::string> settings;

  void operator()(std::string_view name, double&, const FieldInfo& info) { numbers(name, info, 1e300); }
  void operator()(std::string_view name, int&, const FieldInfo& info) { numbers(name, info, 1e9); }
  void operator()(std::string_view, std::uint64_t&, const FieldInfo&) {}
  void operator()(std::string_view name, bool&, const FieldInfo&) {
    add(name, "true");
    add(name, "false");
  }
  template <Choice T> void operator()(std::string_view name, T&, const FieldInfo&) {
    for (const std::string_view word : choices(T{})) add(name, std::string(word));
  }
  template <class T> void operator()(std::string_view, std::vector<T>&, const FieldInfo&) {}
  void operator()(std::string_view, DecisionRule&, const FieldInfo&) {}
  void operator()(std::string_view, std::string&, const FieldInfo&) {}
  void path(std::string_view, std::string&, const FieldInfo&) {}
  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const std::string before = prefix_;
    prefix_ += std::string(name) + ".";
    part.fields(*this);
    prefix_ = before;
  }
  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) group(std::string(name) + "." + names[k], parts[k], "");
  }
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(part.name, part, "");
  }
  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; })
      for (Row& row : rows) group(std::string(name) + "." + row.name, row, "");
  }

 private:
  void numbers(std::string_view name, const FieldInfo& info, double far) {
    // how long and how large a run is, whose bounds are limits of time
    if (name == "realizations" || prefix_ == "years." || name == "schema_version") return;
    add(name, fmt::format("{}", std::isfinite(info.min) ? info.min : -far));
    add(name, fmt::format("{}", std::isfinite(info.max) ? info.max : far));
  }
  void add(std::string_view name, std::string text) {
    settings.push_back(prefix_ + std::string(name) + "=" + text);
  }

  std::string prefix_;
};

/// A world in a folder, and the extremes of all parameters of its scenario.
struct ExtremeWorld {
  test::ScratchFolder folder;
  std::vector<std::string> settings;

  ExtremeWorld() {
    test::put_extreme_world(folder.path());
    Scenario scenario = load_scenario((folder / "extreme.yaml").string(), {}, test::shipped()).scenario;
    Extremes found;
    scenario.fields(found);
    settings = found.settings;
  }

  void expect_no_fault(const std::vector<std::string>& chosen) const {
    const std::string fate = test::fate_of(folder.path(), chosen);
    INFO(fmt::format("{}: {}", fmt::join(chosen, " "), fate));
    CHECK(!fate.starts_with("FAULT"));
  }
};

TEST_CASE("a parameter at its bound is refused with a place, or leads to finite numbers", "[law]") {
  const ExtremeWorld world;
  REQUIRE(world.settings.size() > 600);
  for (const std::string& setting : world.settings) world.expect_no_fault({setting});
}

void try_pairs(std::size_t n_pairs) {
  const ExtremeWorld world;
  std::mt19937 random(17);
  std::uniform_int_distribution<std::size_t> any(0, world.settings.size() - 1);
  for (std::size_t k = 0; k < n_pairs; ++k)
    world.expect_no_fault({world.settings[any(random)], world.settings[any(random)]});
}

TEST_CASE("two parameters at their bounds are refused, or lead to finite numbers", "[law]") {
  try_pairs(300);
}

TEST_CASE("any two parameters at their bounds are refused, or lead to finite numbers", "[.soak]") {
  try_pairs(10'000);
}

}  // namespace
}  // namespace hansa
