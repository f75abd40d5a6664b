#include "analysis/ratification/hazard_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Cholesky>
#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include "support/numbers/expect.hpp"
#include "support/numbers/reals.hpp"

namespace hansa {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// The log likelihood of one treaty's rows with its derivatives by coefficients (b) and by the treaty's constant (a);
/// second derivatives with their sign turned.
struct Derivatives {
  double value = 0, a = 0, aa = 0;
  Vector b, ab;
  Matrix bb;

  explicit Derivatives(Eigen::Index n) : b(Vector::Zero(n)), ab(Vector::Zero(n)), bb(Matrix::Zero(n, n)) {}
};

/// The log likelihood of a month, its slope and turned curvature by the yearly logit. With u = log(1 + e^logit) / 12 it
/// is -u without joining, log(1 - e^-u) with.
struct Month {
  double value, slope, curvature;
};

Month month_of(double logit, bool joins) {
  const double p = logistic(logit);
  const double u = (logit > 30 ? logit : real_log(1 + real_exp(logit))) / 12;
  const double du = p / 12, ddu = p * (1 - p) / 12;
  if (!joins) return {-u, -du, ddu};
  const double odds = 1 / (real_exp(u) - 1);  // of not joining
  return {-u - real_log(odds), du * odds, du * du * odds * (1 + odds) - ddu * odds};
}

Derivatives derive(const TreatyPanel& panel, std::span<const Term> terms, double constant, const Vector& b) {
  const Eigen::Index n = b.size();
  Derivatives sum(n);
  Vector x(n);
  for (std::size_t k = 0; k < panel.n_rows(); ++k) {
    const std::span<const double> row = panel.row(k);
    double logit = constant;
    for (Eigen::Index j = 0; j < n; ++j) {
      x[j] = row[index(terms[static_cast<std::size_t>(j)])];
      logit += b[j] * x[j];
    }
    const Month month = month_of(logit, panel.joined[k] != 0);
    sum.value += month.value;
    sum.a += month.slope;
    sum.aa += month.curvature;
    for (Eigen::Index j = 0; j < n; ++j) {
      sum.b[j] += month.slope * x[j];
      const double weighted = month.curvature * x[j];
      sum.ab[j] += weighted;
      for (Eigen::Index i = 0; i <= j; ++i) sum.bb(i, j) += weighted * x[i];
    }
  }
  sum.bb = Matrix(sum.bb.selfadjointView<Eigen::Upper>());
  return sum;
}

/// The terms that vary, and the squares of their standard deviations over all rows.
std::vector<Term> varying(const std::vector<TreatyPanel>& panels, std::span<const Term> terms,
                          std::vector<double>& variance) {
  std::vector<Term> kept;
  for (const Term term : terms) {
    double n = 0, sum = 0, squares = 0;
    for (const TreatyPanel& panel : panels) {
      for (std::size_t k = 0; k < panel.n_rows(); ++k) {
        const double x = panel.row(k)[index(term)];
        ++n;
        sum += x;
        squares += x * x;
      }
    }
    const double found = squares / n - sum / n * (sum / n);
    if (!(found > 1e-12)) continue;
    kept.push_back(term);
    variance.push_back(found);
  }
  return kept;
}

double student_97_5(double freedom) { return boost::math::quantile(boost::math::students_t(freedom), 0.975); }

}  // namespace

HazardFit fit_hazard(const std::vector<TreatyPanel>& panels, std::span<const Term> asked) {
  HANSA_EXPECT(panels.size() >= 2);
  std::vector<double> variance;
  const std::vector<Term> terms = varying(panels, asked, variance);
  const auto n = static_cast<Eigen::Index>(terms.size());
  const std::size_t n_treaties = panels.size();
  const Vector penalty = ridge * Vector::Map(variance.data(), n);
  Vector b = Vector::Zero(n);
  std::vector<double> constants(n_treaties, -2.0);

  std::vector<Derivatives> parts;
  Matrix information;  // of the coefficients, the constants profiled out
  constexpr int most_steps = 100;
  constexpr double exact = 1e-10;
  for (int step = 0; step < most_steps; ++step) {
    parts.clear();
    Vector slope = -penalty.cwiseProduct(b);
    information = penalty.asDiagonal();
    for (std::size_t k = 0; k < n_treaties; ++k) {
      parts.push_back(derive(panels[k], terms, constants[k], b));
      const Derivatives& part = parts.back();
      slope += part.b - part.ab * (part.a / part.aa);
      information += part.bb - part.ab * part.ab.transpose() / part.aa;
    }
    Vector change = information.ldlt().solve(slope);
    double largest = change.size() > 0 ? change.cwiseAbs().maxCoeff() : 0.0;
    std::vector<double> shifts;
    for (const Derivatives& part : parts) shifts.push_back((part.a - part.ab.dot(change)) / part.aa);
    for (const double shift : shifts) largest = std::max(largest, std::abs(shift));
    const double shrink = largest > 2 ? 2 / largest : 1.0;  // keeps the first steps from overshooting
    b += shrink * change;
    for (std::size_t k = 0; k < n_treaties; ++k) constants[k] += shrink * shifts[k];
    if (largest < exact) break;
  }

  Matrix meat = Matrix::Zero(n, n);
  HazardFit fit;
  for (std::size_t k = 0; k < n_treaties; ++k) {
    const Vector score = parts[k].b - parts[k].ab * (parts[k].a / parts[k].aa);
    meat += score * score.transpose();
    fit.log_likelihood += parts[k].value;
    fit.n_rows += panels[k].n_rows();
    fit.n_joined += static_cast<std::size_t>(std::count(panels[k].joined.begin(), panels[k].joined.end(), 1));
  }
  const auto count = static_cast<double>(n_treaties);
  const Matrix inverse = information.ldlt().solve(Matrix::Identity(n, n));
  const Matrix covariance = inverse * meat * inverse * (count / (count - 1));
  const double t = student_97_5(count - 1);
  for (Eigen::Index j = 0; j < n; ++j) {
    const Term term = terms[static_cast<std::size_t>(j)];
    const double error = t * std::sqrt(covariance(j, j));
    fit.coefficient[term] = b[j];
    fit.ci95[term] = {b[j] - error, b[j] + error};
  }
  for (const double constant : constants) fit.constant += constant / count;
  for (const double constant : constants)
    fit.spread += (constant - fit.constant) * (constant - fit.constant) / (count - 1);
  fit.spread = std::sqrt(fit.spread);
  const double error = t * fit.spread / std::sqrt(count);
  fit.constant_ci95 = {fit.constant - error, fit.constant + error};
  fit.constants = std::move(constants);
  return fit;
}

double log_likelihood_of(const TreatyPanel& panel, const HazardFit& fit) {
  std::vector<double> logits(panel.n_rows(), 0.0);
  for (std::size_t k = 0; k < panel.n_rows(); ++k)
    for (const Term term : each<Term>) logits[k] += fit.coefficient[term] * panel.row(k)[index(term)];
  double constant = fit.constant;
  constexpr int most_steps = 100;
  constexpr double exact = 1e-10, longest = 2;
  for (int step = 0; step < most_steps; ++step) {
    double value = 0, slope = 0, curvature = 0;
    for (std::size_t k = 0; k < panel.n_rows(); ++k) {
      const Month month = month_of(constant + logits[k], panel.joined[k] != 0);
      value += month.value;
      slope += month.slope;
      curvature += month.curvature;
    }
    const double change = slope / curvature;
    if (std::abs(change) < exact) return value;
    constant += std::clamp(change, -longest, longest);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

RatificationParams params_of(const HazardFit& fit) {
  RatificationParams params;
  params.constant = fit.constant;
  params.habit = fit.coefficient[Term::Habit];
  params.democracy = fit.coefficient[Term::Democracy];
  params.population = fit.coefficient[Term::Population];
  params.eu = fit.coefficient[Term::Eu];
  params.region = fit.coefficient[Term::Region];
  params.parties = fit.coefficient[Term::Parties];
  params.time_log = fit.coefficient[Term::TimeLog];
  params.time = fit.coefficient[Term::Time];
  params.own_payoff = fit.coefficient[Term::OwnPayoff];
  params.others_payoff = fit.coefficient[Term::OthersPayoff];
  params.spread = fit.spread;
  return params;
}

std::vector<std::string> settings_of(const HazardFit& fit) {
  std::vector<std::string> settings = {fmt::format("ratification.constant={:.6f}", fit.constant),
                                       fmt::format("ratification.spread={:.6f}", fit.spread)};
  for (const Term term : model_terms)
    settings.push_back(fmt::format("ratification.{}={:.6f}", name_of(term), fit.coefficient[term]));
  return settings;
}

}  // namespace hansa
