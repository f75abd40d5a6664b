#include "scenarios/load/issue_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "scenarios/load/paths.hpp"
#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/issue_fields.hpp"
#include "support/input/csv_table.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

/// Assigns a row's value to the field that its key names: a visitor for IssueParams::fields.
class RowReader {
 public:
  RowReader(const CsvTable& table, std::size_t row)
      : table_(table), row_(row), wanted_(table.name(row, "key")) {}

  void operator()(std::string_view name, double& value, const FieldInfo& info) {
    if (is_wanted(name)) value = table_.required_number(row_, "value", {info.min, info.max}) + 0.0;
  }

  void operator()(std::string_view name, bool& value, const FieldInfo&) {
    if (!is_wanted(name)) return;
    const std::string& word = table_.name(row_, "value");
    value = word == "true";
    if (!word.empty() && !value && word != "false")
      table_.report(row_, "value", "expected true or false, got " + in_quotes(word));
  }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    prefix_ = std::string(name) + ".";
    part.fields(*this);
    prefix_.clear();
  }

  /// Reports an unknown key.
  void finish() const {
    if (found_ || wanted_.empty()) return;
    const std::vector<std::string_view> keys(keys_.begin(), keys_.end());
    table_.report(row_, "key",
                  fmt::format("an issue has no key {}{}", in_quotes(wanted_), suggest(wanted_, keys)));
  }

 private:
  bool is_wanted(std::string_view name) {
    keys_.push_back(prefix_ + std::string(name));
    if (keys_.back() != wanted_) return false;
    return found_ = true;
  }

  const CsvTable& table_;
  std::size_t row_;
  const std::string& wanted_;
  std::string prefix_;
  std::vector<std::string> keys_;
  bool found_ = false;
};

constexpr std::size_t most_issues = 200;  // of which a scenario names 32

/// The issue of a row, created at its first row; nullptr, and a problem, if its name is invalid.
IssueParams* issue_of(const CsvTable& table, std::size_t row, std::vector<IssueParams>& issues,
                      std::vector<std::size_t>& first_rows) {
  const std::string& name = table.name(row, "issue");
  const std::string reason = why_no_issue_name(name);
  if (!reason.empty()) table.report(row, "issue", reason);
  if (name.empty() || !reason.empty()) return nullptr;
  const auto known =
      std::find_if(issues.begin(), issues.end(), [&](const auto& i) { return i.name == name; });
  if (known != issues.end()) return &*known;
  if (issues.size() == most_issues) {
    table.report(row, "issue", fmt::format("more than {} issues", most_issues));
    return nullptr;
  }
  first_rows.push_back(row);
  issues.emplace_back().name = name;
  return &issues.back();
}

}  // namespace

std::vector<IssueParams> read_issues(const std::filesystem::path& path, ProblemList& problems) {
  constexpr std::array<std::string_view, 4> columns = {"issue", "key", "value", "source"};
  const CsvTable table(path, columns, problems);
  std::vector<IssueParams> issues;
  std::vector<std::size_t> first_rows;
  TableIds pairs;
  for (std::size_t row = 0; table.reads(row); ++row) {
    table.name(row, "source");
    IssueParams* issue = issue_of(table, row, issues, first_rows);
    if (issue == nullptr) continue;
    pairs.add(table, row, "key", issue->name + " " + table.text(row, "key"));
    RowReader reader(table, row);
    issue->fields(reader);
    reader.finish();
  }
  for (std::size_t d = 0; d < issues.size(); ++d) {
    if (!issues[d].position.differs_between_states())
      table.report(first_rows[d], "issue",
                   "no coefficient of a covariate or bloc, so that all states would want the same on " +
                       in_quotes(issues[d].name));
  }
  if (!table.columns().empty() && issues.empty() && problems.empty())
    table.report_column("issue", "a table without an issue");
  return issues;
}

std::vector<IssueParams> shipped_issues(const DataFolders& folders) {
  ProblemList problems;
  const Found found = find_shipped_table("issues.csv", folders);
  if (!found.reason.empty()) problems.add({problems.add_file("issues.csv"), 1, 1}, "file", found.reason);
  std::vector<IssueParams> issues;
  if (found.reason.empty()) issues = read_issues(found.path, problems);
  problems.throw_if_any();
  return issues;
}

}  // namespace hansa
