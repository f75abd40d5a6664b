#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenarios/field_info.hpp"

namespace hansa {

/// One parameter of the registry, as told to people.
struct ParameterEntry {
  std::string path;  // gridlock.level; preferences.ISSUE.income; conferences.NAME.floor; shocks[].size
  std::string type;  // number, whole number, true or false, text, name, file, one of, list of ...
  std::string default_value;         // as YAML; means nothing where info.required
  std::vector<std::string> choices;  // of "one of" and lists of such
  FieldInfo info;
};

/// A section of a scenario: a top key that is no parameter itself, or "" for those that are.
struct SectionEntry {
  std::string name;
  std::string about;
  std::vector<ParameterEntry> parameters;
};

/// Every parameter, in the order of fields(). Those of an issue stand once, with the defaults of a new issue.
/// Refuses incomplete declarations, so that every page made from it is whole.
std::vector<SectionEntry> describe_parameters();

/// Throws std::logic_error naming the first parameter without meaning, unit or source.
void refuse_incomplete(std::span<const SectionEntry> sections);

}  // namespace hansa
