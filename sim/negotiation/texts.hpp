#pragma once

#include "scenarios/negotiation_params.hpp"
#include "sim/negotiation/table.hpp"

namespace hansa {

/// Puts the texts of a round on the table, each with the weight of its sponsors, at most `max_texts`:
/// the chair's, no agreement, the networks' draft, the blocs' (power-weighted mean demand), the large states'
/// own.
///
/// A state's power is split over its blocs and its own text. The networks' draft weighs draft_weight *
/// negotiate * influence * voice * the share of the voice that sits at the drafting table; nothing if there
/// is none.
void put_texts(const NegotiationParams& params, Table& table);

}  // namespace hansa
