#include "agents/attitudes.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "scenarios/parameters/scenario.hpp"
#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

constexpr std::size_t bloc(std::string_view name) {
  return static_cast<std::size_t>(std::find(bloc_names.begin(), bloc_names.end(), name) - bloc_names.begin());
}

double score(const Coefficients& coefficients, const Covariates::Row& covariates,
             const std::array<bool, n_blocs>& blocs) {
  double sum = coefficients.intercept;
  for (std::size_t x = 0; x < n_covariates; ++x) sum += coefficients.covariates[x] * covariates[x];
  for (std::size_t g = 0; g < n_blocs; ++g) sum += blocs[g] ? coefficients.blocs[g] : 0.0;
  return sum;
}

void softmax(std::span<double> scores) {
  const double largest = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& value : scores) sum += value = real_exp(value - largest);
  for (double& value : scores) value /= sum;
}

void share_power(const PowerParams& params, const Facts& facts, const Covariates& covariates,
                 std::vector<double>& power) {
  double material = 0, n_heads = 0;
  for (std::size_t i = 0; i < power.size(); ++i) {
    if (!facts.head[i]) continue;
    power[i] = real_pow(covariates.gdp[i], params.gdp) *
               real_pow(covariates.population[i], params.population) *
               real_pow(covariates.emissions[i], params.emissions);
    material += power[i];
    ++n_heads;
  }
  for (std::size_t i = 0; i < power.size(); ++i) {
    power[i] =
        facts.head[i] ? params.equality / n_heads + (1.0 - params.equality) * power[i] / material : 0.0;
  }
}

/// Sets the EU's row of an (n x width) array to the output-weighted mean of its members' rows.
void average_members(const Facts& facts, const std::vector<double>& gdp, std::size_t eu, std::size_t width,
                     std::vector<double>& rows) {
  double weight = 0;
  std::vector<double> sum(width, 0.0);
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i] || !facts.blocs[i][bloc("eu")]) continue;
    weight += gdp[i];
    for (std::size_t d = 0; d < width; ++d) sum[d] += gdp[i] * rows[i * width + d];
  }
  for (std::size_t d = 0; d < width; ++d) rows[eu * width + d] = weight > 0 ? sum[d] / weight : 0.0;
}

std::vector<double> population_scores(const Facts& facts, const std::vector<double>& population) {
  std::vector<double> size(facts.n_states, 0.0);
  double sum = 0, squares = 0, n = 0;
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i]) continue;
    sum += size[i] = real_log(population[i]);
    ++n;
  }
  for (std::size_t i = 0; i < facts.n_states; ++i) {
    if (!facts.head[i]) continue;
    size[i] -= sum / n;
    squares += size[i] * size[i];
  }
  const double deviation = std::sqrt(squares / n);
  for (double& value : size) value = deviation > 0 ? value / deviation : 0.0;
  return size;
}

std::size_t row_of(const Facts& facts, const std::string& iso3) {
  const auto row = std::lower_bound(facts.iso3.begin(), facts.iso3.end(), iso3);
  HANSA_EXPECT(row != facts.iso3.end() && *row == iso3);
  return static_cast<std::size_t>(row - facts.iso3.begin());
}

/// Overrides positions and salience scores; runs before scores become shares.
void override_issues(const Scenario& scenario, const Facts& facts, YearFacts& year) {
  constexpr double least = 1e-6;  // so that the logit of 0 or 1 exists
  for (const OverrideParams& change : scenario.overrides) {
    const auto dot = change.column.find('.');
    if (dot == std::string::npos) continue;
    const auto issue =
        std::find(scenario.issues.begin(), scenario.issues.end(), change.column.substr(dot + 1));
    HANSA_EXPECT(issue != scenario.issues.end());
    const std::size_t cell = row_of(facts, change.state) * facts.n_issues +
                             static_cast<std::size_t>(issue - scenario.issues.begin());
    if (change.column.starts_with("position."))
      year.logit[cell] = logit(std::clamp(change.value, least, 1.0 - least));
    if (change.column.starts_with("salience.")) year.salience[cell] = change.value;
  }
}

void override_attitudes(const Scenario& scenario, const Facts& facts, YearFacts& year) {
  for (const OverrideParams& change : scenario.overrides) {
    const std::size_t i = row_of(facts, change.state);
    if (change.column == "home_rule") year.home_rule[i] = change.value;
    if (change.column == "openness") year.openness[i] = change.value;
    if (change.column == "capture") year.capture[i] = change.value;
    if (change.column == "principals") year.principals[i] = std::max(1.0, change.value);
    if (change.column == "veto_players") year.checks[i] = change.value;
    if (change.column == "polarisation") {
      year.polarisation[i] = change.value;
      year.united[i] = united_government(change.value);
    }
    if (change.column == "stake") year.stake[i] = change.value;
    if (change.column == "sovereignty") year.sovereignty[i] = change.value;
  }
}

}  // namespace

YearFacts form_attitudes(const Scenario& scenario, const Facts& facts, const Covariates& covariates) {
  const std::size_t n = facts.n_states, n_issues = facts.n_issues;
  const ProxyParams& proxy = scenario.proxies;
  const auto column = [n] { return std::vector<double>(n, 0.0); };
  YearFacts year{.logit = std::vector<double>(n * n_issues),
                 .salience = std::vector<double>(n * n_issues),
                 .power = column(),
                 .stake = column(),
                 .sovereignty = column(),
                 .checks = covariates.veto_players.checks,
                 .polarisation = covariates.veto_players.polarisation,
                 .united = covariates.veto_players.united,
                 .swing = covariates.veto_players.swing,
                 .home_rule = column(),
                 .openness = column(),
                 .capture = column(),
                 .principals = std::vector<double>(n, 1.0),
                 .democracy = covariates.democracy,
                 .democracy_score = column(),
                 .population_score = column(),
                 .emissions = covariates.emissions,
                 .income = column(),
                 .output = column()};
  share_power(scenario.power, facts, covariates, year.power);
  double world_output = 0;
  for (std::size_t i = 0; i < n; ++i) world_output += facts.head[i] ? covariates.gdp[i] : 0.0;
  for (std::size_t i = 0; i < n; ++i)
    year.output[i] = facts.head[i] && world_output > 0 ? covariates.gdp[i] / world_output : 0.0;

  double mean_power = 0, mean_square = 0, n_heads = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!facts.head[i]) continue;
    const double log_power = real_log(year.power[i]);
    mean_power += log_power;
    mean_square += log_power * log_power;
    ++n_heads;
  }
  mean_power /= n_heads;
  const double sd_power = std::sqrt(std::max(1e-12, mean_square / n_heads - mean_power * mean_power));

  for (std::size_t i = 0; i < n; ++i) {
    const Covariates::Row& z = covariates.score[i];
    const auto& blocs = facts.blocs[i];
    for (std::size_t d = 0; d < n_issues; ++d) {
      year.logit[i * n_issues + d] = score(scenario.preferences[d].position, z, blocs);
      year.salience[i * n_issues + d] = score(scenario.preferences[d].salience, z, blocs);
    }
    const double z_power = facts.head[i] ? (real_log(year.power[i]) - mean_power) / sd_power : 0.0;
    const auto member = [&](std::string_view name) { return blocs[bloc(name)] ? 1.0 : 0.0; };
    year.stake[i] = std::clamp(1.0 + proxy.stake_vulnerability * z[Vulnerability] -
                                   proxy.stake_fossil * std::max(z[FossilRents], 0.0),
                               proxy.stake_least, proxy.stake_most);
    year.sovereignty[i] =
        real_exp(proxy.sovereignty_power * z_power + proxy.sovereignty_lmdc * member("lmdc") +
                 proxy.sovereignty_umbrella * member("umbrella") + proxy.sovereignty_eu * member("eu") +
                 proxy.sovereignty_aosis * member("aosis"));
    year.home_rule[i] =
        logistic(proxy.home_rule_democracy * z[Democracy] + proxy.home_rule_income * z[Income]);
    year.openness[i] = logistic(proxy.openness_intercept + proxy.openness_democracy * z[Democracy] +
                                proxy.openness_urban * z[UrbanShare]);
    year.capture[i] = logistic(proxy.capture_intercept + proxy.capture_fossil * z[FossilRents] +
                               proxy.capture_democracy * z[Democracy]);
    year.democracy_score[i] = z[Democracy];
    year.income[i] = z[Income];
  }
  year.population_score = population_scores(facts, covariates.population);
  override_issues(scenario, facts, year);
  for (std::size_t i = 0; i < n; ++i) softmax(std::span(&year.salience[i * n_issues], n_issues));
  for (std::size_t i = 0; i < n; ++i) {
    if (!facts.party[i] || facts.head[i]) continue;
    average_members(facts, covariates.gdp, i, n_issues, year.logit);
    average_members(facts, covariates.gdp, i, n_issues, year.salience);
    average_members(facts, covariates.gdp, i, 1, year.swing);
  }
  override_attitudes(scenario, facts, year);
  return year;
}

}  // namespace hansa
