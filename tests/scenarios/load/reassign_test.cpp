// What reassigning a parameter gives is what reading the scenario with that value gives.
#include <cmath>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "scenarios/load/reassign.hpp"
#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/print/print.hpp"
#include "scenarios/trees/overlay.hpp"
#include "tests/scenarios/load/test_folders.hpp"
#include "tests/scenarios/parameters/path_visitor.hpp"

namespace hansa {
namespace {

using test::folders;

const std::string file = (test::source / "scenarios/library/copenhagen-2009.yaml").string();

/// The text of the scenario where a parameter is reassigned; empty if it must be read.
std::string reassigned(const LoadedScenario& loaded, const std::string& path, const std::string& text) {
  ProblemList problems;
  std::optional<Node> tree = read_setting(path + "=" + text, problems.add_file("--set"), problems);
  if (!tree) return "";
  const Node* value = &*tree;
  while (value->kind == Node::Kind::Map) value = &value->entries.front().value;
  const Reassigned one{path, value};
  const std::optional<Scenario> scenario = reassign(loaded, {&one, 1});
  return scenario ? print_scenario(*scenario) : "";
}

/// The text of the scenario read with a setting; empty if it is refused.
std::string read_anew(const std::string& path, const std::string& text) {
  try {
    const std::string setting = path + "=" + text;
    return print_scenario(load_scenario(file, {&setting, 1}, folders()).scenario);
  } catch (const ScenarioError&) {
    return "";
  }
}

/// A value to try: whether it may be reassigned if it is valid.
struct Try {
  std::string path, text;
  bool is_quick;
};

/// A visitor of fields(): values at, within and beyond the bounds of each parameter, and words.
class Tries : public test::PathVisitor<Tries> {
 public:
  std::vector<Try> found;

  void operator()(std::string_view name, double&, const FieldInfo& info) { numbers(name, info); }
  void operator()(std::string_view name, int&, const FieldInfo& info) { numbers(name, info); }
  void operator()(std::string_view name, std::uint64_t&, const FieldInfo& info) { numbers(name, info); }
  void operator()(std::string_view name, bool&, const FieldInfo&) {
    for (const char* text : {"true", "false", "maybe"}) add(name, text, true);
  }
  template <Choice T> void operator()(std::string_view name, T&, const FieldInfo&) {
    for (const std::string_view word : choices(T{})) add(name, std::string(word), true);
    add(name, "none-of-these", true);
  }
  template <class T> void operator()(std::string_view name, std::vector<T>&, const FieldInfo&) {
    add(name, "[]", !std::is_same_v<T, std::string>);
  }
  void operator()(std::string_view name, DecisionRule&, const FieldInfo&) {
    add(name, "quota_heads:0.9", true);
  }
  void operator()(std::string_view name, std::string&, const FieldInfo&) { add(name, "other", false); }
  void path(std::string_view name, std::string&, const FieldInfo&) { add(name, "data/other.csv", false); }

 private:
  void numbers(std::string_view name, const FieldInfo& info) {
    add(name, "1", true);
    add(name, "0.25", true);
    if (std::isfinite(info.min)) add(name, fmt::format("{}", info.min), true);
    if (std::isfinite(info.max)) {
      add(name, fmt::format("{}", info.max), true);
      add(name, fmt::format("{}", info.max + 1), true);
    }
  }
  void add(std::string_view name, std::string text, bool is_quick) {
    found.push_back({before_ + std::string(name), std::move(text), is_quick});
  }
};

TEST_CASE("reassigning any parameter gives the scenario that is read with that value", "[scenario]") {
  const LoadedScenario loaded = load_scenario(file, {}, folders());
  Tries tries;
  Scenario scenario = loaded.scenario;
  scenario.fields(tries);
  REQUIRE(tries.found.size() > 500);
  for (const Try& one : tries.found) {
    CAPTURE(one.path, one.text);
    const std::string quick = reassigned(loaded, one.path, one.text), anew = read_anew(one.path, one.text);
    CHECK(quick == (one.is_quick ? anew : ""));
  }
}

TEST_CASE("what a scenario lacks is not reassigned", "[scenario]") {
  const LoadedScenario loaded = load_scenario(file, {}, folders());
  for (const char* path : {"gridlock.levle", "networks.c40.seat", "conferences.COP99.floor", "gridlock"})
    CHECK(reassigned(loaded, path, "0.5").empty());
}

TEST_CASE("where a scenario changes single networks no parameter of networks is reassigned", "[scenario]") {
  const std::string setting = "networks.c40.exists=true";
  const LoadedScenario loaded = load_scenario(file, {&setting, 1}, folders());
  CHECK(reassigned(loaded, "networks.real", "false").empty());  // an error: c40 is of the tables
  CHECK(reassigned(loaded, "networks.c40.exists", "false").empty());
  CHECK_FALSE(reassigned(loaded, "gridlock.level", "0.5").empty());
}

TEST_CASE("of two values for one parameter the later one counts", "[scenario]") {
  const LoadedScenario loaded = load_scenario(file, {}, folders());
  const Node first{.kind = Node::Kind::Text, .text = "0.1"}, second{.kind = Node::Kind::Text, .text = "0.9"};
  const std::array<Reassigned, 2> values = {{{"gridlock.level", &first}, {"gridlock.level", &second}}};
  CHECK(reassign(loaded, values)->gridlock.level == 0.9);
}

}  // namespace
}  // namespace hansa
