#include "analysis/pages/parameters_page.hpp"

#include <cctype>
#include <cmath>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "analysis/pages/describe.hpp"

namespace hansa {
namespace {

constexpr std::string_view opening = R"(# Parameters

Written by `hansa docs parameters` from the declarations in `scenarios/`; not to be edited.

Each key may stand in a scenario file, and its whole path in `--set PATH=VALUE` and in a sweep. A key that is not
given has the default. In a path, `NAME` stands for the name of a conference and `ISSUE` for that of an issue.
`extends: FILE or NAME` takes over another scenario, a file beside this one or one of the library: keys change
what they name, a list is replaced as a whole, and `conferences: {COP15: {floor: 0.05}}` changes one conference.
)";

template <class Words> std::string join(const Words& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

std::string bounds(const FieldInfo& info) {
  const bool below = std::isfinite(info.min), above = std::isfinite(info.max);
  if (below && above) return fmt::format("{} .. {}", info.min, info.max);
  if (below) return fmt::format("from {}", info.min);
  return above ? fmt::format("to {}", info.max) : "";
}

std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '|' ? std::string("\\|") : std::string{c};
  return result;
}

/// What may stand there: bounds of numbers, words of a choice, else the type.
std::string values(const ParameterEntry& parameter) {
  const std::string list = parameter.type.starts_with("list") ? "list of " : "";
  if (!parameter.choices.empty()) return list + join(parameter.choices);
  const std::string range = bounds(parameter.info);
  if (!range.empty()) return list + range + (parameter.type.ends_with("whole number") ? " (whole)" : "");
  return parameter.type;
}

std::string row(const ParameterEntry& parameter, std::string_view key) {
  std::string value = parameter.default_value == "\"\"" ? "" : "`" + parameter.default_value + "`";
  if (parameter.info.required) value = "must be given";
  const std::string_view unit = parameter.info.unit == "1" ? "" : parameter.info.unit;
  return fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", key, cell(value), cell(unit),
                     cell(values(parameter)), cell(parameter.info.about), cell(parameter.info.source));
}

std::string sentence(std::string_view about) {
  std::string text(about);
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text + ".";
}

constexpr std::string_view table_head =
    "| key | default | unit | values | meaning | source |\n|---|---|---|---|---|---|\n";

/// The shipped coefficients: a row a covariate or bloc, a column an issue.
std::string coefficient_table(std::string_view title, std::span<const IssueParams> issues,
                              Coefficients IssueParams::*of) {
  std::string table = fmt::format("\n{}\n\n| |", title);
  std::string line = "|---|";
  for (const IssueParams& issue : issues) {
    table += fmt::format(" {} |", issue.name);
    line += "---|";
  }
  table += "\n" + line + "\n";
  const auto add_row = [&](std::string_view name, auto value) {
    table += fmt::format("| `{}` |", name);
    for (const IssueParams& issue : issues) {
      table += value(issue.*of) == 0.0 ? " |" : fmt::format(" {} |", value(issue.*of));
    }
    table += "\n";
  };
  add_row("intercept", [](const Coefficients& c) { return c.intercept; });
  for (std::size_t x = 0; x < n_covariates; ++x) {
    add_row(covariate_names[x], [x](const Coefficients& c) { return c.covariates[x]; });
  }
  for (std::size_t g = 0; g < n_blocs; ++g) {
    add_row(bloc_names[g], [g](const Coefficients& c) { return c.blocs[g]; });
  }
  return table;
}

/// Issues have some hundred coefficients: their meaning once, their values in tables.
std::string preferences_section(const SectionEntry& section, std::span<const IssueParams> issues) {
  std::string text = fmt::format(
      "\n## preferences\n\n{} Keys are `preferences.ISSUE.KEY`; defaults are those of a new issue.\n\n{}",
      sentence(section.about), table_head);
  std::string_view last;
  for (const ParameterEntry& parameter : section.parameters) {
    const std::string key = parameter.path.substr(std::string_view("preferences.ISSUE.").size());
    if (parameter.info.about == last) continue;  // the next covariate or bloc
    last = parameter.info.about;
    text += row(parameter, key);
  }
  text += fmt::format("\nThe covariates are {}; the blocs are {}. Of either only the first stands above.\n",
                      join(covariate_names), join(bloc_names));
  text +=
      "\nThe issues of `data/issues.csv`, the table that `world.issues` names by default:\n\n"
      "| issue | depth_weight | status_quo | self_determined | lapse | displaces "
      "|\n|---|---|---|---|---|---|\n";
  for (const IssueParams& issue : issues) {
    text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", issue.name, issue.depth_weight,
                        issue.status_quo, issue.self_determined, issue.lapse, issue.displaces);
  }
  text += coefficient_table("Their positions (`preferences.ISSUE.KEY`; empty: 0):", issues,
                            &IssueParams::position);
  text += coefficient_table("Their salience (`preferences.ISSUE.salience.KEY`; empty: 0):", issues,
                            &IssueParams::salience);
  return text;
}

}  // namespace

std::string parameters_page(std::span<const IssueParams> issues) {
  std::string page(opening);
  for (const SectionEntry& section : describe_parameters()) {
    if (section.name == "preferences") {
      page += preferences_section(section, issues);
      continue;
    }
    page += fmt::format("\n## {}\n\n{}\n\n{}", section.name.empty() ? "The run" : section.name,
                        section.name.empty() ? "Keys at the top of the file." : sentence(section.about),
                        table_head);
    for (const ParameterEntry& parameter : section.parameters) {
      const bool inside = !section.name.empty();
      page += row(parameter, inside ? parameter.path.substr(parameter.path.find('.') + 1) : parameter.path);
    }
  }
  return page;
}

}  // namespace hansa
