#include <algorithm>
#include <bit>
#include <vector>

#include <catch2/catch.hpp>

#include "scenarios/parameters/vocabulary.hpp"
#include "sim/kernel/objections.hpp"
#include "support/numbers/draws.hpp"

namespace hansa {
namespace {

using Values = std::vector<double>;
using Blocs = std::vector<std::uint32_t>;
using Objects = std::vector<char>;

/// States that judge a text.
struct Assembly {
  Values loss, power;
  Blocs blocs;
  Values price;
  double shelter = 0.1;

  [[nodiscard]] Objects objectors(Equilibrium equilibrium = Equilibrium::Least) const {
    Objects objects(loss.size(), 7);
    const ObjectionInput in{.loss = loss, .power = power, .price = price, .blocs = blocs, .shelter = shelter};
    const std::size_t n =
        equilibrium == Equilibrium::Least ? least_objectors(in, objects) : greatest_objectors(in, objects);
    CHECK(n == static_cast<std::size_t>(std::count(objects.begin(), objects.end(), 1)));
    return objects;
  }
};

TEST_CASE("a state without a loss does not object, even at no price", "[objections]") {
  const Assembly assembly{{0.0, -0.1, 0.1}, {0.2, 0.2, 0.2}, {0, 0, 0}, {0, 0, 0}};
  CHECK(assembly.objectors(Equilibrium::Least) == Objects{0, 0, 1});
  CHECK(assembly.objectors(Equilibrium::Greatest) == Objects{0, 0, 1});
}

TEST_CASE("a state alone objects if its loss exceeds the price, whatever its own power", "[objections]") {
  for (const double power : {0.001, 0.1, 0.9}) {
    for (const Equilibrium equilibrium : each<Equilibrium>) {
      CHECK(Assembly{{0.0201}, {power}, {1}, {0.02}}.objectors(equilibrium) == Objects{1});
      CHECK(Assembly{{0.0199}, {power}, {1}, {0.02}}.objectors(equilibrium) == Objects{0});
    }
  }
}

TEST_CASE("a fellow objector with the power of the shelter halves the price", "[objections]") {
  // the second objects in any case, and .02 / (1 + .1 / .1) = .01
  const auto beside_a_fellow = [](double loss, Blocs blocs) {
    return Assembly{{loss, 0.5}, {0.01, 0.1}, blocs, {0.02, 0.02}}.objectors();
  };
  CHECK(beside_a_fellow(0.0101, {1, 1}) == Objects{1, 1});
  CHECK(beside_a_fellow(0.0099, {1, 1}) == Objects{0, 1});
  CHECK(beside_a_fellow(0.0101, {1, 2}) == Objects{0, 1});
  CHECK(beside_a_fellow(0.0101, {0, 0}) == Objects{0, 1});
}

TEST_CASE("a state counts on the bloc where its fellow objectors are strongest", "[objections]") {
  // of the first state's blocs, one holds an objector of power .02 and one of .1
  const auto loss_of_first = [](double loss) {
    return Assembly{{loss, 0.5, 0.5}, {0.01, 0.02, 0.1}, {0b11, 0b01, 0b10}, {0.02, 0.02, 0.02}}
        .objectors()[0];
  };
  CHECK(loss_of_first(0.0101) == 1);
  CHECK(loss_of_first(0.0099) == 0);
}

TEST_CASE("where objecting pays only together, nobody or all object", "[objections]") {
  const Assembly pair{{0.015, 0.015}, {0.1, 0.1}, {1, 1}, {0.02, 0.02}};
  CHECK(pair.objectors(Equilibrium::Least) == Objects{0, 0});
  CHECK(pair.objectors(Equilibrium::Greatest) == Objects{1, 1});
}

TEST_CASE("one objector can bring a bloc with it, member after member", "[objections]") {
  // each member objects once those before it do: .04 / (1 + .2 n)
  const Assembly chain{{0.041, 0.034, 0.029, 0.026, 0.02}, Values(5, 0.02), Blocs(5, 1), Values(5, 0.04)};
  CHECK(chain.objectors() == Objects{1, 1, 1, 1, 0});
}

TEST_CASE("the last bloc of 32 shelters like the first", "[objections]") {
  const Assembly pair{{0.0101, 0.5}, {0.01, 0.1}, {1U << 31, 1U << 31}, {0.02, 0.02}};
  CHECK(pair.objectors() == Objects{1, 1});
}

constexpr unsigned n_states = 8, n_blocs_here = 4;

Assembly some_assembly(std::uint32_t realization) {
  const Draws draws(3, realization);
  Assembly assembly;
  for (std::uint64_t i = 0; i < n_states; ++i) {
    assembly.loss.push_back(0.03 * draws.uniform(Purpose::Residual, 0, i) - 0.005);
    assembly.power.push_back(0.06 * draws.uniform(Purpose::CityFactor, 0, i));
    assembly.price.push_back(0.04 * draws.uniform(Purpose::Objection, 0, i));
    assembly.blocs.push_back(static_cast<std::uint32_t>(16 * draws.uniform(Purpose::Size, 0, i)));
  }
  return assembly;
}

/// Whether state i would object beside these, by the definition.
bool would_object(const Assembly& assembly, unsigned objectors, std::size_t i) {
  double behind = 0;
  for (unsigned g = 0; g < n_blocs_here; ++g) {
    if ((assembly.blocs[i] >> g & 1U) == 0) continue;
    double sum = 0;
    for (std::size_t j = 0; j < n_states; ++j) {
      if (j != i && (objectors >> j & 1U) != 0 && (assembly.blocs[j] >> g & 1U) != 0)
        sum += assembly.power[j];
    }
    behind = std::max(behind, sum);
  }
  return assembly.loss[i] > 0 && assembly.loss[i] > assembly.price[i] / (1.0 + behind / assembly.shelter);
}

TEST_CASE("the two sets of objectors are the smallest and the largest that are stable", "[objections]") {
  int differ = 0;
  for (std::uint32_t realization = 0; realization < 200; ++realization) {
    const Assembly assembly = some_assembly(realization);
    unsigned smallest = 255, largest = 0;
    int fewest = n_states + 1, most = -1;
    for (unsigned group = 0; group < 256; ++group) {
      bool stable = true;
      for (unsigned i = 0; i < n_states && stable; ++i)
        stable = ((group >> i & 1U) != 0) == would_object(assembly, group, i);
      if (!stable) continue;
      if (std::popcount(group) < fewest) fewest = std::popcount(smallest = group);
      if (std::popcount(group) > most) most = std::popcount(largest = group);
    }
    const Objects least = assembly.objectors(Equilibrium::Least),
                  greatest = assembly.objectors(Equilibrium::Greatest);
    for (unsigned i = 0; i < n_states; ++i) {
      REQUIRE((least[i] != 0) == ((smallest >> i & 1U) != 0));
      REQUIRE((greatest[i] != 0) == ((largest >> i & 1U) != 0));
    }
    differ += smallest != largest ? 1 : 0;
  }
  CHECK(differ > 5);  // else the test would not distinguish them
}

TEST_CASE("a greater loss, a lower price or a smaller shelter silences no objector", "[objections]") {
  for (std::uint32_t realization = 0; realization < 200; ++realization) {
    for (const Equilibrium equilibrium : each<Equilibrium>) {
      const Assembly assembly = some_assembly(realization);
      const Objects before = assembly.objectors(equilibrium);
      Assembly angrier = assembly, cheaper = assembly, sheltered = assembly;
      angrier.loss[realization % n_states] += 0.01;
      cheaper.price[realization % n_states] *= 0.7;
      sheltered.shelter = 0.08;
      for (const Assembly* changed : {&angrier, &cheaper, &sheltered}) {
        const Objects after = changed->objectors(equilibrium);
        for (std::size_t i = 0; i < n_states; ++i) REQUIRE(after[i] >= before[i]);
      }
    }
  }
}

TEST_CASE("a vanishing loss draws no objection while objecting has a price", "[objections]") {
  Assembly assembly = some_assembly(1);
  for (double& loss : assembly.loss) loss *= 1e-6;
  CHECK(assembly.objectors(Equilibrium::Greatest) == Objects(n_states, 0));
}

}  // namespace
}  // namespace hansa
