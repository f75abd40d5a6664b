// Parameters at their bounds, alone and in pairs: refused with a place, or all numbers of a run are finite.
#include <cmath>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "scenarios/parameters/scenario_fields.hpp"
#include "tests/laws/extreme_world.hpp"
#include "tests/scenarios/parameters/path_visitor.hpp"

namespace hansa {
namespace {

/// A visitor of fields(): settings that put each number at its bounds, or far where it has none, each flag and each word.
class Extremes : public test::PathVisitor<Extremes> {
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

 private:
  void numbers(std::string_view name, const FieldInfo& info, double far) {
    // how long and how large a run is, whose bounds are limits of time
    if (name == "realizations" || before_ == "years." || name == "schema_version") return;
    add(name, fmt::format("{}", std::isfinite(info.min) ? info.min : -far));
    add(name, fmt::format("{}", std::isfinite(info.max) ? info.max : far));
  }
  void add(std::string_view name, std::string text) {
    settings.push_back(before_ + std::string(name) + "=" + text);
  }
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
    const test::Fate fate = test::fate_of(folder.path(), chosen);
    INFO(fmt::format("{}: {}", fmt::join(chosen, " "), fate.text()));
    CHECK(fate.fault.empty());
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
