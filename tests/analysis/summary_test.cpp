#include <cmath>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/results/result_layout.hpp"
#include "analysis/summary.hpp"
#include "analysis/summary_report.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::near;
using test::SmallWorld;

TEST_CASE("a share has its Wilson interval", "[summary]") {
  // by the closed form ((p + z^2 / 2n) -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n),
  const auto [k, n, low, high] = GENERATE(table<double, double, double, double>({
      {10, 20, 0.29929800819821234, 0.7007019918017877},
      {0, 10, 0.0, 0.2775327998628892},
      {10, 10, 0.7224672001371106, 1.0},
      {1, 64, 0.002763541923337505, 0.08334101600094267},
  }));
  const auto [from, to] = wilson_interval(k, n);
  CHECK(from == Approx(low).epsilon(1e-11).margin(1e-15));
  CHECK(to == Approx(high).epsilon(1e-11));
}

TEST_CASE("a share of nothing may be anything", "[summary]") {
  CHECK(wilson_interval(0, 0) == std::array{0.0, 1.0});
}

/// Four realizations of two years with two conferences among three states, the second of which is for a treaty;
/// realizations 1 to 3 adopt the first text and 3 alone the second.
struct Four {
  SmallWorld small{3, 1, 2};
  std::vector<RunRecord> records;
  Four() {
    small.scenario.issues = {"mitigation"};
    small.add_conference({.name = "COP1", .year = 2000});
    small.add_conference({.name = "COP2", .year = 2001, .treaty = {.name = "treaty"}});
    for (std::uint8_t r = 0; r < 4; ++r) {
      RunRecord record = make_record(small.facts);
      record.networks = {10 + r, 20 + r};
      record.births = record.deaths = record.mergers = record.preemptions = {0, 0};
      record.memberships = {12 * r, 30};
      record.member_cities = {6 * r, 20};
      for (auto member :
           {&RunRecord::effective_number, &RunRecord::concentration, &RunRecord::overlap,
            &RunRecord::network_voice, &RunRecord::coherence, &RunRecord::correlation, &RunRecord::coverage,
            &RunRecord::attention_left, &RunRecord::soft_power, &RunRecord::access, &RunRecord::top_access,
            &RunRecord::autonomy, &RunRecord::compliance, &RunRecord::delivery, &RunRecord::city_action,
            &RunRecord::status_quo})
        record.*member = {0.25 * r, 0.5};
      record.position = record.state_compliance = record.state_city_action = record.home_pressure =
          std::vector<double>(6, 0.5);
      record.ratified.assign(3, std::nan(""));
      record.rounds = {3 + r, 12};
      records.push_back(std::move(record));
    }
    for (const std::size_t r : {1U, 2U, 3U}) adopt(r, 0, 0.1 * static_cast<double>(r), r == 1 ? 1 : 3);
    adopt(3, 1, 0.6, 2);
    // the third state objects where the first text fails, and where it passes the first state does
    records[0].objects = {0, 0, 1, 0, 1, 1};
    records[1].objects = {1, 0, 0, 0, 1, 1};
    records[2].objects = {1, 0, 0, 0, 0, 1};
  }
  void adopt(std::size_t r, std::size_t c, double depth, std::uint8_t form) {
    records[r].adopted[c] = 1;
    records[r].form[c] = form;
    records[r].hardness[c] = 0.5;
    records[r].depth[c] = depth;
    records[r].participation[c] = 0.9;
    records[r].urban_role[c] = 0.25;
  }
  Summary summary() { return summarise(lay_out(small.facts, records, {})); }
};

TEST_CASE("a conference is summed up over all realizations and its text over those with one", "[summary]") {
  const Summary summary = Four().summary();
  CHECK(summary.n_realizations == 4);
  REQUIRE(summary.conferences.size() == 2);
  const ConferenceSummary& first = summary.conferences[0];
  CHECK(first.name == "COP1");
  CHECK(first.year == 2000);
  CHECK(mean_of(first.means, "adopted") == 0.75);
  CHECK(first.adopted_ci95 == wilson_interval(3, 4));
  CHECK(first.form == "hard");  // two of three
  CHECK(mean_of(first.means, "depth") == near(0.2));
  CHECK(mean_of(first.means, "hardness") == 0.5);
  CHECK(mean_of(first.means, "participation") == near(0.9));
  CHECK(mean_of(first.means, "urban_role") == 0.25);
  CHECK(mean_of(first.means, "rounds") == near(4.5));
}

/// A summary of conferences that all have this share and depth, and no history.
Summary summary_of(double adopted, double depth, std::size_t n) {
  Summary summary = Four().summary();
  ConferenceSummary one = summary.conferences.front();
  one.objectors.clear();
  one.form = adopted > 0 ? std::optional<std::string>("soft") : std::nullopt;
  for (OutcomeMean& mean : one.means) {
    if (mean.metric == "adopted") mean.mean = adopted;
    if (mean.metric == "depth") mean.mean = depth;
  }
  summary.conferences.assign(n, one);
  return summary;
}

TEST_CASE("on a terminal no depth is drawn where no text is adopted", "[summary]") {
  const Screen terminal{.width = 100, .is_terminal = true};
  const std::string none = summary_text(summary_of(0, NAN, 4), "None").on(terminal);
  CHECK_THAT(none, Catch::Matchers::Contains("\nadopted ") && !Catch::Matchers::Contains("\ndepth   "));
  CHECK_THAT(summary_text(summary_of(1, 0.1, 4), "Some").on(terminal),
             Catch::Matchers::Contains("\ndepth   "));
}

TEST_CASE("history agrees with conferences that have one alone", "[summary]") {
  const Screen terminal{.width = 100, .is_terminal = true};
  Summary summary = summary_of(1, 0.1, 4);
  const auto says = [&] {
    return summary_text(summary, "Some").on(terminal).find("history agrees") != std::string::npos;
  };
  for (ConferenceSummary& one : summary.conferences) {
    CHECK_FALSE(says());
    one.history = HistoryBeside{};
    one.history->differs = false;
  }
  CHECK(says());
}

TEST_CASE("those who object where nothing is adopted are named, most often first", "[summary]") {
  const Summary summary = Four().summary();
  CHECK(summary.conferences[0].objectors == std::vector<std::string>{"CCC"});
  CHECK(summary.conferences[1].objectors == std::vector<std::string>{"CCC", "BBB"});
}

TEST_CASE("no more than five objectors are named", "[summary]") {
  SmallWorld small(7);
  small.add_conference();
  RunRecord record = make_record(small.facts);
  record.objects.assign(7, 1);
  for (auto member : {&RunRecord::networks, &RunRecord::memberships, &RunRecord::member_cities})
    record.*member = {0};
  record.effective_number = record.network_voice = {0.0};
  const std::vector<RunRecord> records = {record};
  CHECK(summarise(lay_out(small.facts, records, {})).conferences[0].objectors ==
        std::vector<std::string>{"AAA", "BBB", "CCC", "DDD", "EEE"});
}

TEST_CASE("what happened stands beside a conference of the same name and year", "[summary]") {
  const Past past(
      {{.conference = {.id = "COP1", .year = 2000, .form = Form::Soft, .ending = Ending::Failed},
        .treaty = std::nullopt},
       {.conference = {.id = "COP2", .instrument = "The Treaty", .year = 2001, .form = Form::Hard},
        .treaty =
            ObservedTreaty{.in_force = std::chrono::sys_days(std::chrono::year(2004) / 5 / 1),
                           .states = {{"AAA", std::chrono::sys_days(std::chrono::year(2001) / 12 / 31)},
                                      {"BBB", std::chrono::sys_days(std::chrono::year(2002) / 1 / 1)}}}}});
  Four four;
  const Summary summary = summarise(lay_out(four.small.facts, four.records, {}), past);
  REQUIRE(summary.conferences[0].history);
  CHECK(summary.conferences[0].history->differs == true);  // three of four adopt
  CHECK_FALSE(summary.conferences[0].history->participation);
  REQUIRE(summary.conferences[1].history);
  CHECK(summary.conferences[1].history->differs == true);  // one of four
  CHECK(*summary.conferences[1].history->participation == near(1.0 / 3));
  const std::string text = summary_text(summary, "Four");
  CHECK_THAT(text, Catch::Matchers::Contains(" failed!\n") || Catch::Matchers::Contains(" failed! CCC\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("  history, by 2001\n") &&
                       Catch::Matchers::Contains("May 2004, 0.33 of states\n"));
  const auto json = nlohmann::json::parse(summary_json(summary, {}));
  CHECK(json["conferences"][0]["history"]["outcome"] == "failed");
  CHECK(json["conferences"][1]["history"]["instrument"] == "The Treaty");
  CHECK(json["conferences"][1]["history"]["entered_force"] == "2004-05-01");

  const std::string plain = summary_text(four.summary(), "Four");
  CHECK_THAT(plain, !Catch::Matchers::Contains("history"));
  CHECK(nlohmann::json::parse(summary_json(four.summary(), {}))["conferences"][0]["history"].is_null());
}

TEST_CASE("a conference that never adopts has no text to sum up", "[summary]") {
  Four four;
  four.records.resize(1);
  const ConferenceSummary conference = four.summary().conferences[0];
  CHECK(mean_of(conference.means, "adopted") == 0.0);
  CHECK_FALSE(conference.form);
  CHECK(std::isnan(mean_of(conference.means, "depth")));
  CHECK(std::isnan(mean_of(conference.means, "hardness")));
  CHECK(std::isnan(mean_of(conference.means, "participation")));
}

TEST_CASE("networks are summed up year by year", "[summary]") {
  const Summary summary = Four().summary();
  REQUIRE(summary.years.size() == 2);
  CHECK(summary.years[0].year == 2000);
  CHECK(mean_of(summary.years[0].means, "networks") == near(11.5));
  CHECK(mean_of(summary.years[1].means, "networks") == near(21.5));
  CHECK(mean_of(summary.years[0].means, "effective_number") == near(0.375));
  CHECK(mean_of(summary.years[0].means, "network_voice") == near(0.375));
  // 0 where no city is a member, 2 in the other three
  CHECK(mean_of(summary.years[0].means, "memberships_per_city") == near(1.5));
  CHECK(mean_of(summary.years[1].means, "memberships_per_city") == near(1.5));
}

TEST_CASE("a treaty is in force by a median date", "[summary]") {
  Four four;
  const auto in_force = [&](std::vector<double> dates) {
    for (std::size_t r = 0; r < 4; ++r) four.records[r].entered_force[1] = dates[r];
    return four.summary().treaties.at(0);
  };
  const double never = std::nan("");
  CHECK(in_force({2004.5, never, 2001.5, 2002.0}).name == "treaty");
  CHECK(in_force({2004.5, never, 2001.5, 2002.0}).in_force == 0.75);
  CHECK(in_force({2004.5, never, 2001.5, 2002.0}).entered_force_median == 2002.0);
  CHECK(in_force({2004.5, 2003.0, 2001.5, 2002.0}).entered_force_median == 2002.5);
  CHECK(in_force({never, never, never, never}).in_force == 0.0);
  CHECK_FALSE(in_force({never, never, never, never}).entered_force_median);
}

TEST_CASE("a run without conferences is summed up by its networks", "[summary]") {
  SmallWorld small(2);
  RunRecord record = make_record(small.facts);
  record.networks = {7};
  record.memberships = record.member_cities = {0};
  record.effective_number = record.network_voice = {0.0};
  const std::vector<RunRecord> records = {record};
  const Summary summary = summarise(lay_out(small.facts, records, {}));
  CHECK(summary.conferences.empty());
  CHECK(summary.treaties.empty());
  REQUIRE(summary.years.size() == 1);
  CHECK(mean_of(summary.years[0].means, "networks") == 7.0);
}

}  // namespace
}  // namespace hansa
