#pragma once

#include <algorithm>

namespace hansa {

// All transcendental functions that results depend on. libm's differ in the last bit between processors;
// these (SLEEF's deterministic family) give the same bits everywhere.

[[nodiscard]] double real_exp(double x);
[[nodiscard]] double real_log(double x);
[[nodiscard]] double real_pow(double base, double exponent);
[[nodiscard]] double real_tanh(double x);
[[nodiscard]] double real_sin(double x);
[[nodiscard]] double real_cos(double x);
[[nodiscard]] double real_asin(double x);
[[nodiscard]] double real_erfc(double x);

/// 1 / (1 + e^-x), in (0, 1).
[[nodiscard]] inline double logistic(double x) { return 1.0 / (1.0 + real_exp(-x)); }

/// log(p / (1 - p)) for p in (0, 1).
[[nodiscard]] inline double logit(double p) { return real_log(p / (1.0 - p)); }

/// The standard normal quantile of p in (0, 1), relative error below 1e-15. Source: Wichura 1988, algorithm
/// AS 241.
[[nodiscard]] double normal_quantile(double p);

/// The share of standard normals below z.
[[nodiscard]] double normal_share(double z);

/// The quantile of the gamma distribution of this shape and scale 1 at the quantile of z among standard normals: within
/// 3 % of it between the quantiles .25 and .999 for shapes from 1 on, too small below. Source: Wilson and Hilferty 1931.
[[nodiscard]] double gamma_quantile(double shape, double z);

}  // namespace hansa
