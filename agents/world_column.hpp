#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// The declaration of a column of the world: its meaning, and the functions that write it. Stores list theirs
/// in columns(), as parameters do in fields(). `hansa phases`, the ODD protocol and the test of writers read
/// that list.
struct WorldColumn {
  std::string_view dimensions;  // "state x issue"; empty: one value; 4: further veto players
  std::string_view unit;
  std::string_view about;
  std::array<std::string_view, 4> writers;  // functions that change it; set_once: none during a year

  [[nodiscard]] bool written_by(std::string_view call) const {
    for (const std::string_view writer : writers) {
      if (!writer.empty() && writer == call) return true;
    }
    return false;
  }
};

/// The writer of columns that are constant within a realization.
inline constexpr std::string_view set_once = "make_world";

/// A column of a vector of structs.
template <class Row, class Value> struct RowColumn {
  const std::vector<Row>& rows;
  Value Row::*member;
};

/// Calls take(path, column, info) for every column visited, with a path such as `states.position`.
template <class Take> class ColumnVisitor {
 public:
  explicit ColumnVisitor(Take& take, std::string_view store = {}) : take_(take), store_(store) {}

  template <class Values>
  void operator()(std::string_view name, const Values& values, const WorldColumn& info) {
    take_(path_of(name), values, info);
  }

  /// Visits all columns of a store.
  template <class Store> void store(std::string_view name, const Store& columns) {
    ColumnVisitor below(take_, name);
    columns.columns(below);
  }

  /// Visits the columns of a vector of structs, as its rows list them.
  template <class Row> void rows(std::string_view name, const std::vector<Row>& rows) {
    const auto take_member = [&]<class Value>(std::string_view column, Value Row::*member,
                                              const WorldColumn& info) {
      ColumnVisitor below(take_, name);
      below(column, RowColumn<Row, Value>{rows, member}, info);
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
