#include "scenarios/print/parameter_values.hpp"

#include <string_view>
#include <utility>

#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/print/write_value.hpp"

namespace hansa {
namespace {

/// A visitor for fields(): lists each parameter with its path.
class Lister {
 public:
  std::vector<ParameterValue> values;

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    values.push_back({path_of(name), write_value(value), std::string(info.unit)});
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    below(path_of(name), part);
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) below(path_of(name) + "." + names[k], parts[k]);
  }

  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) below(path_of(part.name), part);
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
      std::string path = path_of(name) + "[" + std::to_string(k + 1) + "]";
      if constexpr (requires(Row row) { row.name; }) path = path_of(name) + "." + rows[k].name;
      below(path, rows[k]);
    }
  }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const {
    return within_.empty() ? std::string(name) : within_ + "." + std::string(name);
  }

  template <class T> void below(const std::string& path, T& part) {
    const std::string outer = std::exchange(within_, path);
    part.fields(*this);
    within_ = outer;
  }

  std::string within_;
};

std::vector<ParameterValue> values_of_start(StartFrom& start) {
  Lister lister;
  lister.group("start_from", start, "");
  for (ParameterValue& value : parameter_values(*start.scenario)) {
    value.path.insert(0, "start_from.scenario.");
    lister.values.push_back(std::move(value));
  }
  return std::move(lister.values);
}

}  // namespace

std::vector<ParameterValue> parameter_values(Scenario scenario) {
  Lister lister;
  scenario.fields(lister);
  if (scenario.start.scenario) {
    for (ParameterValue& value : values_of_start(scenario.start)) lister.values.push_back(std::move(value));
  }
  return std::move(lister.values);
}

}  // namespace hansa
