#include "sweeps/design/print_sweep.hpp"

#include <fmt/format.h>

#include "scenarios/load/arm.hpp"
#include "scenarios/print/print.hpp"
#include "scenarios/print/write_value.hpp"
#include "sweeps/design/points_file.hpp"

namespace hansa {
namespace {

std::string list_values(const std::vector<Node>& values) {
  return write_node({.kind = Node::Kind::List, .items = values});
}

/// A list design is printed point by point, as given; other designs parameter by parameter.
std::string print_parameters(const Sweep& sweep) {
  std::string text;
  if (!sweep.points_sha256.empty())
    return fmt::format("points: {{file: {}, rows: {}, sha256: {}}}\n", points_file_name(sweep),
                       sweep.n_points, write_value(sweep.points_sha256));
  if (sweep.design == Design::List) {
    text = "points:\n";
    for (std::size_t point = 0; point < sweep.n_points; ++point) {
      std::string values;
      for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
        values += fmt::format("{}{}: {}", j == 0 ? "" : ", ", write_value(sweep.parameters[j].path),
                              text_at(sweep, point, j));
      text += "  - {" + values + "}\n";
    }
    return text;
  }
  text = "parameters:\n";
  for (const SweepParameter& parameter : sweep.parameters) {
    text += fmt::format("  {}: ", write_value(parameter.path));
    text += parameter.values.empty() ? fmt::format("{{min: {}, max: {}}}\n", write_value(parameter.min),
                                                   write_value(parameter.max))
                                     : fmt::format("{{values: {}}}\n", list_values(parameter.values));
  }
  return text;
}

std::string print_arms(const Sweep& sweep) {
  std::string text = "arms:\n";
  for (const SweepArm& arm : sweep.arms) {
    std::string with;
    const std::size_t n_left_out = arm.without.empty() ? 0 : arm_without(arm.without).settings.size();
    for (std::size_t k = n_left_out; k < arm.settings.size(); ++k)
      with += fmt::format("{}{}: {}", with.empty() ? "" : ", ", write_value(arm.settings[k].path),
                          write_node(arm.settings[k].value));
    text += fmt::format("  - {{name: {}{}{}}}\n", write_value(arm.name),
                        arm.without.empty() ? "" : ", without: " + write_value(arm.without),
                        with.empty() ? "" : ", with: {" + with + "}");
  }
  return text;
}

/// A text with each line indented by two blanks.
std::string indent(const std::string& text) {
  std::string indented;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    indented += "  " + text.substr(begin, end - begin);
    begin = end;
  }
  return indented;
}

}  // namespace

std::string print_sweep(const Sweep& sweep, std::span<const std::pair<std::string, std::string>> made_with) {
  std::string text =
      fmt::format("schema_version: 1\nname: {}\ntitle: {}\ndesign: {}\n", write_value(sweep.name),
                  write_value(sweep.title), write_value(sweep.design));
  if (sweep.samples > 0) text += fmt::format("samples: {}\n", sweep.samples);
  if (sweep.doubled_from > 0) text += fmt::format("doubled_from: {}\n", sweep.doubled_from);
  text += fmt::format("seed: {}\nrealizations: {}\nshard_runs: {}\n", sweep.seed, sweep.realizations,
                      sweep.shard_runs);
  text += print_parameters(sweep) + print_arms(sweep);
  text += "made_with:\n";
  for (const auto& [what, value] : made_with)
    text += fmt::format("  {}: {}\n", write_value(what), write_value(value));
  Scenario scenario = sweep.reference.scenario;
  scenario.seed = sweep.seed;
  scenario.realizations = sweep.realizations;
  return text + "scenario:\n" + indent(print_scenario(scenario));
}

}  // namespace hansa
