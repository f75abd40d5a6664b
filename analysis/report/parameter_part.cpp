#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "analysis/pages/describe.hpp"
#include "analysis/report/page_parts.hpp"
#include "scenarios/print/parameter_values.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// The scenario with its issues and no other choice: what its parameters are if they are not given.
Scenario without_choices(const LoadedScenario& loaded) {
  Scenario plain;
  plain.issues = loaded.scenario.issues;
  for (const std::string& issue : plain.issues) {
    const auto known = std::ranges::find(loaded.known_issues, issue, &IssueParams::name);
    plain.preferences.push_back(known == loaded.known_issues.end() ? IssueParams{.name = issue} : *known);
  }
  return plain;
}

/// What a run is called and what is drawn differ in every scenario, and are shown elsewhere.
bool is_identity(const std::string& path) {
  return path == "name" || path == "title" || path == "seed" || path == "realizations" ||
         path == "schema_version" || (path.starts_with("conferences.") && path.ends_with(".name"));
}

}  // namespace

std::string documented_path(const std::string& path) {
  for (const auto& [section, word] :
       {std::pair{"conferences.", "NAME"}, std::pair{"preferences.", "ISSUE"}}) {
    const std::string before = section;
    const std::size_t last = path.find('.', before.size());
    if (path.starts_with(before) && last != std::string::npos) return before + word + path.substr(last);
  }
  const std::size_t open = path.find('['), close = path.find(']');
  return close == std::string::npos ? path : path.substr(0, open + 1) + path.substr(close);
}

Json parameter_part(const LoadedScenario& loaded) {
  std::map<std::string, ParameterEntry> documented;
  for (const SectionEntry& section : describe_parameters())
    for (const ParameterEntry& entry : section.parameters) documented.emplace(entry.path, entry);
  std::map<std::string, std::string> defaults;
  for (const ParameterValue& value : parameter_values(without_choices(loaded)))
    defaults.emplace(value.path, value.value);

  Json list = Json::array();
  for (const ParameterValue& value : parameter_values(loaded.scenario)) {
    if (is_identity(value.path)) continue;
    const auto entry = documented.find(documented_path(value.path));
    const auto plain = defaults.find(value.path);
    std::string usual;
    if (plain != defaults.end())
      usual = plain->second;
    else if (entry != documented.end() && !entry->second.info.required)
      usual = entry->second.default_value;
    const bool differs = value.value != usual;
    if (!differs && value.path.starts_with("conferences.")) continue;
    Json row = {{"path", value.path}, {"value", value.value}, {"default", usual},
                {"unit", value.unit}, {"about", ""},          {"source", ""}};
    if (entry != documented.end()) {
      row["about"] = entry->second.info.about;
      row["source"] = entry->second.info.source;
    }
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace hansa
