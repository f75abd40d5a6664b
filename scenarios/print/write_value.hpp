#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/load/read_value.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Each writes a parameter as YAML on one line, so that read_value gives the same value back.
std::string write_value(double value);  // the shortest digits that do so
std::string write_value(int value);
std::string write_value(std::uint64_t value);
std::string write_value(bool value);
std::string write_value(const std::string& value);  // in quotes where another reader might see a number in it
std::string write_value(const DecisionRule& value);

template <Choice T> std::string write_value(T value) { return std::string(name_of(value)); }

template <class T> std::string write_value(const std::vector<T>& values) {
  std::string list;
  for (const T& value : values) list += (list.empty() ? "" : ", ") + write_value(value);
  return "[" + list + "]";
}

/// What a node says, as YAML on one line that reads back as the same node.
[[nodiscard]] std::string write_node(const Node& node);

}  // namespace hansa
