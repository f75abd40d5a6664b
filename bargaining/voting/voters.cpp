#include "bargaining/voting/voters.hpp"

#include "bargaining/tables/bargain_table.hpp"

namespace hansa {

Voters voters_of(const BargainTable& table) { return {table.power, table.veto, table.size}; }

}  // namespace hansa
