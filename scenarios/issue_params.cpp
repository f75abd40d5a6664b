#include "scenarios/issue_params.hpp"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <utility>

namespace hansa {
namespace {

using Entry = std::pair<std::string_view, double>;

Coefficients coefficients(double intercept, std::initializer_list<Entry> entries) {
  Coefficients result{.intercept = intercept, .covariates = {}, .blocs = {}};
  for (const auto& [name, value] : entries) {
    const auto x = std::find(covariate_names.begin(), covariate_names.end(), name);
    const auto g = std::find(bloc_names.begin(), bloc_names.end(), name);
    if (x != covariate_names.end()) {
      result.covariates[static_cast<std::size_t>(x - covariate_names.begin())] = value;
    } else if (g != bloc_names.end()) {
      result.blocs[static_cast<std::size_t>(g - bloc_names.begin())] = value;
    } else {
      throw std::logic_error("no covariate or bloc is called " + std::string(name));
    }
  }
  return result;
}

}  // namespace

// Signs follow the literature on climate positions (Bailer and Weiler 2015, Weiler 2012), else theory; sizes are
// assumptions; those of the arenas beside climate follow the interests of countries of origin and arrival, donors and
// receivers, traders and the poorest. The five climate issues span about two dimensions, so single coefficients are not identified.
IssueParams default_issue(std::string_view name) {
  IssueParams issue;
  issue.name = name;
  if (name == "mitigation") {
    issue.depth_weight = 0.35;
    issue.self_determined = true;
    issue.position = coefficients(0.0, {{"vulnerability", 0.35},
                                        {"democracy", 0.25},
                                        {"fossil_rents", -0.45},
                                        {"emissions_per_head", -0.20},
                                        {"readiness", 0.15},
                                        {"aosis", 0.9},
                                        {"eu", 0.6},
                                        {"eig", 0.5},
                                        {"ailac", 0.5},
                                        {"ldc", 0.4},
                                        {"umbrella", -0.5},
                                        {"opec", -0.5},
                                        {"lmdc", -0.4},
                                        {"basic", -0.2}});
    issue.salience =
        coefficients(0.5, {{"vulnerability", 0.2}, {"fossil_rents", 0.3}, {"eu", 0.3}, {"aosis", 0.3}});
  } else if (name == "finance") {
    issue.depth_weight = 0.25;
    issue.self_determined = true;
    issue.position = coefficients(-0.2, {{"income", -0.45},
                                         {"vulnerability", 0.30},
                                         {"un_vote", -0.35},
                                         {"g77", 0.5},
                                         {"ldc", 0.5},
                                         {"aosis", 0.4},
                                         {"alba", 0.4},
                                         {"african", 0.2},
                                         {"umbrella", -0.5},
                                         {"oecd", -0.2}});
    issue.salience = coefficients(0.2, {{"income", -0.3}, {"ldc", 0.2}, {"g77", 0.2}});
  } else if (name == "adaptation") {
    issue.depth_weight = 0.20;
    issue.position = coefficients(0.1, {{"vulnerability", 0.55},
                                        {"income", -0.25},
                                        {"aosis", 0.5},
                                        {"ldc", 0.4},
                                        {"african", 0.2},
                                        {"g77", 0.2},
                                        {"umbrella", -0.3}});
    issue.salience = coefficients(0.0, {{"vulnerability", 0.4}});
  } else if (name == "transparency") {
    issue.depth_weight = 0.15;
    issue.position = coefficients(0.0, {{"readiness", 0.35},
                                        {"democracy", 0.30},
                                        {"un_vote", 0.30},
                                        {"eu", 0.3},
                                        {"umbrella", 0.3},
                                        {"eig", 0.3},
                                        {"ailac", 0.3},
                                        {"aosis", 0.3},
                                        {"lmdc", -0.6},
                                        {"basic", -0.3},
                                        {"opec", -0.3}});
    issue.salience = coefficients(-0.3, {{"readiness", 0.2}, {"umbrella", 0.3}});
  } else if (name == "migration") {
    issue.depth_weight = 0.20;
    issue.displaces = true;
    issue.position = coefficients(0.0, {{"income", -0.40},
                                        {"un_vote", -0.30},
                                        {"vulnerability", 0.15},
                                        {"g77", 0.4},
                                        {"african", 0.3},
                                        {"ldc", 0.3},
                                        {"arab", -0.2},
                                        {"umbrella", -0.4}});
    issue.salience = coefficients(-0.2, {{"income", 0.2}});
  } else if (name == "refugees") {
    issue.depth_weight = 0.20;
    issue.displaces = true;
    issue.position = coefficients(0.0, {{"democracy", 0.25},
                                        {"income", -0.25},
                                        {"vulnerability", 0.20},
                                        {"african", 0.3},
                                        {"ldc", 0.3},
                                        {"eu", 0.2},
                                        {"umbrella", -0.2}});
    issue.salience = coefficients(-0.3, {{"vulnerability", 0.2}});
  } else if (name == "development") {
    issue.depth_weight = 0.20;
    issue.position = coefficients(0.1, {{"income", -0.30},
                                        {"vulnerability", 0.20},
                                        {"g77", 0.4},
                                        {"ldc", 0.5},
                                        {"african", 0.2},
                                        {"eu", 0.2},
                                        {"umbrella", -0.3}});
    issue.salience = coefficients(0.0, {{"income", -0.2}, {"ldc", 0.3}});
  } else if (name == "trade") {
    issue.depth_weight = 0.30;
    issue.lapse = 0.0;
    issue.position = coefficients(0.1, {{"readiness", 0.30},
                                        {"income", 0.20},
                                        {"un_vote", 0.20},
                                        {"oecd", 0.3},
                                        {"eu", 0.2},
                                        {"ldc", -0.4},
                                        {"alba", -0.6},
                                        {"basic", -0.2}});
    issue.salience = coefficients(0.3, {{"income", 0.1}});
  } else if (name == "urban_development") {
    issue.depth_weight = 0.15;
    issue.position = coefficients(0.1, {{"urban_share", 0.20},
                                        {"readiness", 0.15},
                                        {"g77", 0.3},
                                        {"african", 0.3},
                                        {"ailac", 0.3},
                                        {"umbrella", -0.2}});
    issue.salience = coefficients(-0.4, {{"urban_share", 0.2}});
  } else if (name == "urban_role") {
    issue.depth_weight = 0.05;
    issue.status_quo = 0.02;
    issue.position = coefficients(-1.8, {{"democracy", 0.35},
                                         {"urban_share", 0.25},
                                         {"readiness", 0.15},
                                         {"eu", 0.3},
                                         {"ailac", 0.3},
                                         {"lmdc", -0.4},
                                         {"opec", -0.2}});
    issue.salience = coefficients(-1.5, {{"urban_share", 0.2}});
  }
  return issue;
}

}  // namespace hansa
