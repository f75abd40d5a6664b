#include "scenarios/load/reassign.hpp"

#include <type_traits>

#include "scenarios/load/check.hpp"
#include "scenarios/load/start_from.hpp"
#include "scenarios/parameters/at_path.hpp"
#include "scenarios/parameters/scenario_fields.hpp"

namespace hansa {
namespace {

/// Whether a parameter is a name or a file, or a list of them.
template <class T>
constexpr bool is_name = std::is_same_v<T, std::string> || std::is_same_v<T, std::vector<std::string>>;

/// Reads the value if nothing but this parameter depends on it.
class Reader {
 public:
  Reader(std::string_view path, const Node& node, ProblemList& problems)
      : path_(path), node_(node), problems_(problems) {}

  bool good = false;

  template <class T> void operator()(T& value, const FieldInfo& info) {
    if constexpr (!is_name<T>) good = read_value(node_, value, info, path_, problems_);
  }

 private:
  std::string_view path_;
  const Node& node_;
  ProblemList& problems_;
};

}  // namespace

std::optional<Scenario> reassign(const LoadedScenario& loaded, std::span<const Reassigned> values) {
  std::optional<Scenario> scenario = loaded.scenario;
  ProblemList problems = loaded.files_read.cleared();
  for (const Reassigned& one : values) {
    if (!loaded.scenario.networks.named.empty() && one.path.starts_with("networks.")) return std::nullopt;
    Reader reader(one.path, *one.value, problems);
    AtPath at(one.path, false, reader);
    scenario->fields(at);
    if (!reader.good) return std::nullopt;
  }
  check_scenario(*scenario, loaded.known_issues, loaded.given, problems);
  check_start(*scenario, loaded.given, problems);
  if (!problems.empty()) return std::nullopt;
  return scenario;
}

}  // namespace hansa
