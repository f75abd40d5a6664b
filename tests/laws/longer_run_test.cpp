#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

using test::law_scenario;
using test::law_tables;
using test::same_bits;

TEST_CASE("the past does not depend on how long a run goes on", "[laws]") {
  const Scenario longer = law_scenario();
  Scenario shorter = longer;
  shorter.years.to = 2000;
  std::erase_if(shorter.conferences,
                [](const ConferenceParams& conference) { return conference.year > 2000; });
  const Facts of_longer = build_facts(longer, law_tables()), of_shorter = build_facts(shorter, law_tables());
  constexpr std::size_t n_years = 6, n_conferences = 6, n_states = 13, n_issues = 5;
  for (std::uint32_t r = 0; r < 8; ++r) {
    const RunRecord a = run_realization(of_longer, 11, r), b = run_realization(of_shorter, 11, r);
    CHECK(same_bits(a.adopted, b.adopted, n_conferences));
    CHECK(same_bits(a.form, b.form, n_conferences));
    CHECK(same_bits(a.depth, b.depth, n_conferences));
    CHECK(same_bits(a.rounds, b.rounds, n_conferences));
    CHECK(same_bits(a.voice, b.voice, n_conferences));
    CHECK(same_bits(a.text, b.text, n_conferences * n_issues));
    CHECK(same_bits(a.pressure, b.pressure, n_conferences * n_channels));
    CHECK(same_bits(a.objects, b.objects, n_conferences * n_states));
    CHECK(same_bits(a.networks, b.networks, n_years));
    CHECK(same_bits(a.memberships, b.memberships, n_years));
    CHECK(same_bits(a.preemptions, b.preemptions, n_years));
    CHECK(same_bits(a.yearly_voice, b.yearly_voice, n_years));
    CHECK(same_bits(a.soft_power, b.soft_power, n_years));
    CHECK(same_bits(a.compliance, b.compliance, n_years));
    CHECK(same_bits(a.status_quo, b.status_quo, n_years * n_issues));
    CHECK(same_bits(a.home_pressure, b.home_pressure, n_years * n_states));
    CHECK(same_bits(a.position, b.position, n_years * n_states * n_issues));
    // who had joined by the end of the shorter run had done so in the longer one
    for (std::size_t i = 0; i < n_states; ++i) {
      const double longer_date = a.joined[i], shorter_date = b.joined[i];
      CHECK((longer_date <= 2001.0 ? longer_date == shorter_date : std::isnan(shorter_date)));
    }
  }
}

}  // namespace
}  // namespace hansa
