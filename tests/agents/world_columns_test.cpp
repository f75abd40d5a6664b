#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "agents/world.hpp"

namespace hansa {
namespace {

/// Converts to any member of an aggregate.
struct Anything {
  template <class Member> operator Member() const;
};

template <class Aggregate, class... Members>
concept InitialisedBy = requires {
  Aggregate{std::declval<Members>()...};
};

/// The number of data members of an aggregate, of which the first ones cannot be left out.
template <class Aggregate, class... Members> consteval std::size_t n_members() {
  if constexpr (InitialisedBy<Aggregate, Members..., Anything>)
    return n_members<Aggregate, Members..., Anything>();
  else
    return sizeof...(Members);
}

/// How many columns a store lists.
std::size_t n_columns(const std::string& store) {
  std::size_t n = 0;
  for (const NamedColumn& column : world_columns()) n += column.name.starts_with(store + ".") ? 1U : 0U;
  return n;
}

TEST_CASE("every data member of a store is listed as a column", "[columns]") {
  CHECK(n_columns("states") == n_members<StateStore>());
  CHECK(n_columns("vetoes") == n_members<VetoStore>());
  CHECK(n_columns("cities") == n_members<CityStore>());
  CHECK(n_columns("networks") == n_members<NetworkStore>());
  CHECK(n_columns("voice") == n_members<Voice>());
  CHECK(n_columns("pressure") == n_members<Pressure>());
  CHECK(n_columns("season") == n_members<Season>());
  CHECK(n_columns("agreements") == n_members<Agreement>());
}

TEST_CASE("every data member of the world but facts, draws and year is a store or a column", "[columns]") {
  std::set<std::string> members;
  for (const NamedColumn& column : world_columns())
    members.insert(column.name.substr(0, column.name.find('.')));
  CHECK(members.size() + 3 == (n_members<World, Anything, Anything>()));
}

TEST_CASE("no two columns share a name, and each has a unit and a meaning", "[columns]") {
  std::set<std::string> names;
  for (const NamedColumn& column : world_columns()) {
    CAPTURE(column.name);
    CHECK(names.insert(column.name).second);
    CHECK_FALSE(column.info.unit.empty());
    CHECK_FALSE(column.info.about.empty());
  }
}

TEST_CASE("a member is listed under its own name", "[columns]") {
  World world{.facts = nullptr, .draws = Draws(0, 0), .year = 0};
  world.agreements.resize(1);
  std::set<std::string> seen;
  visit_columns(world, [&](const std::string& name, const auto& values, const WorldColumn&) {
    if (static_cast<const void*>(&values) == &world.states.home_pressure) seen.insert(name);
    if (static_cast<const void*>(&values) == &world.season.admitted) seen.insert(name);
  });
  CHECK(seen == std::set<std::string>{"season.admitted", "states.home_pressure"});
}

}  // namespace
}  // namespace hansa
