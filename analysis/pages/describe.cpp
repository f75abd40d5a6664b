#include "analysis/pages/describe.hpp"

#include <stdexcept>

#include "scenarios/parameters/scenario_fields.hpp"

namespace hansa {

std::vector<SectionEntry> describe_parameters() {
  Scenario scenario;
  Describer describer;
  scenario.fields(describer);
  refuse_incomplete(describer.sections);
  return describer.sections;
}

void refuse_incomplete(std::span<const SectionEntry> sections) {
  const auto refuse_empty = [](std::string_view text, const std::string& what, const char* lack) {
    if (text.find_first_not_of(' ') == std::string_view::npos)
      throw std::logic_error(what + " is declared without " + lack);
  };
  for (const SectionEntry& section : sections) {
    refuse_empty(section.about, "the section " + section.name, "meaning");
    for (const ParameterEntry& parameter : section.parameters) {
      const std::string what = "the parameter " + parameter.path;
      refuse_empty(parameter.info.about, what, "meaning");
      refuse_empty(parameter.info.unit, what, "unit");
      refuse_empty(parameter.info.source, what, "source");
    }
  }
}

}  // namespace hansa
