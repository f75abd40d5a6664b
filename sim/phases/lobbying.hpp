#pragma once

#include "agents/world.hpp"
#include "scenarios/parameters/negotiation_params.hpp"
#include "sim/negotiation/conference.hpp"

namespace hansa {

struct AllyParams;

/// Member cities put pressure on their own government all year [N6].
///
///     home_pressure(i) = (1 + regions + civil_society * democracy(i))
///                        * sum over member cities of share of people * autonomy * attention * mean cohesion
///
/// A network's dials may scale its part in this and in the other channels (sim/networks/dials.hpp).
///
/// Reads:  cities.autonomy, cities.networks, cities.attention, networks.alive, networks.known, networks.members,
///         networks.cohesion
/// Writes: states.home_pressure, networks.declarations, pressure.influence
void press_at_home(const LobbyingParams& params, const AllyParams& allies, World& world);

/// Networks sign declarations at the parallel summit of a conference [N8].
///
/// Reads:  networks.alive, networks.key, networks.known, networks.share, networks.declarations, voice.declared,
///         voice.proclaimed, voice.emulated
/// Writes: networks.declarations, voice.declared, voice.proclaimed, voice.emulated
void declare(const LobbyingParams& params, const ConferenceFacts& conference, World& world);

/// Cities' pressure on every delegation, by channel [N4, N6].
///
///     home         = states.home_pressure
///     conference   = voice without pooling * access; 0 if the state's delegation is closed to cities
///     coordination = what pooling adds to that
///     summit       = voice * share that signed declarations, to all
///     emulation    = the same again, to the presidency and the G20
///     counter      = - (1 - firms) * capture * max(0, home + conference - counter_cost)
///
/// each times its weight. counter: incumbents respond to pressure by cities, unless firms are among the
/// networks' allies.
///
/// Reads:  states.home_pressure, voice
/// Writes: pressure.by_channel
void gather_pressure(const LobbyingParams& params, const AllyParams& allies,
                     const ConferenceFacts& conference, World& world);

/// Cities' demands move delegations and veto players at home, as far as the gate lets them; where incumbents
/// outweigh cities, they move back towards the status quo.
///
///     G    = max(message, y)                    a lobby of cities never asks a government for less
///     gate = clamp(g(G) / g(y), 0, 1)           g: gain under the form on offer; 0 if g(G) <= 0 or g(y) <= 0
///     p    = 1 - exp(-strength * |sum of pressure|)
///     y   += p (w gate + 1 - w) (G - y)         where the sum is positive; w: lobbying.gate
///     y   -= p max(0, y - q)                    where it is negative
///
/// At w = 1 each moves within its own win-set, at w = 0 by pressure alone. Paralysed and absent states do not move; a paralysed state keeps the mandate of its last conference. Then
/// the states of a side agreement move each other upwards, at w = 1: message = their largest mandate, by issue;
/// p = side_pull. Source of the form: two-level games (Putnam 1988), lobbying as subsidy (Hall and Deardorff
/// 2006), lobbies that pull apart (Boehmelt 2013).
///
/// Reads:  vetoes.position, pressure, voice.message
/// Writes: vetoes.lobbied, states.mandate
void lobby(const LobbyingParams& params, const ConferenceFacts& conference, const Terms& terms, World& world);

}  // namespace hansa
