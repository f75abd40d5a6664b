// P3: failure rises with gridlock and with the quota [S2], and the width of the core matches the closed form.

#include <algorithm>
#include <numeric>

#include "sim/run.hpp"
#include "support/numbers/reals.hpp"
#include "tests/experiment.hpp"
#include "tests/rule_of.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::Experiment;
using test::SmallWorld;

/// The share of runs in which Copenhagen fails under settings.
double failures(const std::vector<std::string>& settings) {
  const Experiment copenhagen("copenhagen-2009", settings);
  return 1 - copenhagen.mean([](const RunRecord& record) { return double(record.adopted[0]); });
}

TEST_CASE("P3: Copenhagen alone fails the more often the more gridlock there is, without a cliff",
          "[patterns][P3]") {
  std::vector<double> failed;
  for (const char* level : {"0", "0.1", "0.2", "0.3", "0.4", "0.6"})
    failed.push_back(failures({std::string("gridlock.level=") + level}));
  for (std::size_t k = 1; k < failed.size(); ++k) {
    WARN("failed " << failed[k - 1] << ", one step up " << failed[k]);
    CHECK(failed[k] >= failed[k - 1]);
    CHECK(failed[k] - failed[k - 1] < 0.6);  // per step of .1 in level
  }
  CHECK(failed.front() < 0.6);
  CHECK(failed.back() > 0.9);
}

TEST_CASE("P3: where much else is stuck, paralysis makes hard texts fail more often", "[patterns][P3]") {
  const auto adopted = [](const char* paralysis) {
    return Experiment("paris-2015", {"gridlock.level=0.9", std::string("gridlock.paralysis=") + paralysis})
        .each([](const RunRecord& record) {
          return static_cast<double>(std::accumulate(record.adopted.begin(), record.adopted.end(), 0)) / 21;
        });
  };
  CHECK(test::difference(adopted("0"), adopted("1")).falls());
}

TEST_CASE("P3: Copenhagen alone fails the more often the larger the quota", "[patterns][P3]") {
  double before = 0;
  for (const char* quota : {"0.5", "0.75", "0.9", "0.95", "1"}) {
    const double failed =
        failures({"gridlock.level=0.4", std::string("conferences.COP15.rule=quota-heads:") + quota});
    WARN("quota " << quota << ": failed " << failed);
    CHECK(failed >= before);
    before = failed;
  }
  CHECK(before > 0.9);
}

TEST_CASE("P3 would not hold without all three parts of the dial: then its level changes no Copenhagen",
          "[patterns][P3]") {
  const std::vector<std::string> hollow = {"gridlock.polarisation=0", "gridlock.paralysis=0",
                                           "gridlock.sovereignty_cost=0", "gridlock.common_shock=0",
                                           "realizations=16"};
  std::vector<std::string> low = hollow, high = hollow;
  low.push_back("gridlock.level=0");
  high.push_back("gridlock.level=1");
  CHECK(failures(low) == failures(high));
}

/// States with single-peaked preferences on one issue, equal weights, no stake in others' actions and free
/// objections, at a conference with a given number of rounds and a quota of k.
struct Electorate {
  SmallWorld small;
  explicit Electorate(std::size_t n_states, int rounds) : small(n_states) {
    small.add_conference({.name = "COP", .year = SmallWorld::year, .rounds = rounds});
    small.scenario.gridlock.level = 0;
    small.scenario.lobbying.strength = 0;
    small.scenario.negotiation.stake = 0;
    small.scenario.negotiation.objection_cost = 0;
  }
  /// Whether they leave a status quo, for a text that is not empty.
  bool leave(std::size_t k, double q, const std::vector<double>& ideals) {
    small.scenario.conferences[0].rule =
        test::quota_heads(static_cast<double>(k) / static_cast<double>(ideals.size()));
    small.scenario.preferences[0].status_quo = q;
    for (std::size_t i = 0; i < ideals.size(); ++i) small.now().logit[i] = logit(ideals[i]);
    const RunRecord record = run_realization(small.facts, 1, 0);
    return record.adopted[0] && record.text[0] > q;
  }
};

/// How many of n uniform electorates with a uniform status quo can leave it, how many do, and how many do
/// although they are deadlocked. A text is a lift, so each is tested upwards and, in its mirror image,
/// downwards.
struct Found {
  int n_possible = 0, n_found = 0, n_impossible = 0;
};
Found search(Electorate& electorate, std::size_t n_states, std::size_t k, std::uint32_t n) {
  Found found;
  for (std::uint32_t r = 0; r < n; ++r) {
    const Draws draws(5, r);
    double q = draws.uniform(Purpose::Residual, 0, n_states);
    std::vector<double> ideals(n_states);
    for (std::size_t i = 0; i < n_states; ++i) ideals[i] = draws.uniform(Purpose::Residual, 0, i);
    for (const bool mirrored : {false, true}) {
      if (mirrored) {
        q = 1 - q;
        for (double& y : ideals) y = 1 - y;
      }
      const bool possible =
          static_cast<std::size_t>(std::ranges::count_if(ideals, [q](double y) { return y > q; })) >= k;
      const bool left = electorate.leave(k, q, ideals);
      found.n_possible += possible ? 1 : 0;
      found.n_found += possible && left ? 1 : 0;
      found.n_impossible += !possible && left ? 1 : 0;
    }
  }
  return found;
}

/// A patient chair, who in the end proposes no text of its own.
void be_patient(NegotiationParams& params) {
  params.chair_fade = 1;
  params.uncertainty = 0;
}
constexpr int many_rounds = 200;

TEST_CASE("P3: under a patient chair a conference leaves a status quo exactly if it lies outside the core",
          "[patterns][P3]") {
  // the core of quota k is [x_(n-k+1), x_(k)]
  const std::vector<double> ideals = {0.05, 0.2, 0.3, 0.45, 0.5, 0.62, 0.8, 0.95, 0.99};
  std::vector<double> mirrored;
  for (const double y : ideals) mirrored.push_back(1 - y);
  const std::size_t k = GENERATE(5U, 6U, 7U, 8U, 9U);
  Electorate electorate(9, many_rounds);
  be_patient(electorate.small.scenario.negotiation);
  for (int step = 0; step < 200; ++step) {
    const double q = (step + 0.5) / 200.0;
    CAPTURE(q);
    CHECK(electorate.leave(k, q, ideals) == (q < ideals[9 - k]));
    CHECK(electorate.leave(k, 1 - q, mirrored) == (q > ideals[k - 1]));
  }
}

TEST_CASE(
    "P3: under a patient chair the share of uniform electorates of 196 that stay stuck is (2k-n-1)/(n+1)",
    "[patterns][P3]") {
  constexpr std::uint32_t n = 100;
  const std::size_t k = GENERATE(99U, 131U, 147U, 196U);
  Electorate electorate(196, many_rounds);
  be_patient(electorate.small.scenario.negotiation);
  const Found found = search(electorate, 196, k, n);
  CHECK(found.n_found == found.n_possible);
  CHECK(found.n_impossible == 0);
  // no electorate can move both ways, so the rest are deadlocked: the mean width of the core
  const double expected = (2.0 * static_cast<double>(k) - 197) / 197, share = 1 - found.n_found / double{n};
  CHECK(share == Approx(expected).margin(3 * std::sqrt(expected * (1 - expected) / n)));
}

TEST_CASE(
    "P3 would not hold for a chair in a hurry: in twelve rounds a conference finds most texts that a "
    "majority would pass, and never another",
    "[patterns][P3]") {
  // Not all: with the defaults of a scenario the chair still moves an eighth of the way towards the
  // standing-weighted text in the last round, and jumps over narrower windows. Of 9 states it finds 987 of
  // 1000 texts by quota 5, 561 of 612 by 7, 331 of 396 by 8, but 15 of 192 by consensus; of 196, 98 of 104 by
  // 147 and 13 of 69 by 190.
  const auto [n_states, k, n, least] =
      GENERATE(table<std::size_t, std::size_t, std::uint32_t, double>({{9, 5, 500, 0.95},
                                                                       {9, 7, 500, 0.85},
                                                                       {9, 8, 500, 0.7},
                                                                       {9, 9, 500, 0.0},
                                                                       {196, 99, 100, 0.95},
                                                                       {196, 147, 100, 0.85}}));
  Electorate electorate(n_states, 12);
  const Found found = search(electorate, n_states, k, n);
  CAPTURE(found.n_found, found.n_possible);
  CHECK(found.n_found >= least * found.n_possible);
  CHECK(found.n_impossible == 0);
}

}  // namespace
}  // namespace hansa
