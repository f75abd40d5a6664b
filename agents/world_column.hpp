#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// What a column of the world is and which calls change it. Stores list their columns in columns(), as parameters do in
/// fields(): `hansa phases`, the ODD protocol and the tests of what each call writes are made from that list.
struct WorldColumn {
  std::string_view dimensions;  // "state x issue"; empty: one value; 4: the further veto players of a state
  std::string_view unit;
  std::string_view about;
  std::array<std::string_view, 4> writers;  // functions that change it during a year; set_once for none

  [[nodiscard]] bool written_by(std::string_view call) const {
    for (const std::string_view writer : writers) {
      if (!writer.empty() && writer == call) return true;
    }
    return false;
  }
};

/// The writer of columns that do not change after the start of a realization.
inline constexpr std::string_view set_once = "make_world";

/// A column of a store whose rows are structs.
template <class Row, class Value> struct RowColumn {
  const std::vector<Row>& rows;
  Value Row::*member;
};

/// Calls take(path, column, info) for every column that is visited, with a path such as `states.position`.
template <class Take> class ColumnVisitor {
 public:
  explicit ColumnVisitor(Take& take, std::string_view store = {}) : take_(take), store_(store) {}

  template <class Values>
  void operator()(std::string_view name, const Values& values, const WorldColumn& info) {
    take_(path_of(name), values, info);
  }

  /// A store: all of its columns.
  template <class Store> void store(std::string_view name, const Store& columns) {
    ColumnVisitor below(take_, name);
    columns.columns(below);
  }

  /// A store of structs: the columns that its rows list.
  template <class Row> void rows(std::string_view name, const std::vector<Row>& rows) {
    const auto take_member = [&](std::string_view column, auto member, const WorldColumn& info) {
      ColumnVisitor below(take_, name);
      below(column, RowColumn{rows, member}, info);
    };
    Row::columns(take_member);
  }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const {
    return store_.empty() ? std::string(name) : std::string(store_) + "." + std::string(name);
  }

  Take& take_;
  std::string_view store_;
};

}  // namespace hansa
