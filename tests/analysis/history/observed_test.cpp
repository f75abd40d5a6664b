#include <catch2/catch.hpp>

#include "analysis/history/observed.hpp"
#include "support/input/problem.hpp"
#include "tests/places.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using namespace std::chrono;

TEST_CASE("a threshold is met on the day on which states and emissions suffice, in any order of rows",
          "[history]") {
  const ObservedTreaty treaty{.min_parties = 2, .min_emissions = 0.5};
  const Joining early{sys_days(2001y / 1 / 1), 0.1}, later{sys_days(2002y / 1 / 1), 0.3},
      large{sys_days(2003y / 6 / 5), 0.2};
  CHECK(day_of_threshold(treaty, {large, early, later}) == large.date);
  CHECK_FALSE(day_of_threshold(treaty, {early, later}));
  CHECK_FALSE(day_of_threshold({.min_parties = 4}, {large, early, later}));
  CHECK(day_of_threshold({.min_parties = 2}, {large, early, later}) == later.date);
  CHECK_FALSE(day_of_threshold({}, {large, early, later}));
}

TEST_CASE("an invalid cell is refused with its line and column", "[history]") {
  const test::ScratchFolder scratch;
  const auto expect = [&](const std::string& text, const auto& read, const std::string& message) {
    test::put(scratch / "x.csv", text);
    CHECK_THROWS_WITH(read(scratch / "x.csv"), Contains(message));
  };
  expect("iso3,vote\nUSA,maybe\n", read_votes,
         "x.csv:2:5: vote: expected one of yes, no, abstain, not_voting; got 'maybe'");
  expect("iso3,vote\nUSA,no\nUSA,yes\n", read_votes, "x.csv:3:1: iso3: line 2 has this already");
  expect("iso3\nUSA\n", read_votes, "vote");
  expect("date,sender,target,relation\n1999-13-01,USA,FRA,conflict\n", read_relations,
         "x.csv:2:1: date: expected a date such as 1997-12-11, got '1999-13-01'");
  expect("date,sender,target,relation\n1999-12-01,USA,USA,conflict\n", read_relations,
         "x.csv:2:16: target: expected another state than the sender");
}

TEST_CASE("the shipped tables of what happened are in order", "[history]") {
  const auto data = source_dir() / "scenarios/data";
  CHECK(read_conferences(data / "conferences.csv").size() == 46);
  CHECK(played_conferences(read_conferences(data / "conferences.csv")).size() == 33);
  CHECK(read_votes(data / "history/votes.csv").size() == 193);
  CHECK(read_relations(data / "history/relations.csv").size() == 3395);
  CHECK(read_treaties(data / "history/ratifications.csv", data / "treaties.csv").size() == 14);
}

}  // namespace
}  // namespace hansa
