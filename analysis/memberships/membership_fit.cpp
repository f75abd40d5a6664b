#include "analysis/memberships/membership_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <Eigen/Cholesky>
#include <boost/math/distributions/students_t.hpp>

#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// What is fitted to what.
struct Search {
  const Pairs& pairs;
  std::span<const std::size_t> cities;
  std::vector<std::size_t> networks;
  std::vector<Pull> pulls;

  void read(std::size_t k, std::size_t c, Vector& x) const {
    const std::span<const double> row = pairs.pulls_of(k, c);
    for (std::size_t j = 0; j < pulls.size(); ++j) x[static_cast<Eigen::Index>(j)] = row[index(pulls[j])];
  }
};

/// The log likelihood of one network's pairs with its derivatives by coefficients (b) and by the constant (a); second
/// derivatives with their sign turned.
struct Derivatives {
  double value = 0, a = 0, aa = 0;
  Vector b, ab;
  Matrix bb;
};

Derivatives derive(const Search& search, std::size_t k, double constant, const Vector& b) {
  const Eigen::Index n = b.size();
  Derivatives sum{.b = Vector::Zero(n), .ab = Vector::Zero(n), .bb = Matrix::Zero(n, n)};
  Vector x(n);
  for (const std::size_t c : search.cities) {
    search.read(k, c, x);
    const double logit = constant + b.dot(x);
    const double p = logistic(logit), curvature = p * (1 - p);
    const bool member = search.pairs.member[search.pairs.pair(k, c)] != 0;
    const double slope = (member ? 1 : 0) - p;
    sum.value += real_log(std::max(member ? p : 1 - p, 1e-300));
    sum.a += slope;
    sum.aa += curvature;
    for (Eigen::Index j = 0; j < n; ++j) {
      sum.b[j] += slope * x[j];
      const double weighted = curvature * x[j];
      sum.ab[j] += weighted;
      for (Eigen::Index i = 0; i <= j; ++i) sum.bb(i, j) += weighted * x[i];
    }
  }
  sum.bb = Matrix(sum.bb.selfadjointView<Eigen::Upper>());
  return sum;
}

/// The networks that have some of the cities but not all.
std::vector<std::size_t> divided(const Pairs& pairs, std::span<const std::size_t> cities,
                                 std::span<const std::size_t> networks) {
  std::vector<std::size_t> kept;
  for (const std::size_t k : networks) {
    std::size_t n_members = 0;
    for (const std::size_t c : cities) n_members += pairs.member[pairs.pair(k, c)] != 0 ? 1U : 0U;
    if (n_members > 0 && n_members < cities.size()) kept.push_back(k);
  }
  return kept;
}

/// The terms that differ between the cities of some network.
std::vector<Pull> varying(const Search& search, std::span<const Pull> asked) {
  std::vector<Pull> kept;
  for (const Pull pull : asked) {
    const bool varies = std::any_of(search.networks.begin(), search.networks.end(), [&](std::size_t k) {
      const double first = search.pairs.pulls_of(k, search.cities.front())[index(pull)];
      return std::any_of(search.cities.begin(), search.cities.end(),
                         [&](std::size_t c) { return search.pairs.pulls_of(k, c)[index(pull)] != first; });
    });
    if (varies) kept.push_back(pull);
  }
  return kept;
}

/// The sum of the outer products of clusters, times n / (n - 1).
template <class Clusters> Matrix spread_of(const Clusters& clusters, Eigen::Index n) {
  Matrix sum = Matrix::Zero(n, n);
  for (const auto& [key, score] : clusters) sum += score * score.transpose();
  const auto count = static_cast<double>(clusters.size());
  return count > 1 ? Matrix(sum * (count / (count - 1))) : sum;
}

/// Variances of the coefficients, clustered by network and by country.
Vector variances(const Search& search, const MembershipFit& fit, const std::vector<Derivatives>& parts,
                 const Vector& b, const Matrix& information) {
  const Eigen::Index n = b.size();
  std::map<std::size_t, Vector> by_network, by_country;
  std::map<std::pair<std::size_t, std::size_t>, Vector> by_both;
  const Vector none = Vector::Zero(n);
  Vector x(n);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::size_t k = search.networks[part];
    const Vector mean = parts[part].ab / parts[part].aa;
    for (const std::size_t c : search.cities) {
      search.read(k, c, x);
      const double p = logistic(fit.constants[k] + b.dot(x));
      const double miss = (search.pairs.member[search.pairs.pair(k, c)] != 0 ? 1 : 0) - p;
      by_both.try_emplace({k, search.pairs.country[c]}, none).first->second += miss * (x - mean);
    }
  }
  for (const auto& [key, score] : by_both) {
    by_network.try_emplace(key.first, none).first->second += score;
    by_country.try_emplace(key.second, none).first->second += score;
  }
  const Matrix network = spread_of(by_network, n), country = spread_of(by_country, n);
  const Matrix inverse = information.ldlt().solve(Matrix::Identity(n, n));
  const auto sandwich = [&](const Matrix& meat) { return Vector((inverse * meat * inverse).diagonal()); };
  return sandwich(network + country - spread_of(by_both, n))
      .cwiseMax(sandwich(network))
      .cwiseMax(sandwich(country));
}

}  // namespace

double MembershipFit::weight(std::span<const double> pulls) const {
  double sum = 0;
  for (const Pull pull : each<Pull>) sum += coefficient[pull] * pulls[index(pull)];
  return sum;
}

std::vector<double> weights_of(const Pairs& pairs, const MembershipFit& fit) {
  std::vector<double> weights;
  for (std::size_t k = 0; k < pairs.n_networks(); ++k)
    for (std::size_t c = 0; c < pairs.n_cities(); ++c) weights.push_back(fit.weight(pairs.pulls_of(k, c)));
  return weights;
}

MembershipFit fit_memberships(const Pairs& pairs, std::span<const std::size_t> cities,
                              std::span<const std::size_t> networks, std::span<const Pull> asked,
                              const MembershipFit* start) {
  MembershipFit fit;
  fit.constants.assign(pairs.n_networks(), std::numeric_limits<double>::quiet_NaN());
  Search search{pairs, cities, divided(pairs, cities, networks), {}};
  search.pulls = varying(search, asked);
  const auto n = static_cast<Eigen::Index>(search.pulls.size());
  Vector b = Vector::Zero(n);
  for (Eigen::Index j = 0; start && j < n; ++j)
    b[j] = start->coefficient[search.pulls[static_cast<std::size_t>(j)]];
  constexpr double rare = -4;
  for (const std::size_t k : search.networks)
    fit.constants[k] = start && !std::isnan(start->constants[k]) ? start->constants[k] : rare;

  std::vector<Derivatives> parts;
  Matrix information;  // of the coefficients, the constants profiled out
  constexpr int most_steps = 100;
  constexpr double exact = 1e-8, longest = 2;
  for (int step = 0; step < most_steps; ++step) {
    parts.clear();
    Vector slope = Vector::Zero(n);
    information = Matrix::Zero(n, n);
    for (const std::size_t k : search.networks) {
      parts.push_back(derive(search, k, fit.constants[k], b));
      const Derivatives& part = parts.back();
      slope += part.b - part.ab * (part.a / part.aa);
      information += part.bb - part.ab * part.ab.transpose() / part.aa;
    }
    const Vector change = n > 0 ? Vector(information.ldlt().solve(slope)) : slope;
    double largest = n > 0 ? change.cwiseAbs().maxCoeff() : 0.0;
    // a constant moves against the coefficients, whose terms are not centred
    std::vector<double> shifts, moved;
    for (const Derivatives& part : parts) {
      shifts.push_back((part.a - part.ab.dot(change)) / part.aa);
      largest = std::max(largest, std::abs(part.a / part.aa));
    }
    const double shrink =
        largest > longest ? longest / largest : 1.0;  // keeps the first steps from overshooting
    b += shrink * change;
    for (std::size_t part = 0; part < parts.size(); ++part)
      fit.constants[search.networks[part]] += shrink * shifts[part];
    if (largest < exact) break;
  }

  for (const Derivatives& part : parts) fit.log_likelihood += part.value;
  if (n == 0) return fit;
  const Vector variance = variances(search, fit, parts, b, information);
  const double freedom = std::max(1.0, static_cast<double>(search.networks.size()) - 1);
  const double t = boost::math::quantile(boost::math::students_t(freedom), 0.975);
  for (Eigen::Index j = 0; j < n; ++j) {
    const Pull pull = search.pulls[static_cast<std::size_t>(j)];
    const double error = std::sqrt(variance[j]);
    fit.coefficient[pull] = b[j];
    fit.error[pull] = error;
    fit.ci95[pull] = {b[j] - t * error, b[j] + t * error};
  }
  return fit;
}

}  // namespace hansa
