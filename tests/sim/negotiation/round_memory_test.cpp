// Counts allocations by replacing operator new in this test program; sanitizers bring an operator new of
// their own.

#include <cstddef>
#include <cstdlib>
#include <new>

#include <catch2/catch.hpp>

#include "sim/negotiation/acceptance.hpp"
#include "sim/negotiation/concession.hpp"
#include "sim/negotiation/drafting.hpp"
#include "sim/negotiation/texts.hpp"
#include "tests/sim/negotiation/seated.hpp"

#ifndef __SANITIZE_ADDRESS__

namespace {
thread_local std::size_t n_allocated = 0;
}

[[gnu::noinline]] void* operator new(std::size_t n_bytes) {
  ++n_allocated;
  if (void* const place = std::malloc(n_bytes > 0 ? n_bytes : 1)) return place;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* place) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, std::size_t) noexcept { std::free(place); }

namespace hansa {
namespace {

TEST_CASE("no round after the first asks for memory", "[negotiation]") {
  const ContestRule rule =
      GENERATE(ContestRule::Proportional, ContestRule::Cubic, ContestRule::Mixed, ContestRule::Binary);
  test::SmallWorld small(6, 2);
  small.put_in_bloc(0, "eu");
  small.put_in_bloc(1, "eu");
  small.put_in_bloc(2, "g77");
  small.add_conference({.name = "COP", .rounds = 10});
  NegotiationParams& params = small.scenario.negotiation;
  params.contest = rule;
  World world = small.world();
  test::set_positions(world, std::vector<test::Players>{{{0.1, 0.9}, {0.0, 0.5}},
                                                        {{0.8, 0.2}},
                                                        {{0.5, 0.5}, {0.2, 0.7}},
                                                        {{0.0, 0.0}},
                                                        {{0.9, 0.9}},
                                                        {{0.3, 0.6}}});
  Negotiation negotiation = test::seated(small, world);
  const auto play = [&](int round) {
    put_texts(params, negotiation);
    redraft(params, round, negotiation);
    const std::size_t n_objectors = review(params, round, negotiation);
    const bool passed = passes(negotiation.seats.rule, vote_on(negotiation, n_objectors));
    pull_to_objectors(params, negotiation);
    concede(params, negotiation);
    return passed;
  };
  play(1);
  const std::size_t before = n_allocated;
  for (int round = 2; round <= 10; ++round) play(round);
  CHECK(n_allocated == before);
  ::operator delete(::operator new(1));  // the counter works
  CHECK(n_allocated > before);
}

}  // namespace
}  // namespace hansa

#endif
