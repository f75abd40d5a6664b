#pragma once

#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "tests/places.hpp"

namespace hansa::test {

/// The members that the columns() of a header under sim/record/ visits; checks that each goes by its own name.
inline std::set<std::string> declared_columns(const std::string& header) {
  std::stringstream stream;
  stream << std::ifstream(source_dir() / "sim/record" / header).rdbuf();
  const std::string text = stream.str();
  const std::regex declaration(R"re(visit\(&R::(\w+),\s+\{"(\w+)")re");
  std::set<std::string> members;
  for (std::sregex_iterator one(text.begin(), text.end(), declaration), last; one != last; ++one) {
    CHECK((*one)[1] == (*one)[2]);
    members.insert((*one)[1]);
  }
  return members;
}

}  // namespace hansa::test
