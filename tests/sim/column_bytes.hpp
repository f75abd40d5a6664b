#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "agents/world.hpp"

namespace hansa::test {

/// Appends the bytes of a value: equal texts, equal bits.
struct Bytes {
  std::string text;

  template <class Value>
  requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
  void operator()(const Value& value) { text.append(reinterpret_cast<const char*>(&value), sizeof value); }
  template <class Value> void operator()(const std::vector<Value>& values) {
    (*this)(values.size());
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>)
      text.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
    else
      for (const Value& value : values) (*this)(value);
  }
  void operator()(const Terms& terms) {
    const auto& [agenda, depth_weight, status_quo, pledged, world_constant, world_slope, effort, share,
                 pledge, payment, form, payoff, sunk, initiative, stake, force, ratchet, hardness] = terms;
    (*this)(agenda), (*this)(depth_weight), (*this)(status_quo), (*this)(pledged), (*this)(world_constant),
        (*this)(world_slope), (*this)(effort), (*this)(share), (*this)(pledge), (*this)(payment),
        (*this)(form), (*this)(payoff), (*this)(sunk), (*this)(initiative), (*this)(stake), (*this)(force),
        (*this)(ratchet), (*this)(hardness);
  }
  template <class Row, class Value> void operator()(const RowColumn<Row, Value>& column) {
    for (const Row& row : column.rows) (*this)(row.*column.member);
  }
};

/// The bytes of every column, by its name.
inline std::map<std::string, std::string> bytes_of_columns(const World& world) {
  std::map<std::string, std::string> columns;
  visit_columns(world, [&](const std::string& name, const auto& values, const WorldColumn&) {
    Bytes bytes;
    bytes(values);
    columns.emplace(name, std::move(bytes.text));
  });
  return columns;
}

}  // namespace hansa::test
