// P12, P14 and P15: the fate of treaties [S4].

#include <algorithm>

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::Effect;
using test::Experiment;

/// Of the runs in which Paris meets both thresholds, the share in which that of parties is met before that of
/// emissions.
double parties_first(const std::vector<std::string>& settings) {
  const Experiment road("paris-2015", settings);
  const std::size_t n = road.facts.n_states, conference = road.conference("COP21");
  const std::vector<double>& share = road.facts.conferences[conference].emissions;
  const TreatyParams& treaty = road.facts.conferences[conference].params->treaty;
  double first = 0, both = 0;
  for (const RunRecord& record : road.records) {
    const double* ratified = &record.ratified[n];  // the second treaty; Kyoto is the first
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < n; ++i)
      if (road.facts.head[i] && !std::isnan(ratified[i])) order.emplace_back(ratified[i], i);
    std::sort(order.begin(), order.end());
    double heads = 0, emissions = 0, parties_met = NAN, emissions_met = NAN;
    for (const auto& [date, i] : order) {
      ++heads;
      emissions += share[i];
      if (std::isnan(parties_met) && heads >= treaty.min_parties) parties_met = date;
      if (std::isnan(emissions_met) && emissions >= treaty.min_emissions) emissions_met = date;
    }
    if (std::isnan(parties_met) || std::isnan(emissions_met)) continue;
    ++both;
    first += parties_met < emissions_met ? 1 : 0;
  }
  WARN("parties first in " << first << " of " << both << " runs");
  return both > 0 ? first / both : NAN;
}

TEST_CASE("P12: the threshold of parties is met before that of emissions in most runs", "[patterns][P12]") {
  CHECK(parties_first({}) > 0.5);
}

TEST_CASE("P12 would not hold if a treaty needed 150 parties", "[patterns][P12]") {
  CHECK(parties_first({"conferences.COP21.treaty.min_parties=150"}) < 0.5);
}

/// Parties by 2008 of a hard treaty for all states with this floor.
std::vector<double> parties_of_depth(const std::string& floor, const std::string& payoff) {
  const std::string conference =
      "conferences=[{name: K, year: 1997, forms: [hard], rule: quota-heads:0.3, "
      "treaty: {name: kyoto}, floor: " +
      floor + "}]";
  return Experiment("paris-2015",
                    {conference, "realizations=32", "years.to=2008", "ratification.own_payoff=" + payoff,
                     "ratification.others_payoff=" + payoff})
      .each([](const RunRecord& record) { return record.participation[0]; });
}

TEST_CASE("P14: deeper texts have fewer parties", "[patterns][P14]") {
  CHECK(test::difference(parties_of_depth("0.3", "100"), parties_of_depth("0.55", "100")).falls());
}

TEST_CASE("P14 would not hold for states that join whatever it is worth", "[patterns][P14]") {
  CHECK(!test::difference(parties_of_depth("0.3", "0"), parties_of_depth("0.55", "0")).falls());
}

/// Cost of a withdrawal, weighted by power: the leaver's own shortfall, and the others' reaction in what they carry
/// out. That they also join less once a state of their region has left is another matter, and kept out.
struct Cost {
  double direct = 0, indirect = 0;
  double compliance = 0;  // mean of the others', were all to stay
  double answer =
      0;  // sum over them of power * c (1 - c): what a unit of shortfall takes from compliance, per
          // unit of reciprocity
};

Cost cost_of_withdrawal(const std::string& reciprocity) {
  const std::vector<std::string> settings = {"realizations=64", "implementation.reciprocity=" + reciprocity,
                                             "ratification.region=0", "ratification.parties=0"};
  std::vector<std::string> stays = settings;
  stays.push_back("withdrawals=[]");
  const Experiment leaves("us-withdrawal", settings), all("us-withdrawal", stays);
  const std::size_t n = leaves.facts.n_states, last = leaves.facts.years.size() - 1,
                    usa = leaves.state("USA");
  const auto year = static_cast<std::size_t>(leaves.loaded.scenario.withdrawals[0].year -
                                             leaves.loaded.scenario.years.from);
  const std::vector<double>& power = leaves.facts.years[last].power;
  Cost cost;
  double count = 0;
  for (std::size_t r = 0; r < all.records.size(); ++r) {
    const RunRecord &with = leaves.records[r], &without = all.records[r];
    // in force before, so that leaving does not keep it from entering into force
    const int leaving = leaves.loaded.scenario.withdrawals[0].year;
    if (!with.adopted[20] || !(with.entered_force[20] < leaving) || !(without.entered_force[20] < leaving))
      continue;
    ++count;
    // in the year of leaving no state has reacted yet
    cost.direct += with.shortfall[year] - without.shortfall[year];
    for (std::size_t i = 0; i < n; ++i) {
      const double lost = without.state_compliance[last * n + i] - with.state_compliance[last * n + i];
      const double c = without.state_compliance[last * n + i];
      if (i == usa) continue;
      cost.indirect += power[i] * lost;
      cost.compliance += power[i] / (1.0 - power[usa]) * c;
      cost.answer += power[i] * c * (1.0 - c);
    }
  }
  for (double* sum : {&cost.direct, &cost.indirect, &cost.compliance, &cost.answer}) *sum /= count;
  WARN("reciprocity " << reciprocity << ": direct " << cost.direct << ", through others " << cost.indirect
                      << ", compliance " << cost.compliance << ", answer " << cost.answer);
  return cost;
}

TEST_CASE("P15: without reciprocity a withdrawal costs nothing but the leaver's own part",
          "[patterns][P15]") {
  const Cost cost = cost_of_withdrawal("0");
  CHECK(cost.direct > 0);
  CHECK(std::abs(cost.indirect) < 1e-12);
}

// Each answers the last shortfall, so a withdrawal costs D (1 + x + x^2 + ...), x = reciprocity * sum of
// power * c (1 - c): through others x / (1 - x) of the withdrawal itself, and more than that itself from x = 1/2 on,
// that is from a reciprocity of 1 / (2 c (1 - c)) on.
TEST_CASE(
    "P15: through others a withdrawal costs more than itself from a reciprocity of 1 / (2 c (1 - c)) on",
    "[patterns][P15]") {
  for (const char* reciprocity : {"1", "1.5", "2.5", "3"}) {
    const Cost cost = cost_of_withdrawal(reciprocity);
    const double x = std::stod(reciprocity) * cost.answer;
    const double threshold = 1 / (2 * cost.compliance * (1 - cost.compliance));
    WARN("  x " << x << ", ratio " << cost.indirect / cost.direct << ", threshold " << threshold);
    CHECK(cost.indirect / cost.direct == Approx(x / (1 - x)).epsilon(0.2));
    CHECK((cost.indirect > cost.direct) == (std::stod(reciprocity) > threshold));
  }
}

}  // namespace
}  // namespace hansa
