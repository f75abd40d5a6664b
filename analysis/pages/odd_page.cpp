#include "analysis/pages/odd_page.hpp"

#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "analysis/pages/reference_pages.hpp"
#include "sim/year.hpp"

namespace hansa {
namespace {

std::string schedule() {
  std::string table =
      "| phase | function | played | what | reads | writes | dial |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const Phase& phase : phases) {
    table += fmt::format("| {} (`{}`) | `{}` | {} | {} | {} | {} | `{}` |\n", phase.name, file_of(phase),
                         phase.verb, phase.at_conference ? "at each conference" : "each year", phase.about,
                         phase.reads, writes_of(phase), phase.dial);
  }
  return table;
}

std::string columns() {
  std::string table =
      "| variable | what | dimensions | unit | written by |\n| --- | --- | --- | --- | --- |\n";
  for (const NamedColumn& column : world_columns()) {
    std::string writers;
    for (const std::string_view writer : column.info.writers)
      if (!writer.empty()) writers += fmt::format("{}`{}`", writers.empty() ? "" : ", ", writer);
    table += fmt::format("| `{}` | {} | {} | {} | {} |\n", column.name, column.info.about,
                         column.info.dimensions.empty() ? "one value" : column.info.dimensions,
                         column.info.unit, writers);
  }
  return table;
}

/// The text from the last heading before `end` to `end`.
std::string_view section_before(std::string_view text, std::size_t end) {
  const std::size_t begin = text.rfind("\n## ", end);
  return text.substr(begin == std::string_view::npos ? 0 : begin, end - begin);
}

std::size_t place_of(std::string_view mark, std::string_view text) {
  const std::size_t place = text.find(mark);
  if (place == std::string_view::npos || text.find(mark, place + 1) != std::string_view::npos)
    throw std::runtime_error(
        fmt::format("docs/reference/model.md: the mark {} must occur exactly once", mark));
  return place;
}

std::string without_last_newlines(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

void replace(std::string_view mark, std::string part, std::string& page) {
  page.replace(place_of(mark, page), mark.size(), without_last_newlines(std::move(part)));
}

}  // namespace

std::string defaults_named_in(std::string_view text, std::span<const SectionEntry> sections) {
  std::string table = "| parameter | default | unit | meaning | source |\n| --- | --- | --- | --- | --- |\n";
  std::set<std::string_view> listed;
  for (std::size_t open = text.find('`'); open != std::string_view::npos; open = text.find('`', open + 1)) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string_view::npos) break;
    const std::string_view word = text.substr(open + 1, close - open - 1);
    open = close;
    for (const SectionEntry& section : sections) {
      for (const ParameterEntry& parameter : section.parameters) {
        if (parameter.path != word || !listed.insert(word).second) continue;
        // known issues have values of their own
        const char* of_new = word.find(".ISSUE.") == std::string_view::npos ? "" : " for a new issue";
        table += fmt::format("| `{}` | `{}`{} | {} | {} | {} |\n", word, parameter.default_value, of_new,
                             parameter.info.unit, parameter.info.about, parameter.info.source);
      }
    }
  }
  return table;
}

std::string lower_headings(std::string_view markdown, std::size_t n) {
  std::string lowered;
  bool fenced = false;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(begin, end - begin);
    fenced = fenced != line.starts_with("```");
    if (!fenced && line.starts_with('#')) lowered += std::string(n, '#');
    lowered += line;
    begin = end;
  }
  return lowered;
}

std::string odd_page(std::string_view model, std::string_view sources, std::span<const IssueParams> issues) {
  constexpr std::string_view initialization = "<!-- initialization -->";
  const std::size_t place = place_of(initialization, model);
  std::string page(model);
  replace(initialization, defaults_named_in(section_before(model, place), describe_parameters()), page);
  replace("<!-- columns -->", columns(), page);
  replace("<!-- schedule -->", schedule(), page);
  replace("<!-- tables -->", lower_headings(sources, 3), page);
  replace("<!-- parameters -->", lower_headings(parameters_page(issues), 3), page);
  return page;
}

}  // namespace hansa
