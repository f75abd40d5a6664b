#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/issue_params.hpp"
#include "scenarios/print/write_value.hpp"

namespace hansa {

/// One parameter of the registry, as documented.
struct ParameterEntry {
  std::string path;  // gridlock.level; preferences.ISSUE.income; conferences.NAME.floor; shocks[].size
  std::string type;  // number, whole number, true or false, text, name, file, one of, list of ...
  std::string default_value;         // as YAML; unused if info.required
  std::vector<std::string> choices;  // of "one of" and "list of"
  FieldInfo info;
};

/// A section of a scenario: a top-level key that contains parameters, or "" for the top-level parameters.
struct SectionEntry {
  std::string name;
  std::string about;
  std::vector<ParameterEntry> parameters;
};

/// Every parameter, in the order of fields(). Those of an issue appear once, with the defaults of a new issue. Throws
/// std::logic_error if a declaration is incomplete.
[[nodiscard]] std::vector<SectionEntry> describe_parameters();

/// Throws std::logic_error naming the first parameter without meaning, unit or source.
void refuse_incomplete(std::span<const SectionEntry> sections);

/// Collects the parameters that fields() visits.
class Describer {
 public:
  std::vector<SectionEntry> sections{{"", "the run", {}}};

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    using Element = typename ElementOf<T>::type;
    const bool list = !std::is_same_v<T, Element>;
    ParameterEntry entry{.path = path_of(name),
                         .type = (list ? "list of " : "") + name_type<Element>(info),
                         .default_value = write_value(value),
                         .choices = {},
                         .info = info};
    if constexpr (Choice<Element>) {
      for (const std::string_view word : choices(Element{})) entry.choices.emplace_back(word);
    }
    if constexpr (std::is_same_v<T, DecisionRule>) entry.choices = decision_rule_forms(RuleOf::Conference);
    if (list && entry.type == "list of one of") entry.type = "list of";
    target().parameters.push_back(std::move(entry));
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) {
    (*this)(name, file, info);
    target().parameters.back().type = "file";
  }

  template <class T> void group(std::string_view name, T& part, std::string_view about) {
    const std::string before = enter(name, about);
    part.fields(*this);
    leave(before);
  }

  void keyed(std::string_view name, std::vector<IssueParams>&, const std::vector<std::string>&,
             std::string_view about) {
    const std::string before = enter(name, about);
    IssueParams issue;
    group("ISSUE", issue, "");
    leave(before);
  }

  template <class Part> void named(std::vector<Part>&, std::string_view) {
    Part part;
    group("NAME", part, "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>&, std::string_view about) {
    const std::string before = enter(name, about);
    Row row;
    if constexpr (requires { row.name; }) {
      group("NAME", row, "");
    } else {
      prefix_ += "[]";
      row.fields(*this);
    }
    leave(before);
  }

 private:
  template <class T> struct ElementOf { using type = T; };
  template <class T> struct ElementOf<std::vector<T>> { using type = T; };

  template <class T> static std::string name_type(const FieldInfo& info) {
    if constexpr (Choice<T> || std::is_same_v<T, DecisionRule>) return "one of";
    if constexpr (std::is_same_v<T, double>) return "number";
    if constexpr (std::is_same_v<T, bool>) return "true or false";
    if constexpr (std::is_same_v<T, int> || std::is_same_v<T, std::uint64_t>) return "whole number";
    return info.unit == "name" ? "name" : "text";
  }

  SectionEntry& target() { return prefix_.empty() ? sections.front() : sections.back(); }

  std::string path_of(std::string_view name) const {
    return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
  }

  /// Enters a group; a top-level key opens a section. Returns the previous prefix for leave().
  std::string enter(std::string_view name, std::string_view about) {
    if (prefix_.empty()) sections.push_back({std::string(name), std::string(about), {}});
    std::string before = prefix_;
    prefix_ = path_of(name);
    return before;
  }
  void leave(const std::string& before) { prefix_ = before; }

  std::string prefix_;
};

}  // namespace hansa
