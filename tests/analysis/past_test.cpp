#include <catch2/catch.hpp>

#include "analysis/past.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using namespace std::chrono;

PastConference conference(Ending ending, Form form = Form::Hard) {
  return {.conference = {.id = "A", .name = "Talks A", .year = 2001, .form = form, .ending = ending},
          .treaty = std::nullopt};
}

TEST_CASE("history is found by year, and by id, full name, or the name by which a scenario plays it",
          "[summary][history]") {
  const DataFolders folders{.data = {source_dir() / "scenarios/data"}, .library = {}};
  const Past past = read_past(folders);
  REQUIRE(past.find("COP15", 2009) != nullptr);
  CHECK(past.find("COP15", 2009)->conference.ending == Ending::Failed);
  CHECK(past.find("COP15/CMP5", 2009) == past.find("COP15", 2009));
  CHECK(past.find("Habitat3", 2016)->conference.id == "H3");
  CHECK(past.find("COP15", 2010) == nullptr);
  CHECK(past.find("INC5", 2024) == nullptr);
  CHECK(past.find("", 2009) == nullptr);
  CHECK(past.find("COP3", 1997)->treaty->id == "kyoto-1997");
  CHECK_FALSE(past.find("COP15", 2009)->treaty);
  CHECK_FALSE(past.find("UNCED", 1992)->treaty);  // two came of it
}

TEST_CASE("parties of a treaty in fact are counted among the states of a run, by the end of a year",
          "[summary][history]") {
  PastConference past = conference(Ending::Adopted);
  CHECK_FALSE(past.participation({"AAA"}, 2005));
  past.treaty = ObservedTreaty{.id = "t",
                               .states = {{"AAA", sys_days(2002y / 3 / 1)},
                                          {"BBB", sys_days(2005y / 12 / 31)},
                                          {"CCC", std::nullopt},
                                          {"EUU", sys_days(2002y / 3 / 1)}}};
  CHECK(past.participation({"AAA", "BBB", "CCC", "DDD"}, 2004) == 0.25);
  CHECK(past.participation({"AAA", "BBB", "CCC", "DDD"}, 2005) == 0.5);
}

TEST_CASE("a result differs from history by a text or none, or by its form", "[summary][history]") {
  CHECK(differs_from(conference(Ending::Adopted), 0.9, "hard") == false);
  CHECK(differs_from(conference(Ending::Adopted), 0.9, "soft") == true);
  CHECK(differs_from(conference(Ending::Adopted), 0.5, "hard") == true);  // no majority adopts
  CHECK(differs_from(conference(Ending::Failed), 0.2, "hard") == false);
  CHECK(differs_from(conference(Ending::Failed), 0.0, std::nullopt) == false);
  CHECK(differs_from(conference(Ending::Failed, Form::Soft), 1.0, "soft") == true);
  CHECK(differs_from(conference(Ending::Partial), 1.0, "hard") == true);
  CHECK_FALSE(differs_from(conference(Ending::None), 1.0, "hard"));
}

}  // namespace
}  // namespace hansa
