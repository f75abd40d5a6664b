#include <cmath>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include "analysis/clustered_mean.hpp"

namespace hansa {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("the mean is over what is known", "[backtest]") {
  const std::vector<double> values = {1, none, 2, 6};
  const std::vector<std::size_t> cluster = {0, 0, 1, 2};
  const BootstrappedMean mean = clustered_mean(values, cluster, 42);
  CHECK((mean.mean == 3 && mean.n == 3));
  CHECK((1 <= mean.lo && mean.lo < mean.mean && mean.mean < mean.hi && mean.hi <= 6));
  const std::vector<double> nothing = {none, none, none, none};
  CHECK(clustered_mean(nothing, cluster, 42).n == 0);
}

TEST_CASE("one cluster is one piece of evidence: its samples are all alike", "[backtest]") {
  const std::vector<double> values = {1, 2, 6};
  const std::vector<std::size_t> together = {4, 4, 4};
  const BootstrappedMean mean = clustered_mean(values, together, 42);
  CHECK((mean.lo == 3 && mean.hi == 3));
}

TEST_CASE("values that go together within clusters widen the interval as fewer of them would", "[backtest]") {
  // forty values in ten clusters of four equal ones tell as much as ten
  std::vector<double> values, ten;
  std::vector<std::size_t> cluster, apart, alone;
  for (std::size_t k = 0; k < 40; ++k) {
    values.push_back(static_cast<double>(k / 4 % 3));
    cluster.push_back(k / 4);
    apart.push_back(k);
  }
  for (std::size_t k = 0; k < 10; ++k) {
    ten.push_back(values[4 * k]);
    alone.push_back(k);
  }
  const BootstrappedMean clustered = clustered_mean(values, cluster, 42),
                         few = clustered_mean(ten, alone, 42), loose = clustered_mean(values, apart, 42);
  CHECK(clustered.lo == Approx(few.lo));
  CHECK(clustered.hi == Approx(few.hi));
  CHECK(loose.hi - loose.lo < 0.7 * (clustered.hi - clustered.lo));
}

TEST_CASE("a seed gives an interval again, and another seed nearly", "[backtest]") {
  std::vector<double> values;
  std::vector<std::size_t> cluster;
  for (std::size_t k = 0; k < 50; ++k) {
    values.push_back(std::sin(static_cast<double>(k)));
    cluster.push_back(k);
  }
  const BootstrappedMean one = clustered_mean(values, cluster, 1), again = clustered_mean(values, cluster, 1),
                         other = clustered_mean(values, cluster, 2);
  CHECK((one.lo == again.lo && one.hi == again.hi));
  CHECK(one.lo != other.lo);
  CHECK(one.lo == Approx(other.lo).margin(0.03));
}

}  // namespace
}  // namespace hansa
