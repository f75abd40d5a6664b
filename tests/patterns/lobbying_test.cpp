// P6 and P8: what lobbying can and cannot do [N6, N4, K9].

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::difference;
using test::Effect;
using test::Experiment;

using Settings = std::vector<std::string>;

Settings with(Settings settings, const Settings& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

/// The five functions act outside the gate, so they are off; states gain nothing from others' actions.
const Settings gate_alone = {"networks.functions.negotiate=0", "networks.functions.inform=0",
                             "networks.functions.prevent_conflict=0", "negotiation.stake=0"};

double depth(const RunRecord& record) { return record.adopted[0] ? record.depth[0] : 0.0; }
double place(const RunRecord& record) { return record.urban_role[0]; }
double adopted(const RunRecord& record) { return record.adopted[0]; }

/// Effect of lobbying on an outcome of the first conference.
template <class Outcome>
Effect of_lobbying(const std::string& scenario, const Settings& settings, Outcome outcome) {
  const Experiment silent(scenario, with(settings, {"lobbying.strength=0"})), full(scenario, settings);
  return test::effect(silent, full, outcome);
}

/// States that want little, and cities that want everything: every veto player prefers no agreement to the
/// message.
Settings deaf_states(const char* pragmatism) {
  Settings settings =
      with(gate_alone, {std::string("devolution.pragmatism=") + pragmatism, "devolution.spread=0",
                        "environment.residual=0", "gridlock.common_shock=0"});
  for (const char* issue : {"mitigation", "finance", "adaptation", "transparency", "urban_role"}) {
    const std::string path = std::string("preferences.") + issue + ".";
    for (const std::string_view name : covariate_names) settings.push_back(path + std::string(name) + "=0");
    for (const std::string_view name : bloc_names) settings.push_back(path + std::string(name) + "=0");
    settings.push_back(path + "intercept=-0.5");  // positions about .4 to .55, with the trend
  }
  return settings;
}

TEST_CASE("P6: lobbying changes no bit where to every veto player the message is worse than no agreement",
          "[patterns][P6]") {
  const Settings deaf = with(deaf_states("8"), {"gridlock.level=0.1"});
  const Experiment silent("one-soft-conference", with(deaf, {"lobbying.strength=0"}));
  const Experiment loud("one-soft-conference",
                        with(deaf, {"lobbying.strength=10", "negotiation.soft_force=1"}));
  const Experiment quiet("one-soft-conference",
                         with(deaf, {"lobbying.strength=0", "negotiation.soft_force=1"}));
  for (std::size_t r = 0; r < loud.records.size(); ++r) {
    REQUIRE(loud.records[r].voice[0] > 0.1);  // they do have a voice
    CHECK(loud.records[r].adopted == quiet.records[r].adopted);
    CHECK(loud.records[r].rounds == quiet.records[r].rounds);
    for (std::size_t d = 0; d < loud.facts.n_issues; ++d)
      CHECK(loud.records[r].text[d] == quiet.records[r].text[d]);
  }
}

TEST_CASE("P6 would not hold for cities that ask for what their states could accept", "[patterns][P6]") {
  const Settings near = with(deaf_states("0.4"), {"gridlock.level=0.1", "negotiation.soft_force=1"});
  CHECK(of_lobbying("one-soft-conference", near, depth).rises());
}

TEST_CASE("P6: what lobbying adds to the depth of a text falls with gridlock", "[patterns][P6]") {
  const auto gain = [](const std::string& level) {
    const Settings settings = with(gate_alone, {"gridlock.level=" + level});
    const Experiment silent("one-soft-conference", with(settings, {"lobbying.strength=0"}));
    const Experiment full("one-soft-conference", settings);
    const std::vector<double> before = silent.each(depth), after = full.each(depth);
    std::vector<double> gains;
    for (std::size_t r = 0; r < before.size(); ++r) gains.push_back(after[r] - before[r]);
    return gains;
  };
  CHECK(difference(gain("0.2"), gain("0.9")).falls());
}

/// A text on hard law, deeper than some like-minded states can accept.
Settings hard_text(const char* pragmatism) {
  Settings settings = deaf_states(pragmatism);
  settings.insert(settings.end(),
                  {"environment.residual=0.15", "gridlock.level=0.05", "devolution.urban_interest=0",
                   "networks.message_spread=0", "conferences.TALKS.forms=[hard]",
                   "conferences.TALKS.floor=0.46", "lobbying.strength=5"});
  for (const char* issue : {"mitigation", "finance", "adaptation", "transparency", "urban_role"})
    settings.push_back(std::string("preferences.") + issue + ".intercept=-0.3");
  return settings;
}

TEST_CASE("P6: lobbying makes a hard text likelier where its message is inside the objectors' win-sets",
          "[patterns][P6]") {
  CHECK(of_lobbying("one-soft-conference", hard_text("0"), adopted).rises());
}

TEST_CASE(
    "P6: lobbying does not make a hard text likelier where its message is outside the objectors' win-sets",
    "[patterns][P6]") {
  CHECK(!of_lobbying("one-soft-conference", hard_text("8"), adopted).rises());
}

// Not every objector at Copenhagen is deaf: for some the message is inside the win-set.
TEST_CASE("P6 fails at Copenhagen, where the gate alone lets some more hard texts pass",
          "[patterns][P6][known-failure]") {
  const Effect more =
      of_lobbying("copenhagen-2009", with(gate_alone, {"gridlock.level=0.15", "realizations=256"}), adopted);
  CHECK(more.rises());
  CHECK(more.mean < 0.1);
}

TEST_CASE("P6 would not hold without the gate", "[patterns][P6]") {
  const auto of = [](const char* setting) {
    return of_lobbying("copenhagen-2009", {"gridlock.level=0.25", setting}, adopted);
  };
  const Effect open = of("lobbying.gate=0"), gated = of("lobbying.gate=1");
  CHECK(open.rises());
  CHECK(std::abs(gated.mean) < 0.5 * open.mean);
}

/// Effect of the channels on the role of cities in the text under a form, 0 where nothing is adopted.
std::vector<double> gained_under(const std::string& form, const Settings& more) {
  const Settings settings = with(with(gate_alone, {"conferences.TALKS.forms=[" + form + "]",
                                                   "gridlock.level=0.3", "conferences.TALKS.floor=0"}),
                                 more);
  const auto place_or_0 = [](const RunRecord& record) {
    return record.adopted[0] ? record.urban_role[0] : 0.0;
  };
  const std::vector<double> before =
                                Experiment("one-soft-conference", with(settings, {"lobbying.strength=0"}))
                                    .each(place_or_0),
                            after = Experiment("one-soft-conference", settings).each(place_or_0);
  std::vector<double> gains;
  for (std::size_t r = 0; r < before.size(); ++r) gains.push_back(after[r] - before[r]);
  return gains;
}

TEST_CASE("P8: by the channels cities gain a larger place in soft law than in hard law", "[patterns][P8]") {
  CHECK(difference(gained_under("hard", {}), gained_under("soft", {})).rises());
}

TEST_CASE("P8 would not hold if hard law were as soft", "[patterns][P8]") {
  const Settings soft = {"negotiation.hardness.hard=0"};
  CHECK(!difference(gained_under("hard", soft), gained_under("soft", soft)).rises());
}

TEST_CASE("P8: nor do all functions of networks together gain cities more in hard law", "[patterns][P8]") {
  const Settings functions = {"networks.functions.negotiate=1", "networks.functions.inform=1",
                              "networks.functions.prevent_conflict=1", "negotiation.stake=0.1"};
  CHECK(!difference(gained_under("hard", functions), gained_under("soft", functions)).falls());
}

TEST_CASE("P8: in trade cities get next to nothing, and lobbying next to nothing more", "[patterns][P8]") {
  const Effect trade = of_lobbying("trade-round", {}, place);
  const Experiment round("trade-round", {}), talks("one-soft-conference", {});
  WARN("place in trade " << round.mean(place) << ", in soft talks " << talks.mean(place));
  CHECK(trade.mean < 0.02);
  CHECK(round.mean(place) < talks.mean(place));
}

}  // namespace
}  // namespace hansa
