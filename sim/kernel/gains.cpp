#include "sim/kernel/gains.hpp"

#include "sim/kernel/gain_loops.hpp"
#include "sim/kernel/processor.hpp"

namespace hansa {
namespace {

void add_up(const GainInput& in, std::size_t lanes, AddUpGains loop, std::span<double> gain) {
  if (in.n_actors < lanes) return gains_reference(in, gain);
  loop({in.n_actors, in.n_issues, in.n_texts, in.constant.data(), in.linear.data(), in.square.data(),
        in.lift.data()},
       gain.data());
}

}  // namespace

void four_lane_gains(const GainInput& in, std::span<double> gain) {
  add_up(in, Four::lanes, four_lane_gain_loop(), gain);
}

void eight_lane_gains(const GainInput& in, std::span<double> gain) {
  add_up(in, Eight::lanes, eight_lane_gain_loop(), gain);
}

void gains(const GainInput& in, std::span<double> gain) {
  prefers_eight_lanes() ? eight_lane_gains(in, gain) : four_lane_gains(in, gain);
}

}  // namespace hansa
