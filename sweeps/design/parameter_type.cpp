#include "sweeps/design/parameter_type.hpp"

#include <type_traits>
#include <vector>

#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/scenario_fields.hpp"

namespace hansa {
namespace {

/// A visitor of fields() that finds the parameter with a path.
class Seeker {
 public:
  explicit Seeker(std::string_view path) : wanted_(path) {}
  std::optional<ParameterType> found;

  template <class T> void operator()(std::string_view name, T&, const FieldInfo& info) {
    if (path_of(name) != wanted_) return;
    constexpr bool whole = std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>;
    using Kind = ParameterType::Kind;
    found = {
        .kind = std::is_same_v<T, double> ? Kind::Number
                : whole                   ? Kind::Whole
                                          : Kind::Other,
        .unit = std::string(info.unit),
        .read = [info, path = std::string(wanted_)](const Node& node, double& number, ProblemList& problems) {
          T read{};
          if (!read_value(node, read, info, path, problems)) return false;
          if constexpr (whole || std::is_same_v<T, double>) number = static_cast<double>(read);
          return true;
        }};
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const std::string before = prefix_;
    prefix_ = path_of(name);
    part.fields(*this);
    prefix_ = before;
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) group(path_of(name) + "." + names[k], parts[k], "");
  }

  /// A path may lead to a part that the scenario does not name.
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(part.name, part, "");
    if (found || !wanted_.starts_with(prefix_ + ".")) return;
    const std::string_view rest = wanted_.substr(prefix_.size() + 1);
    Part part;
    group(rest.substr(0, rest.find('.')), part, "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; }) {
      for (Row& row : rows) group(path_of(name) + "." + row.name, row, "");
    }
  }

 private:
  std::string path_of(std::string_view name) const {
    return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
  }

  std::string_view wanted_;
  std::string prefix_;
};

}  // namespace

std::optional<ParameterType> find_parameter(Scenario scenario, std::string_view path) {
  Seeker seeker(path);
  scenario.fields(seeker);
  return seeker.found;
}

}  // namespace hansa
