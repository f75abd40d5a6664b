#include "python/engine/given_facts.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/numbers/reals.hpp"

namespace hansa::python {
namespace {

[[noreturn]] void refuse(std::string key, std::string message) {
  throw ScenarioError({{.file = "given", .key = std::move(key), .message = std::move(message)}});
}

void expect_size(const char* key, std::size_t found, std::size_t expected, const char* shape) {
  if (found != expected) refuse(key, fmt::format("must have {} values, {}; got {}", expected, shape, found));
}

std::string place(const Facts& facts, const char* key, std::size_t year, std::size_t state) {
  return fmt::format("{}[{}, {}]", key, facts.first_year + static_cast<int>(year), facts.iso3[state]);
}

/// Divides shares by their sum, unless that is 1 but for rounding.
void share(std::span<double> values) {
  constexpr double rounding = 1e-9;
  double sum = 0;
  for (const double value : values) sum += value;
  if (std::abs(sum - 1.0) <= rounding) return;
  for (double& value : values) value /= sum;
}

void set_positions(const std::vector<double>& position, Facts& facts) {
  const std::size_t n = facts.n_states * facts.n_issues;
  expect_size("position", position.size(), facts.years.size() * n, "year x state x issue");
  for (std::size_t y = 0; y < facts.years.size(); ++y) {
    for (std::size_t k = 0; k < n; ++k) {
      const double value = position[y * n + k];
      if (!(value > 0 && value < 1))
        refuse(place(facts, "position", y, k / facts.n_issues),
               fmt::format("must be between 0 and 1, got {}", value));
      facts.years[y].logit[k] = logit(value);
    }
  }
}

void set_saliences(const std::vector<double>& salience, Facts& facts) {
  const std::size_t n = facts.n_states * facts.n_issues;
  expect_size("salience", salience.size(), facts.years.size() * n, "year x state x issue");
  for (std::size_t y = 0; y < facts.years.size(); ++y) {
    std::vector<double>& all = facts.years[y].salience;
    std::copy_n(salience.begin() + static_cast<std::ptrdiff_t>(y * n), n, all.begin());
    for (std::size_t i = 0; i < facts.n_states; ++i) {
      const std::span<double> row(all.data() + i * facts.n_issues, facts.n_issues);
      double sum = 0;
      for (const double value : row) {
        if (!(value >= 0) || !std::isfinite(value))
          refuse(place(facts, "salience", y, i), fmt::format("must be 0 or more, got {}", value));
        sum += value;
      }
      if (!(sum > 0) || !std::isfinite(sum))
        refuse(place(facts, "salience", y, i), "must be above 0 on some issue, and finite in sum");
      share(row);
    }
  }
}

void set_power(const std::vector<double>& power, Facts& facts) {
  const std::size_t n = facts.n_states;
  expect_size("power", power.size(), facts.years.size() * n, "year x state");
  for (std::size_t y = 0; y < facts.years.size(); ++y) {
    std::vector<double>& all = facts.years[y].power;
    std::copy_n(power.begin() + static_cast<std::ptrdiff_t>(y * n), n, all.begin());
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (!(all[i] >= 0) || !std::isfinite(all[i]))
        refuse(place(facts, "power", y, i), fmt::format("must be 0 or more, got {}", all[i]));
      if (!facts.head[i] && all[i] > 0)
        refuse(place(facts, "power", y, i), "must be 0: it casts no vote of its own");
      sum += all[i];
    }
    if (!(sum > 0) || !std::isfinite(sum))
      refuse(fmt::format("power[{}]", facts.first_year + static_cast<int>(y)),
             "must be above 0 for some state, and finite in sum");
    share(all);
  }
}

void set_members(std::vector<GivenMember> members, Facts& facts) {
  for (const GivenMember& one : members)
    if (one.network >= facts.networks.size() || one.city >= facts.n_cities)
      refuse("members", "must name networks and cities of the tables");
  std::sort(members.begin(), members.end(), [](const GivenMember& a, const GivenMember& b) {
    return std::tie(a.network, a.city, a.since) < std::tie(b.network, b.city, b.since);
  });
  const auto twice = std::adjacent_find(
      members.begin(), members.end(),
      [](const GivenMember& a, const GivenMember& b) { return a.network == b.network && a.city == b.city; });
  if (twice != members.end())
    refuse("members", fmt::format("have {} in {} twice", facts.city_name[twice->city],
                                  facts.networks[twice->network].id));
  for (KnownNetwork& network : facts.networks) network.members.clear();
  for (const GivenMember& one : members)
    facts.networks[one.network].members.push_back(
        {CityId(static_cast<std::int32_t>(one.city)), one.since, one.observed});
}

}  // namespace

Facts with_given(const Facts& facts, const GivenFacts& given) {
  Facts changed = facts;
  if (given.position) set_positions(*given.position, changed);
  if (given.salience) set_saliences(*given.salience, changed);
  if (given.power) set_power(*given.power, changed);
  if (given.members) set_members(*given.members, changed);
  return changed;
}

}  // namespace hansa::python
