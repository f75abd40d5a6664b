// P4 and P5: the kind of text on offer decides whether it passes, and most texts are shallow [S4, K1, K2,
// K3].

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::Experiment;

double odds(double share, double n) { return (share * n + 0.5) / ((1 - share) * n + 0.5); }

/// The odds that Copenhagen fails under settings.
double odds_of_failure(const std::vector<std::string>& settings) {
  const Experiment copenhagen("copenhagen-2009", settings);
  const double adopted = copenhagen.mean([](const RunRecord& record) { return double(record.adopted[0]); });
  return odds(1 - adopted, static_cast<double>(copenhagen.records.size()));
}

const std::vector<std::string> pledges = {"conferences.COP15.architecture=pledges",
                                          "conferences.COP15.forms=[shell]"};

std::vector<std::string> with(std::vector<std::string> settings, const std::vector<std::string>& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

TEST_CASE("P4: with the same preferences, hard targets fail at twice the odds of pledges in a shell",
          "[patterns][P4]") {
  for (const char* level : {"gridlock.level=0.1", "gridlock.level=0.2", "gridlock.level=0.5"}) {
    const double ratio = odds_of_failure({level}) / odds_of_failure(with(pledges, {level}));
    WARN(level << ": odds ratio of failure " << ratio);
    CHECK(ratio >= 2);
  }
}

// At the hardness of treaties, .9, pledges that follow the collective direction keep an odds ratio of 2.7.
TEST_CASE("P4 would not hold if pledges had to follow the collective direction, and law, to the letter",
          "[patterns][P4]") {
  const std::vector<std::string> strict = {"gridlock.level=0.2", "negotiation.ratchet=1",
                                           "negotiation.hardness.shell=1"};
  const double ratio = odds_of_failure({"gridlock.level=0.2"}) / odds_of_failure(with(pledges, strict));
  WARN("odds ratio of failure " << ratio);
  CHECK(ratio < 2);
}

/// The mean effective depth of the texts that COP1 to COP20 adopt.
double depth_before_paris(const std::vector<std::string>& settings) {
  const Experiment road("paris-2015", settings);
  return road.mean([](const RunRecord& record) {
    double sum = 0, n = 0;
    for (std::size_t c = 0; c < 20; ++c) {
      if (!record.adopted[c]) continue;
      sum += record.depth[c];
      ++n;
    }
    return sum / n;
  });
}

TEST_CASE("P5: the texts of COP1 to COP20 are shallow, on average below a twentieth", "[patterns][P5]") {
  const double depth = depth_before_paris({"realizations=32"});
  WARN("mean effective depth " << depth);
  CHECK(depth < 0.05);
}

TEST_CASE("P5 would not hold if declarations were followed to the letter", "[patterns][P5]") {
  const double depth = depth_before_paris({"realizations=16", "negotiation.soft_force=1"});
  WARN("mean effective depth " << depth);
  CHECK(depth > 0.05);
}

}  // namespace
}  // namespace hansa
