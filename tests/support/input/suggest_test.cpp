#include <array>

#include <catch2/catch.hpp>

#include "support/input/suggest.hpp"

namespace hansa {
namespace {

constexpr std::array<std::string_view, 4> keys = {"level", "polarisation", "paralysis", "sovereignty_cost"};

TEST_CASE("a misspelt word gets the nearest known one as a hint", "[scenario]") {
  CHECK(suggest("levle", keys) == "; did you mean 'level'?");  // two letters swapped
  CHECK(suggest("leve", keys) == "; did you mean 'level'?");   // one missing
  CHECK(suggest("Level", keys) == "; did you mean 'level'?");  // case is ignored
  CHECK(suggest("polarization", keys) == "; did you mean 'polarisation'?");
  CHECK(suggest("sovereigntycost", keys) == "; did you mean 'sovereignty_cost'?");
}

TEST_CASE("the beginning of one known word gets that word as a hint", "[scenario]") {
  CHECK(suggest("sov", keys) == "; did you mean 'sovereignty_cost'?");
  CHECK(suggest("po", keys) == "; did you mean 'polarisation'?");
}

TEST_CASE("a word near the part of a name before a hyphen gets that name as a hint", "[scenario]") {
  constexpr std::array<std::string_view, 3> names = {"paris-2015", "copenhagen-2009", "us-withdrawal"};
  CHECK(suggest("copenhgen", names) == "; did you mean 'copenhagen-2009'?");
  CHECK(suggest("pariss", names) == "; did you mean 'paris-2015'?");
  CHECK(suggest("us-x", names).starts_with("; known: "));
  CHECK(suggest("london", names).starts_with("; known: "));
}

TEST_CASE("an unlike word gets all known ones as a hint, if they are few", "[scenario]") {
  CHECK(suggest("strength", keys) == "; known: level, polarisation, paralysis, sovereignty_cost");
  CHECK(suggest("l", keys) == "; known: level, polarisation, paralysis, sovereignty_cost");
  CHECK(suggest(std::string(5000, 'l'), keys).starts_with("; known: "));
  CHECK(suggest("x", {}).empty());
  const std::vector<std::string_view> many(13, "abcdefgh");
  CHECK(suggest("x", many).empty());
}

}  // namespace
}  // namespace hansa
