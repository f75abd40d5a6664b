#include "sweeps/design/parameter_type.hpp"

#include <type_traits>

#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/at_path.hpp"
#include "scenarios/parameters/scenario_fields.hpp"

namespace hansa {
namespace {

/// Notes the type of a parameter.
struct Describe {
  std::string_view path;
  std::optional<ParameterType> type;

  template <class T> void operator()(T&, const FieldInfo& info) {
    constexpr bool whole = std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>;
    using Kind = ParameterType::Kind;
    type = {
        .kind = std::is_same_v<T, double> ? Kind::Number
                : whole                   ? Kind::Whole
                                          : Kind::Other,
        .unit = std::string(info.unit),
        .read = [info, path = std::string(path)](const Node& node, double& number, ProblemList& problems) {
          T read{};
          if (!read_value(node, read, info, path, problems)) return false;
          if constexpr (whole || std::is_same_v<T, double>) number = static_cast<double>(read);
          return true;
        }};
  }
};

}  // namespace

std::optional<ParameterType> find_parameter(Scenario scenario, std::string_view path) {
  Describe describe{path, std::nullopt};
  AtPath at(path, true, describe);
  scenario.fields(at);
  return describe.type;
}

}  // namespace hansa
