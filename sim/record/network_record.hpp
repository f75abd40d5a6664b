#pragma once

#include <cstdint>
#include <vector>

#include "sim/record/run_record.hpp"

namespace hansa {

inline constexpr auto rung_codes = or_no_text("no_members", choices(Access{}).values);

/// What single networks and cities were and did in one realization, one vector per column, each declared in columns().
/// Networks are those of the tables. Generated ones differ between realizations and are counted by class.
struct NetworkRecord {
  std::vector<std::int32_t> network_members;
  std::vector<std::uint8_t> network_rung, network_declared;
  std::vector<double> network_share, network_soft_power, leave_one_out, leave_one_out_freed, network_message,
      network_distance, conference_leave_one_out, access_leave_one_out, network_pressure,
      network_state_pressure;
  std::vector<std::int32_t> generated_by_size, cities_by_degree, cities_by_generated;
  std::vector<double> city_networks, city_attention, city_door;

  /// Calls visit(member, info) for every column, in the order of the result file. This list feeds
  /// make_network_record, NetworkTally, the layout of result files, the estimates of size and
  /// docs/reference/result_file.md.
  template <class Visitor> static constexpr void columns(Visitor&& visit) {
    using enum Axis;
    using R = NetworkRecord;
    constexpr ColumnTraits flag{.flags = no_or_yes}, mean{.keep = Keep::Mean},
        spread{.keep = Keep::MeanAndSd};
    // clang-format off
    visit(&R::network_members, {"network_members", {Network, Year}, "member cities of the network"});
    visit(&R::network_share, {"network_share", {Network, Year},
          "its share in the reach of all networks; NaN: no members"});
    visit(&R::network_soft_power, {"network_soft_power", {Network, Year}, "its soft power; NaN: no members"});
    visit(&R::network_rung, {"network_rung", {Network, Year},
          "its highest rung of access in any forum", {.flags = rung_codes}});
    visit(&R::leave_one_out, {"leave_one_out", {Network, Year},
          "change of network_voice without its members, all else as it is; NaN: no members"});
    visit(&R::leave_one_out_freed, {"leave_one_out_freed", {Network, Year},
          "leave_one_out with the attention that this frees and messages agreed anew; NaN: no members"});
    visit(&R::network_message, {"network_message", {Network, Year, Issue},
          "what it asks for, 0 to 1; NaN: no members", mean});
    visit(&R::network_distance, {"network_distance", {Network, Conference},
          "distance of its message from that of all, root mean square over the agenda; NaN: no members"});
    visit(&R::network_declared, {"network_declared", {Network, Conference},
          "whether it signed a declaration at the parallel summit", flag});
    visit(&R::conference_leave_one_out, {"conference_leave_one_out", {Network, Conference},
          "change of voice without its members, all else as it is; NaN: no members"});
    visit(&R::access_leave_one_out, {"access_leave_one_out", {Network, Conference},
          "change of conference_access without its members; NaN: no members"});
    visit(&R::network_pressure, {"network_pressure", {Network, Conference},
          "its part in the pressure on delegations by all channels, power-weighted mean; NaN: no members"});
    visit(&R::network_state_pressure, {"network_state_pressure", {Network, Conference, Channel, State},
          "its part in the pressure on the state's delegation; 0 without members", mean});
    visit(&R::generated_by_size, {"generated_by_size", {Year, Size}, "generated networks by number of members"});
    visit(&R::cities_by_degree, {"cities_by_degree", {Year, Degree}, "cities by number of networks"});
    visit(&R::cities_by_generated, {"cities_by_generated", {Year, Degree},
          "cities by number of generated networks"});
    visit(&R::city_networks, {"city_networks", {City, Year}, "networks that the city is a member of", spread});
    visit(&R::city_attention, {"city_attention", {City, Year},
          "attention that its memberships leave for the business of each, 0 to 1", spread});
    visit(&R::city_door, {"city_door", {City, Year},
          "nearness of its best door to a drafting table open to all", spread});
    // clang-format on
  }
};

/// A record of the size that the scenario needs, in which nothing applies yet and nobody presses.
[[nodiscard]] NetworkRecord make_network_record(const Facts& facts);

/// The row of a network in the tables if it is one of them and has members; -1 if not.
[[nodiscard]] int known_row(const World& world, std::size_t k);

/// The class of a network of n > 0 members, and of a city in n networks.
[[nodiscard]] std::size_t size_class(std::size_t n_members);
[[nodiscard]] std::size_t degree_class(std::size_t n_networks);

/// Records networks and cities at the end of a year. Needs a voice measured on all issues.
void keep_networks(const World& world, NetworkRecord& record);

/// Records what networks say and how they press at a conference, whose row in the facts is given. Needs its voice and
/// pressure. `declared`: (network) whether it signed a declaration there.
void keep_networks_at(std::size_t conference, const World& world, const std::vector<char>& declared,
                      NetworkRecord& record);

}  // namespace hansa
