#pragma once

#include "analysis/memberships/census.hpp"
#include "tests/places.hpp"

namespace hansa::test {

/// The census as the tables have it.
inline const Pairs& shipped_census() {
  static const Pairs pairs =
      read_census({{source_dir() / "scenarios/data"}, {source_dir() / "scenarios/library"}});
  return pairs;
}

}  // namespace hansa::test
