#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/voting/who_decides.hpp"

namespace hansa {

/// What is told of a bargain beside its table and outcomes.
struct BargainStory {
  std::string name;                  // of the table, without folder
  std::string csv;                   // its bytes
  std::string command;               // that makes the page again
  std::vector<std::string> changed;  // rules that were set: "smp vote=cubic"
};

/// A bargain as one HTML file that loads nothing else: where actors stand, what each solver expects beside what was
/// decided, positions over turns, who is decisive. Equal input gives equal bytes. can_make_pages() must hold.
[[nodiscard]] std::string bargain_page(const BargainStory& story, const BargainTable& table,
                                       const std::vector<BargainOutcome>& outcomes,
                                       const std::optional<WhoDecides>& decides);

/// What the solvers expect on each issue, beside what was decided if the table says so; one sentence an issue.
[[nodiscard]] std::vector<std::string> headline_of(const BargainTable& table,
                                                   const std::vector<BargainOutcome>& outcomes);

}  // namespace hansa
