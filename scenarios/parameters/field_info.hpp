#pragma once

#include <limits>
#include <string_view>

#include "scenarios/parameters/choice.hpp"

namespace hansa {

/// The declaration of one parameter beside its name and default, used by the loader, the bounds check,
/// `--set`, sweeps, the JSON schema and docs/reference/parameters.md.
struct FieldInfo {
  std::string_view unit = "1";
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  std::string_view source = "assumption";  // a citation, or the word "assumption"
  std::string_view about;                  // its meaning, one line
  bool required = false;                   // whether a scenario must give it
  std::string_view replaces = "";          // former keys that this one replaces, separated by blanks
};

/// A group of parameters, one for each enumerator from `first` on.
template <class Enum> struct FieldsBy {
  By<Enum, double>& values;
  FieldInfo info;
  Enum first{};

  template <class Visitor> void fields(Visitor& visit) {
    for (const Enum k : each<Enum>)
      if (k >= first) visit(name_of(k), values[k], info);
  }
};

}  // namespace hansa
