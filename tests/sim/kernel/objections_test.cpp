#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/objections.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

using Blocs = std::vector<std::uint32_t>;
using Objects = std::vector<char>;

Objects who_objects(const std::vector<double>& loss, const std::vector<double>& power, const Blocs& blocs,
                    double cost, double shelter) {
  Objects objects(loss.size(), 7);
  const std::size_t n = objections(loss, power, blocs, cost, shelter, objects);
  CHECK(n == static_cast<std::size_t>(std::count(objects.begin(), objects.end(), 1)));
  return objects;
}

TEST_CASE("a state without a loss does not object, even at no cost", "[objections]") {
  CHECK(who_objects({0.0, -0.1, 0.1}, {0.2, 0.2, 0.2}, {0, 0, 0}, 0.0, 0.1) == Objects{0, 0, 1});
}

TEST_CASE("a state alone objects if its loss exceeds the cost that its own power leaves", "[objections]") {
  // cost (1 - w / shelter) = .02 (1 - .05 / .1) = .01
  CHECK(who_objects({0.0101}, {0.05}, {0}, 0.02, 0.1) == Objects{1});
  CHECK(who_objects({0.0099}, {0.05}, {0}, 0.02, 0.1) == Objects{0});
  // from the power of a shelter on it is free
  CHECK(who_objects({1e-9}, {0.1}, {0}, 0.02, 0.1) == Objects{1});
  CHECK(who_objects({1e-9}, {0.5}, {0}, 0.02, 0.1) == Objects{1});
}

TEST_CASE("small states object with the power of their bloc and not without it", "[objections]") {
  // power .04 each: alone the cost is .02 * .6 = .012, two together .02 * .2 = .004
  const std::vector<double> power = {0.04, 0.04};
  CHECK(who_objects({0.005, 0.005}, power, {0, 0}, 0.02, 0.1) == Objects{0, 0});
  CHECK(who_objects({0.005, 0.005}, power, {1, 2}, 0.02, 0.1) == Objects{0, 0});
  CHECK(who_objects({0.005, 0.005}, power, {1, 1}, 0.02, 0.1) == Objects{1, 1});
  CHECK(who_objects({0.005, 0.0}, power, {1, 1}, 0.02, 0.1) == Objects{0, 0});
}

TEST_CASE("a state is sheltered by the strongest of its blocs", "[objections]") {
  // bloc 0 holds the first two, bloc 1 the first and the third, which is powerful
  CHECK(who_objects({0.005, 0.005, 0.5}, {0.01, 0.01, 0.09}, {0b11, 0b01, 0b10}, 0.02, 0.1) ==
        Objects{1, 0, 1});
}

TEST_CASE("a silenced objector weakens its bloc, which may silence others", "[objections]") {
  // two blocs with the second state in both; a pair objects if its loss exceeds .02 (1 - .10 / .12) = .00333,
  // a state alone if it exceeds .01167
  const std::vector<double> loss = {0.001, 0.0085, 0.0105}, power = {0.05, 0.05, 0.05};
  const Blocs chain = {0b01, 0b11, 0b10};
  CHECK(who_objects(loss, power, chain, 0.02, 0.12) == Objects{0, 1, 1});
  // the ends of the chain drop out and isolate its middle, which would otherwise still object
  CHECK(who_objects({0.001, 0.0085, 0.003}, power, chain, 0.02, 0.12) == Objects{0, 0, 0});
}

TEST_CASE("the last bloc of 32 shelters like the first", "[objections]") {
  CHECK(who_objects({0.005, 0.005}, {0.04, 0.04}, {1U << 31, 1U << 31}, 0.02, 0.1) == Objects{1, 1});
}

/// Eight random states in four blocs.
struct Assembly {
  std::vector<double> loss, power;
  Blocs blocs;
};

Assembly some_assembly(std::uint32_t realization) {
  const Draws draws(3, realization);
  Assembly assembly;
  for (std::uint64_t i = 0; i < 8; ++i) {
    assembly.loss.push_back(0.03 * draws.uniform(Purpose::Residual, 0, i) - 0.005);
    assembly.power.push_back(0.06 * draws.uniform(Purpose::Turn, 0, i));
    assembly.blocs.push_back(static_cast<std::uint32_t>(16 * draws.uniform(Purpose::Size, 0, i)));
  }
  return assembly;
}

/// Whether state i would object beside these.
bool keeps(const Assembly& assembly, unsigned objectors, std::size_t i, double cost, double shelter) {
  double behind = assembly.blocs[i] == 0 ? assembly.power[i] : 0.0;
  for (unsigned g = 0; g < 4; ++g) {
    if ((assembly.blocs[i] >> g & 1U) == 0) continue;
    double sum = 0;
    for (std::size_t j = 0; j < 8; ++j) {
      if ((objectors >> j & 1U) != 0 && (assembly.blocs[j] >> g & 1U) != 0) sum += assembly.power[j];
    }
    behind = std::max(behind, sum);
  }
  return assembly.loss[i] > 0 && assembly.loss[i] > cost * (1.0 - std::min(1.0, behind / shelter));
}

TEST_CASE("the objectors are the largest group in which every state keeps objecting", "[objections]") {
  for (std::uint32_t realization = 0; realization < 200; ++realization) {
    const Assembly assembly = some_assembly(realization);
    unsigned largest = 0;  // the union of all stable groups, which is stable too
    for (unsigned group = 0; group < 256; ++group) {
      bool holds = true;
      for (std::size_t i = 0; i < 8 && holds; ++i)
        holds = (group >> i & 1U) == 0 || keeps(assembly, group, i, 0.02, 0.1);
      if (holds) largest |= group;
    }
    const Objects objects = who_objects(assembly.loss, assembly.power, assembly.blocs, 0.02, 0.1);
    for (std::size_t i = 0; i < 8; ++i) REQUIRE((objects[i] != 0) == ((largest >> i & 1U) != 0));
  }
}

TEST_CASE("a greater loss or a lower cost silences no objector", "[objections]") {
  for (std::uint32_t realization = 0; realization < 200; ++realization) {
    const Assembly assembly = some_assembly(realization);
    const Objects before = who_objects(assembly.loss, assembly.power, assembly.blocs, 0.02, 0.1);
    std::vector<double> larger = assembly.loss;
    larger[realization % 8] += 0.01;
    const Objects angrier = who_objects(larger, assembly.power, assembly.blocs, 0.02, 0.1);
    const Objects cheaper = who_objects(assembly.loss, assembly.power, assembly.blocs, 0.015, 0.1);
    const Objects sheltered = who_objects(assembly.loss, assembly.power, assembly.blocs, 0.02, 0.08);
    for (std::size_t i = 0; i < 8; ++i) {
      REQUIRE(angrier[i] >= before[i]);
      REQUIRE(cheaper[i] >= before[i]);
      REQUIRE(sheltered[i] >= before[i]);
    }
  }
}

}  // namespace
}  // namespace hansa
