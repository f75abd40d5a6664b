#pragma once

#include <string>
#include <vector>

#include "agents/build.hpp"
#include "scenarios/load/load.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa::test {

/// A scenario of the library with its tables.
struct LibraryWorld {
  LoadedScenario loaded;
  Tables tables;
  explicit LibraryWorld(const std::string& name, const std::vector<std::string>& settings = {})
      : loaded(load_scenario(name, settings, {{source / "scenarios/data"}, {source / "scenarios/library"}})),
        tables(read_tables(loaded.files)) {}
};

}  // namespace hansa::test
