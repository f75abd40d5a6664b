#include <string_view>

#include <catch2/catch.hpp>

#include "scenarios/parameters/negotiation_params.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {
namespace {

enum class Three { First, Second, Third };

/// Whether an array by enumerator can be constructed from this many values.
template <class Enum, class... Values>
concept Fits = requires(Values... values) {
  By<Enum, double>{values...};
};

TEST_CASE("an enumeration counts its enumerators, so that a list too short or too long does not compile",
          "[choice]") {
  static_assert(n_of<Three> == 3);
  static_assert(Fits<Three, double, double, double>);
  static_assert(!Fits<Three, double, double>);
  static_assert(!Fits<Three, double, double, double, double>);
  static_assert(each<Three>[2] == Three::Third);
  constexpr By<Three, double> values = {1, 0.5, 3};
  CHECK(values[Three::Second] == 0.5);
}

TEST_CASE("every channel of lobbying has a name and a meaning of its own, and its own default weight",
          "[choice]") {
  for (const Channel k : each<Channel>) {
    CHECK_FALSE(channel_rows[k].about.empty());
    CHECK(LobbyingParams{}.channels[k] == channel_rows[k].weight);
    for (const Channel other : each<Channel>) CHECK((name_of(k) == name_of(other)) == (k == other));
  }
}

}  // namespace
}  // namespace hansa
