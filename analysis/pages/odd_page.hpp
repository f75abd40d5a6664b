#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/pages/describe.hpp"
#include "scenarios/parameters/issue_params.hpp"

namespace hansa {

/// The ODD protocol of the model: its hand-written text, docs/reference/model.md, with each of these marks replaced by
/// a generated part. Throws std::runtime_error unless each mark occurs exactly once.
///
///     <!-- columns -->         every variable that changes during a realization, with the calls that write it
///     <!-- schedule -->        the phases of a year in the order of execution, with what each reads and writes
///     <!-- initialization -->  defaults of the parameters named in the section above the mark
///     <!-- tables -->          `sources`, the sources of the tables
///     <!-- parameters -->      every parameter, with the coefficients of `issues`
[[nodiscard]] std::string odd_page(std::string_view model, std::string_view sources,
                                   std::span<const IssueParams> issues);

/// A row for each parameter that `text` names in backticks by its path, in the order of the text.
[[nodiscard]] std::string defaults_named_in(std::string_view text, std::span<const SectionEntry> sections);

/// Markdown with its headings lowered by `n` levels; fenced lines are unchanged.
[[nodiscard]] std::string lower_headings(std::string_view markdown, std::size_t n);

}  // namespace hansa
