#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/choice.hpp"
#include "scenarios/parameters/decision_rule.hpp"
#include "scenarios/parameters/field_info.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"
#include "support/input/yaml_tree.hpp"

namespace hansa {

/// Each reads a node as one type of parameter and checks its bounds. False, and a problem, if it is invalid;
/// `key` is the full path of the parameter.
bool read_value(const Node& node, double& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);
bool read_value(const Node& node, int& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);
bool read_value(const Node& node, std::uint64_t& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);
bool read_value(const Node& node, bool& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);
bool read_value(const Node& node, std::string& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);

bool read_value(const Node& node, DecisionRule& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems);

/// Whether a node is a text; otherwise reports that `wanted` was expected.
bool is_text(const Node& node, std::string_view wanted, std::string_view key, ProblemList& problems);

/// Why a text cannot name an issue; empty if it can, and for an empty text.
std::string why_no_issue_name(std::string_view text);

/// A description of a node for "expected ..., got ...".
std::string name_kind(const Node& node);

template <Choice T>
bool read_value(const Node& node, T& value, const FieldInfo&, std::string_view key, ProblemList& problems) {
  const auto words = choices(T{});
  std::string wanted = "one of ";
  for (const T k : each<T>) wanted += (index(k) == 0 ? "" : ", ") + std::string(words[k]);
  if (!is_text(node, wanted, key, problems)) return false;
  for (const T k : each<T>) {
    if (node.text != words[k]) continue;
    value = k;
    return true;
  }
  std::string hint = suggest(node.text, words);
  if (hint.starts_with("; known")) hint.clear();
  problems.add(node.place, key, "expected " + wanted + "; got " + name_kind(node) + hint);
  return false;
}

inline constexpr std::size_t longest_list = 1000;  // [values]

/// A list without repetitions.
template <class T>
bool read_value(const Node& node, std::vector<T>& values, const FieldInfo& info, std::string_view key,
                ProblemList& problems) {
  if (node.kind != Node::Kind::List) {
    if (node.kind == Node::Kind::Nothing) {
      problems.add(node.place, key, "no value given; an empty list is []");
    } else if (node.kind != Node::Kind::Refused) {
      problems.add(node.place, key, "expected a list such as [a, b], got " + name_kind(node));
    }
    return false;
  }
  if (node.items.size() > longest_list) {
    problems.add(node.place, key, "a list of more than " + std::to_string(longest_list) + " values");
    return false;
  }
  bool good = true;
  std::vector<T> read;
  for (std::size_t k = 0; k < node.items.size(); ++k) {
    const std::string item_key = std::string(key) + "[" + std::to_string(k + 1) + "]";
    T value{};
    if (!read_value(node.items[k], value, info, item_key, problems)) {
      good = false;
    } else if (std::find(read.begin(), read.end(), value) != read.end()) {
      problems.add(node.items[k].place, item_key, name_kind(node.items[k]) + " is listed twice");
      good = false;
    } else {
      read.push_back(std::move(value));
    }
  }
  if (good) values = std::move(read);
  return good;
}

}  // namespace hansa
