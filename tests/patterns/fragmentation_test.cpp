// P7: too many networks dilute the voice, if membership costs attention [N7].

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::Effect;
using test::Experiment;

const std::vector<std::string> numbers = {"5", "20", "80", "320", "1280"};

/// The mean voice at the conference, by the number of networks.
std::vector<double> voices(const std::string& attention_cost, const std::string& form = "budget") {
  std::vector<double> result;
  for (const std::string& n : numbers) {
    const Experiment talks("one-soft-conference",
                           {"realizations=12", "networks.initial=" + n,
                            "networks.attention_cost=" + attention_cost, "networks.attention=" + form});
    result.push_back(talks.mean([](const RunRecord& record) { return record.voice[0]; }));
    WARN(n << " networks at " << form << " cost " << attention_cost << ": voice " << result.back());
  }
  return result;
}

TEST_CASE("P7: with costly membership voice first rises, then falls, by how much depends on the form",
          "[patterns][P7]") {
  const auto left_of_peak = [](const std::string& form) {
    const std::vector<double> voice = voices("0.05", form);
    const auto peak = std::max_element(voice.begin(), voice.end());
    CHECK(peak != voice.begin());
    return voice.back() / *peak;
  };
  const double budget = left_of_peak("budget"), hyperbolic = left_of_peak("hyperbolic"),
               linear = left_of_peak("linear");
  WARN("left of the peak: budget " << budget << ", hyperbolic " << hyperbolic << ", linear " << linear);
  CHECK(linear < hyperbolic);
  CHECK(hyperbolic < budget);
  CHECK(budget < 1);
  CHECK(linear < 0.9);
}

TEST_CASE("P7 would not hold if membership cost no attention: then voice never falls", "[patterns][P7]") {
  const std::vector<double> voice = voices("0");
  for (std::size_t k = 1; k < voice.size(); ++k) CHECK(voice[k] >= voice[k - 1] - 0.02);
}

TEST_CASE("P7: what lobbying adds to a text falls when there are too many networks, in the linear form",
          "[patterns][P7]") {
  const auto added = [](const std::string& n, const std::string& form) {
    const std::vector<std::string> settings = {"networks.initial=" + n, "networks.attention_cost=0.1",
                                               "networks.attention=" + form, "realizations=256"};
    std::vector<std::string> silent = settings;
    silent.push_back("lobbying.strength=0");
    const auto place = [](const RunRecord& record) { return record.urban_role[0]; };
    const std::vector<double> with = Experiment("one-soft-conference", settings).each(place),
                              without = Experiment("one-soft-conference", silent).each(place);
    std::vector<double> gains;
    for (std::size_t r = 0; r < with.size(); ++r) gains.push_back(with[r] - without[r]);
    return gains;
  };
  CHECK(test::difference(added("5", "budget"), added("80", "budget")).rises());
  CHECK(test::difference(added("80", "linear"), added("1280", "linear")).falls());
}

TEST_CASE("P7 fails: merging overlapping networks restores less than a tenth of the voice that is lost",
          "[patterns][P7]") {
  const auto voice = [](std::vector<std::string> settings) {
    settings.insert(settings.end(), {"networks.attention_cost=0.1", "realizations=16"});
    return Experiment("one-soft-conference", settings).each([](const RunRecord& record) {
      return record.voice[0];
    });
  };
  const std::vector<double> many = voice({"networks.initial=1280"});
  const Effect lost = test::difference(many, voice({"networks.initial=320"}));
  const Effect restored =
      test::difference(many, voice({"networks.initial=1280", "networks.consolidation=1"}));
  CHECK(lost.rises());
  CHECK(restored.mean < 0.1 * lost.mean);
}

}  // namespace
}  // namespace hansa
