// Cases K3 to K9: the role of cities in the historical text and in the model. Calibrated: the intercept of the urban role
// on the Paris Agreement and the refugee compact; the hurdle on these and on conferences before 2009 (Uruguay, Habitat
// II, Kyoto, the Millennium Goals, Doha). Held out: Cancun, the New Urban Agenda, the migration compact, Bali, SDG 11.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "tests/experiment.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using test::Experiment;

struct Case {
  std::string scenario, conference;
  UrbanPlace history;
  double content = 0;
  UrbanPlace place = UrbanPlace::Nothing;
};

Case played(Case one, const std::string& setting = "seed=42") {
  const Experiment experiment(one.scenario, {"realizations=32", setting});
  const std::size_t row = experiment.conference(one.conference);
  one.content = experiment.mean([&](const RunRecord& record) { return record.urban_role[row]; });
  const auto& from = experiment.loaded.scenario.feedback.places;
  for (const UrbanPlace place : each<UrbanPlace>)
    if (one.content >= from[place]) one.place = place;
  WARN(one.conference << ": content " << one.content << ", " << name_of(one.place) << "; in history "
                      << name_of(one.history));
  return one;
}

TEST_CASE("cases: what cities get from each text, against what they got", "[patterns][cases]") {
  const Case paris = played({"paris-2015", "COP21", UrbanPlace::Mention});
  const Case cancun = played({"paris-2015", "COP16", UrbanPlace::Mention}),
             marrakech = played({"migration-compact-2018", "GCM", UrbanPlace::Nothing}),
             bali = played({"trade-round", "Bali", UrbanPlace::Nothing}),
             goals = played({"sdg11-2015", "SDG", UrbanPlace::Mention}),
             quito = played({"new-urban-agenda-2016", "Habitat3", UrbanPlace::Implementation});
  for (const Case& one : {paris, marrakech, bali, goals}) CHECK(one.place == one.history);
  CHECK(quito.content > cancun.content);
}

TEST_CASE("cases: before 2009 cities have a place in Habitat II alone", "[patterns][cases]") {
  for (const Case& one : {played({"paris-2015", "COP3", UrbanPlace::Nothing}),
                          played({"sdg11-2015", "MDG", UrbanPlace::Nothing}),
                          played({"trade-round", "Uruguay", UrbanPlace::Nothing}),
                          played({"trade-round", "Doha", UrbanPlace::Nothing})})
    CHECK(one.place == one.history);
  CHECK(played({"new-urban-agenda-2016", "Habitat2", UrbanPlace::Consultation}).place ==
        UrbanPlace::Consultation);
}

TEST_CASE("cases would not hold without a hurdle: then every text has a word on cities",
          "[patterns][cases]") {
  const std::string none = "negotiation.urban_hurdle=0";
  CHECK(played({"migration-compact-2018", "GCM", UrbanPlace::Nothing}, none).place != UrbanPlace::Nothing);
  CHECK(played({"trade-round", "Uruguay", UrbanPlace::Nothing}, none).place != UrbanPlace::Nothing);
}

// The refugee compact and Cancun mention cities once, and the New Urban Agenda lets them implement it.
TEST_CASE("cases fail: two consultations too many and one too few", "[patterns][cases][known-failure]") {
  CHECK(played({"refugee-compact-2018", "GCR", UrbanPlace::Mention}).place == UrbanPlace::Consultation);
  CHECK(played({"new-urban-agenda-2016", "Habitat3", UrbanPlace::Implementation}).place ==
        UrbanPlace::Consultation);
  CHECK(played({"paris-2015", "COP16", UrbanPlace::Mention}).place == UrbanPlace::Consultation);
}

// Historically the Doha Round failed and Bali agreed.
TEST_CASE("cases: Bali passes; cases fail: Doha does too", "[patterns][cases][known-failure]") {
  const Experiment trade("trade-round", {});
  CHECK(trade.mean([](const RunRecord& record) { return double(record.adopted[1]); }) > 0.3);
  CHECK(trade.mean([](const RunRecord& record) { return double(record.adopted[2]); }) > 0.7);
}

// The shift of 2017 is set from history, what it does to cities is not.
TEST_CASE("cases: preemption in the United States rises after 2017", "[patterns][cases]") {
  const Experiment us("us-preemption", {});
  const std::size_t usa = us.state("USA"), n = us.facts.n_states;
  const auto between = [&](std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t y = from; y < to; ++y)
      sum += us.mean([&](const RunRecord& record) { return double(record.state_preemptions[y * n + usa]); });
    return sum / static_cast<double>(to - from);
  };
  WARN("cities preempted a year: " << between(0, 9) << " before 2017, " << between(9, 13) << " from 2017 on");
  CHECK(between(9, 13) > 1.3 * between(0, 9));
}

TEST_CASE(
    "cases: states that voted for the migration compact want more than those who abstained, and these than "
    "its opponents",
    "[patterns][cases][reference]") {
  const std::filesystem::path votes = source_dir() / "../shared/data/votes_gcm.csv";
  std::ifstream file(votes);
  if (!file) {
    std::cout << "skipped: the votes are data beside the project, which are missing" << std::endl;
    return;
  }
  const Experiment compact("migration-compact-2018", {"realizations=16"});
  const auto issue = static_cast<std::size_t>(std::ranges::find(compact.loaded.scenario.issues, "migration") -
                                              compact.loaded.scenario.issues.begin());
  std::map<std::string, std::pair<double, int>> sums;
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    const std::size_t n = compact.facts.n_issues, i = compact.state(cells[3]);
    const std::size_t year_2018 = (2 * compact.facts.n_states + i) * n + issue;
    auto& [sum, count] = sums[cells[4]];
    sum += compact.mean([&](const RunRecord& record) { return record.position[year_2018]; });
    ++count;
  }
  const auto mean = [&](const std::string& vote) { return sums[vote].first / sums[vote].second; };
  WARN("mean position: yes " << mean("yes") << ", abstained " << mean("abstain") << ", no " << mean("no"));
  CHECK(sums["no"].second == 5);
  CHECK(mean("yes") > mean("abstain"));
  CHECK(mean("abstain") > mean("no"));
}

}  // namespace
}  // namespace hansa
