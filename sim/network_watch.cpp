#include "sim/network_watch.hpp"

#include "scenarios/parameters/scenario.hpp"
#include "sim/leave_one_out.hpp"
#include "sim/phases/deliberation.hpp"

namespace hansa {
namespace {

/// The voice that a phase measured, measured again in another world.
const Voice& measure_again(const Phase& phase, const Turn& turn, World& world) {
  Turn elsewhere{.scenario = turn.scenario, .world = world, .conference = turn.conference};
  phase.play(elsewhere);
  return world.voice;
}

void leave_out_at_conference(const Phase& phase, const Turn& turn, NetworkRecord& record) {
  const Voice& voice = turn.world.voice;
  const std::size_t n = turn.world.facts->conferences.size();
  for_each_left_out(turn.world, [&](std::size_t row, World& less) {
    const Voice& without = measure_again(phase, turn, less);
    record.conference_leave_one_out[row * n + turn.conference] = without.strength() - voice.strength();
    record.access_leave_one_out[row * n + turn.conference] = without.access - voice.access;
  });
}

void leave_out_in_year(const Phase& phase, const Turn& turn, NetworkRecord& record) {
  const Facts& facts = *turn.world.facts;
  const double whole = turn.world.voice.strength();
  const auto year = static_cast<std::size_t>(turn.world.year - facts.first_year);
  for_each_left_out(turn.world, [&](std::size_t row, World& less) {
    const std::size_t at = row * facts.years.size() + year;
    record.leave_one_out[at] = measure_again(phase, turn, less).strength() - whole;
    deliberate(turn.scenario.networks, less);
    record.leave_one_out_freed[at] = measure_again(phase, turn, less).strength() - whole;
  });
}

}  // namespace

void NetworkWatch::operator()(const Phase& phase, const Turn& turn) {
  const NetworkStore& networks = turn.world.networks;
  if (phase.verb == "measure_voice" && phase.at_conference) {
    signed_before_ = networks.declarations;
    leave_out_at_conference(phase, turn, record_);
  } else if (phase.verb == "gather_pressure") {
    std::vector<char> declared;
    for (std::size_t k = 0; k < networks.size(); ++k)
      declared.push_back(networks.declarations[k] > signed_before_[k] ? 1 : 0);
    keep_networks_at(turn.conference, turn.world, declared, record_);
  } else if (phase.verb == "measure_voice") {
    leave_out_in_year(phase, turn, record_);
  } else if (phase.verb == "feed_back") {
    keep_networks(turn.world, record_);
  }
}

}  // namespace hansa
