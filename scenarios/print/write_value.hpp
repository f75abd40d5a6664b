#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/load/read_value.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Each writes a parameter as YAML on one line from which read_value returns the same value.
std::string write_value(double value);  // the shortest digits that do so
std::string write_value(int value);
std::string write_value(std::uint64_t value);
std::string write_value(bool value);
std::string write_value(const std::string& value);  // quoted where a reader might take it for another type
std::string write_value(const DecisionRule& value);

template <Choice T> std::string write_value(T value) { return std::string(name_of(value)); }

template <class T> std::string write_value(const std::vector<T>& values) {
  std::string list;
  for (const T& value : values) list += (list.empty() ? "" : ", ") + write_value(value);
  return "[" + list + "]";
}

/// A node as YAML on one line that reads back as the same node.
[[nodiscard]] std::string write_node(const Node& node);

}  // namespace hansa
