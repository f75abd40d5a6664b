#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/field_info.hpp"
#include "scenarios/parameters/issue_params.hpp"

namespace hansa {

/// A visitor for fields(): calls an action on the parameter with a path such as gridlock.level or
/// conferences.COP15.floor, if there is one. `action` takes the value, of any type, and its FieldInfo.
template <class Action> class AtPath {
 public:
  /// `in_new_parts`: a path may lead to a part that the scenario does not name, such as networks.c40; the action then gets
  /// a value that belongs to nothing.
  AtPath(std::string_view path, bool in_new_parts, Action& action)
      : rest_(path), in_new_parts_(in_new_parts), action_(action) {}

  bool found = false;

  template <class T> void operator()(std::string_view name, T& value, const FieldInfo& info) {
    if (found || name != rest_) return;
    found = true;
    action_(value, info);
  }

  void path(std::string_view name, std::string& file, const FieldInfo& info) { (*this)(name, file, info); }

  template <class T> void group(std::string_view name, T& part, std::string_view) {
    if (found || !leads_to(name)) return;
    const std::string_view before = rest_;
    rest_.remove_prefix(name.size() + 1);
    part.fields(*this);
    rest_ = before;
  }

  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    below(name, [&] {
      for (std::size_t k = 0; k < parts.size(); ++k) group(names[k], parts[k], "");
    });
  }

  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(part.name, part, "");
    if (found || !in_new_parts_) return;
    Part part;
    group(rest_.substr(0, rest_.find('.')), part, "");
  }

  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; }) {
      below(name, [&] {
        for (Row& row : rows) group(row.name, row, "");
      });
    }
  }

 private:
  [[nodiscard]] bool leads_to(std::string_view name) const {
    return rest_.size() > name.size() && rest_.starts_with(name) && rest_[name.size()] == '.';
  }

  template <class Visit> void below(std::string_view name, const Visit& visit) {
    if (found || !leads_to(name)) return;
    const std::string_view before = rest_;
    rest_.remove_prefix(name.size() + 1);
    visit();
    rest_ = before;
  }

  std::string_view rest_;
  bool in_new_parts_;
  Action& action_;
};

}  // namespace hansa
