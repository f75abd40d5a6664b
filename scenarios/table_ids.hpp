#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scenarios/csv_table.hpp"

namespace hansa {

/// The ids of a table and the line of each, so that repetitions and links to nowhere are found.
class TableIds {
 public:
  /// Notes the id of a row; reports one that is there already.
  void add(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id);

  /// Reports a cell whose word is no id of this table, unless the table could not be read at all.
  void expect(const CsvTable& table, std::size_t row, std::string_view column, const std::string& id,
              std::string_view what) const;

 private:
  std::unordered_map<std::string, int> lines_;
};

}  // namespace hansa
