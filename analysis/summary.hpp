#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/result_set.hpp"

namespace hansa {

/// One conference over all realizations; what belongs to a text is a mean over the realizations that adopted
/// one.
struct ConferenceSummary {
  std::string name;
  int year = 0;
  double adopted = 0;                  // share of realizations                               [0..1]
  std::array<double, 2> adopted_ci95;  // Wilson interval                                     [0..1]
  std::optional<std::string> form;     // the most frequent
  std::optional<double> hardness, depth, participation, urban_role;
  double rounds = 0;
  std::vector<std::string> objectors;  // who objects most often where nothing is adopted, at most five
};

/// City networks in one year, means over realizations.
struct NetworkSummary {
  int year = 0;
  double count = 0, effective = 0, voice = 0;
  double memberships_per_city = 0;  // a member city
};

struct TreatySummary {
  std::string name;
  double in_force_share = 0;                   // of realizations, by the last year          [0..1]
  std::optional<double> in_force_date_median;  // over those in which it is in force         [year]
};

struct Summary {
  std::size_t n_realizations = 0;
  std::vector<ConferenceSummary> conferences;
  std::vector<NetworkSummary> networks;  // every year
  std::vector<TreatySummary> treaties;
};

/// Means, shares and intervals of a result, from memory or from a file.
[[nodiscard]] Summary summarise(const ResultSet& result);

/// The Wilson 95 % interval of a share of k in n. Source: Wilson 1927.
[[nodiscard]] std::array<double, 2> wilson_interval(double k, double n);

}  // namespace hansa
