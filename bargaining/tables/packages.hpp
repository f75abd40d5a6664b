#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/tables/case_table.hpp"

namespace hansa {

/// Issues that are decided together: their places among a table's issues or cases.
using Package = std::vector<std::size_t>;

/// The packages of a table, the issues of one proposal each, in the order of first issues.
[[nodiscard]] std::vector<Package> packages_of(const BargainTable& table);

/// Those issues of a table alone.
[[nodiscard]] BargainTable part_of(const BargainTable& table, const Package& package);

/// The packages of a table of cases: the cases of one proposal that name one decision rule.
[[nodiscard]] std::vector<Package> packages_of(const CaseTable& table);

/// Returns what keeps cases from being packages: an actor with two powers in one; empty if nothing does.
[[nodiscard]] std::string why_no_packages(const CaseTable& table);

/// Cases as one table of all actors that take part in one of them. On a case in which it does not, an actor has salience 0,
/// and stands at the others' mean by power, so that it moves no mean.
[[nodiscard]] BargainTable package_of(const CaseTable& table, const Package& package,
                                      const CaseTable::Shared& shared);

}  // namespace hansa
