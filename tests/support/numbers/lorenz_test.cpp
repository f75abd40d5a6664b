#include <catch2/catch.hpp>

#include "support/numbers/lorenz.hpp"

namespace hansa {
namespace {

using Points = std::vector<std::array<double, 2>>;

TEST_CASE("of four holders of 0, 3, 0 and 1 half hold nothing, and the index is 0.625", "[lorenz]") {
  const Lorenz curve = lorenz_of({{0, 1}, {3, 1}, {0, 1}, {1, 1}});
  CHECK(curve.points == Points{{0, 0}, {0.5, 0}, {0.75, 0.25}, {1, 1}});
  CHECK(curve.gini == Approx(0.625));
}

TEST_CASE("members of a group count as equal", "[lorenz]") {
  const Lorenz groups = lorenz_of({{6, 2}, {2, 2}}), single = lorenz_of({{3, 1}, {1, 1}, {3, 1}, {1, 1}});
  CHECK(groups.points == Points{{0, 0}, {0.5, 0.25}, {1, 1}});
  CHECK(groups.gini == Approx(0.25));
  CHECK(single.points == groups.points);
  CHECK(single.gini == Approx(0.25));
}

TEST_CASE("who hold the same hold equally, and nothing that nobody holds has a curve", "[lorenz]") {
  const Lorenz equal = lorenz_of({{2, 1}, {4, 2}, {0, 0}});
  CHECK(equal.points == Points{{0, 0}, {1, 1}});
  CHECK(equal.gini == Approx(0).margin(1e-15));
  CHECK(lorenz_of({{0, 5}}).points.empty());
}

TEST_CASE("a thinned curve keeps its ends and its index", "[lorenz]") {
  std::vector<Holders> many;
  for (int k = 1; k <= 1000; ++k) many.push_back({static_cast<double>(k), 1});
  const Lorenz all = lorenz_of(many), few = thinned(all, 20);
  CHECK(all.points.size() == 1001);
  CHECK(few.points.size() <= 22);
  CHECK(few.points.size() > 15);
  CHECK(few.points.front() == all.points.front());
  CHECK(few.points.back() == all.points.back());
  CHECK(few.gini == all.gini);
}

}  // namespace
}  // namespace hansa
