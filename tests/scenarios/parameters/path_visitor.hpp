#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/issue_params.hpp"

namespace hansa::test {

/// The part of a visitor of fields() that keeps the path of where it is, such as `conferences.COP15.`; Own takes the
/// parameters. Rows without a name are left out.
template <class Own> class PathVisitor {
 public:
  template <class T> void group(std::string_view name, T& part, std::string_view) {
    const std::string outer = before_;
    before_ += std::string(name) + ".";
    part.fields(static_cast<Own&>(*this));
    before_ = outer;
  }
  void keyed(std::string_view name, std::vector<IssueParams>& parts, const std::vector<std::string>& names,
             std::string_view) {
    for (std::size_t k = 0; k < parts.size(); ++k) group(std::string(name) + "." + names[k], parts[k], "");
  }
  template <class Part> void named(std::vector<Part>& parts, std::string_view) {
    for (Part& part : parts) group(part.name, part, "");
  }
  template <class Row> void rows(std::string_view name, std::vector<Row>& rows, std::string_view) {
    if constexpr (requires(Row row) { row.name; })
      for (Row& row : rows) group(std::string(name) + "." + row.name, row, "");
  }

 protected:
  std::string before_;
};

}  // namespace hansa::test
