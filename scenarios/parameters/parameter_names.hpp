#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/parameters/field_info.hpp"

namespace hansa {

/// A visitor for fields(): the names of a struct's own parameters and groups.
struct NameCollector {
  std::vector<std::string> names;

  template <class T> void operator()(std::string_view name, T&, const FieldInfo&) {
    names.emplace_back(name);
  }
  void path(std::string_view name, std::string&, const FieldInfo&) { names.emplace_back(name); }
  template <class T> void group(std::string_view name, T&, std::string_view) { names.emplace_back(name); }
  template <class Part> void named(std::vector<Part>&, std::string_view) {}
};

/// The keys that a section may have, but for those that are somebody's name.
template <class Params> std::vector<std::string> names_of_parameters() {
  Params params;
  NameCollector collector;
  params.fields(collector);
  return collector.names;
}

}  // namespace hansa
