#include "support/numbers/reals.hpp"

#include <cmath>
#include <numbers>

#include <sleef.h>

namespace hansa {

double real_exp(double x) { return Sleef_finz_expd1_u10purecfma(x); }
double real_log(double x) { return Sleef_finz_logd1_u10purecfma(x); }
double real_pow(double base, double exponent) { return Sleef_finz_powd1_u10purecfma(base, exponent); }
double real_tanh(double x) { return Sleef_finz_tanhd1_u10purecfma(x); }
double real_sin(double x) { return Sleef_finz_sind1_u10purecfma(x); }
double real_cos(double x) { return Sleef_finz_cosd1_u10purecfma(x); }
double real_asin(double x) { return Sleef_finz_asind1_u10purecfma(x); }
double real_erfc(double x) { return Sleef_finz_erfcd1_u15purecfma(x); }

namespace {

template <std::size_t N> double polynomial(const double (&c)[N], double x) {
  double sum = c[N - 1];
  for (std::size_t k = N - 1; k-- > 0;) sum = sum * x + c[k];
  return sum;
}

}  // namespace

double normal_quantile(double p) {
  // clang-format off
  static constexpr double a[] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                                 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
  static constexpr double b[] = {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                                 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
  static constexpr double c[] = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                                 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[] = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
  static constexpr double e[] = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[] = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
  // clang-format on
  const double centred = p - 0.5;
  if (std::abs(centred) <= 0.425) {
    const double r = 0.180625 - centred * centred;
    return centred * polynomial(a, r) / polynomial(b, r);
  }
  const double tail = std::sqrt(-real_log(centred < 0 ? p : 1.0 - p));
  const double quantile = tail <= 5.0 ? polynomial(c, tail - 1.6) / polynomial(d, tail - 1.6)
                                      : polynomial(e, tail - 5.0) / polynomial(f, tail - 5.0);
  return centred < 0 ? -quantile : quantile;
}

double normal_share(double z) { return real_erfc(-z / std::numbers::sqrt2) / 2; }

double gamma_quantile(double shape, double z) {
  const double root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * std::sqrt(shape));
  return root > 0 ? shape * root * root * root : 0.0;
}

}  // namespace hansa
