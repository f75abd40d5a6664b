#include "analysis/pages/json_schema.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/scenario_fields.hpp"
#include "support/text/json_text.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json object() {
  return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
}

/// The JSON Schema of one value of type T.
template <class T> Json type_of(const T& value, const FieldInfo& info) {
  Json schema;
  if constexpr (Choice<T>) {
    for (const std::string_view word : choices(value)) schema["enum"].push_back(word);
  } else if constexpr (std::is_same_v<T, DecisionRule>) {
    schema["type"] = "string";
    schema["pattern"] = decision_rule_pattern();
  } else if constexpr (std::is_same_v<T, bool>) {
    schema["type"] = "boolean";
  } else if constexpr (std::is_arithmetic_v<T>) {
    schema["type"] = std::is_same_v<T, double> ? "number" : "integer";
    const auto bound = [](double limit) -> Json {
      if constexpr (std::is_integral_v<T>) return static_cast<std::int64_t>(limit);
      return limit;
    };
    if (std::isfinite(info.min)) schema["minimum"] = bound(info.min);
    if (std::isfinite(info.max)) schema["maximum"] = bound(info.max);
  } else if (info.unit == "bloc") {
    schema["enum"] = {"all"};
    for (const std::string_view bloc : bloc_names) schema["enum"].push_back(bloc);
  } else {
    // Hansa reads an unquoted numeral as text here; a schema sees a number
    schema["type"] = {"string", "number", "boolean"};
    if (info.unit == "name") schema["pattern"] = "^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$";
  }
  return schema;
}

template <class T> Json type_of(const std::vector<T>&, const FieldInfo& info) {
  return {{"type", "array"}, {"uniqueItems", true}, {"items", type_of(T{}, info)}};
}

template <class T> Json to_json(const T& value) {
  if constexpr (Choice<T>) {
    return name_of(value);
  } else if constexpr (std::is_same_v<T, DecisionRule>) {
    return to_text(value);
  } else {
    return value;
  }
}

template <class T> Json to_json(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(to_json(value));
  return list;
}

/// Builds the properties of one object from the parameters that fields() visits.
class SchemaBuilder {
 public:
  explicit SchemaBuilder(Json& schema, bool with_defaults = true)
      : schema_(schema), with_defaults_(with_defaults) {}

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    Json property = type_of(value, info);
    property["description"] =
        info.unit == "1" ? std::string(info.about) : fmt::format("{} [{}]", info.about, info.unit);
    if (with_defaults_ && !info.required) property["default"] = to_json(value);
    if (info.required) schema_["required"].push_back(name);
    add(name, std::move(property));
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view about) {
    Json property = object();
    SchemaBuilder inner(property, with_defaults_);
    part.fields(inner);
    property["description"] = about;
    add(name, std::move(property));
  }

  /// Coefficients have no common default: they differ between issues.
  void keyed(std::string_view name, std::vector<IssueParams>&, const std::vector<std::string>&,
             std::string_view about) {
    Json of_issue = object();
    IssueParams issue;
    SchemaBuilder inner(of_issue, false);
    issue.fields(inner);
    add(name, {{"type", "object"}, {"description", about}, {"additionalProperties", of_issue}});
  }

  template <class Part> void named(std::vector<Part>&, std::string_view about) {
    Json of_part = object();
    Part part;
    SchemaBuilder inner(of_part, with_defaults_);
    part.fields(inner);
    of_part["description"] = about;
    schema_["additionalProperties"] = of_part;
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>&, std::string_view about) {
    Json of_row = object();
    Row row;
    SchemaBuilder inner(of_row);
    row.fields(inner);
    const Json list = {{"type", "array"}, {"items", of_row}};
    Json property = {{"description", about}};
    if constexpr (requires { row.name; }) {
      of_row.erase("required");  // a change to a row contains only the keys that change
      property["anyOf"] = {list, {{"type", "object"}, {"additionalProperties", of_row}}};
    } else {
      property.update(list);
    }
    add(name, std::move(property));
  }

 private:
  void add(std::string_view name, Json property) {
    schema_["properties"][std::string(name)] = std::move(property);
  }

  Json& schema_;
  bool with_defaults_;
};

}  // namespace

std::string scenario_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "A scenario of Hansa"}};
  schema.update(object());
  Scenario scenario;
  SchemaBuilder builder(schema);
  scenario.fields(builder);
  schema["properties"]["extends"] = {
      {"type", "string"},
      {"description",
       "a scenario that this one changes: a file in the same folder, or a name in the library"}};
  schema["properties"]["start_from"] = {
      {"type", "string"},
      {"pattern", "@[0-9]{4}$"},
      {"description",
       "SCENARIO@YEAR: begin with the state that the run of another scenario reaches at the end of a year"}};
  schema.erase("required");
  schema["anyOf"] = {{{"required", {"name"}}}, {{"required", {"extends"}}}};
  return json_text(schema);
}

}  // namespace hansa
