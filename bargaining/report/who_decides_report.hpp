#pragma once

#include <nlohmann/json_fwd.hpp>

#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/voting/who_decides.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// Who decides under a rule, as printed tables: power, then cores and win sets, then how a pie would be shared.
[[nodiscard]] Text who_decides_text(const BargainTable& table, const WhoDecides& found);

/// {power: {rule, shapley: [actor], banzhaf: [actor], ..., swings: [actor], swings_in_full: [actor], collectivity},
///  cores: [{issue, core: [low, high], win_set: [low, high]}],
///  plane: {win_set_area, in_core: [actor]}, pie: {patience, member, veto, proposing_member,
///  proposing_veto}}
/// null for an index or a stretch that is left out or empty, a win set without a reference; power itself is absent
/// if no coalitions were counted, plane unless there are two issues, pie unless all members are alike. Each count of swings
/// is given as a number and in full, as a text.
[[nodiscard]] nlohmann::ordered_json who_decides_json(const BargainTable& table, const WhoDecides& found);

}  // namespace hansa
