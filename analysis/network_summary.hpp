#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/paired_difference.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

class Text;

/// A network of the tables in one year, over the realizations in which it has members.
struct NetworkSummary {
  std::string network;  // its id
  std::size_t n = 0;    // realizations
  double members = 0, share = 0;
  std::string rung;                                     // the most frequent
  PairedDifference leave_one_out, leave_one_out_freed;  // with 95 % intervals over realizations
};

/// Tables of networks that are written beside such a result, by name: the dimension along which each is.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 2> network_tables = {
    {{"networks.csv", "year"}, {"networks_at_conferences.csv", "conference"}}};

/// Whether a result has single networks: that of a run with Detail::Networks has.
[[nodiscard]] bool has_networks(const ResultSet& result);

/// The networks with members in the last year, the one whose leave_one_out is largest in size first.
[[nodiscard]] std::vector<NetworkSummary> summarise_networks(const ResultSet& result);

/// These networks as a table for a terminal, at most `n_most` of them.
[[nodiscard]] Text networks_text(const std::vector<NetworkSummary>& networks, int year, std::size_t n_most);

/// All of them as a JSON list.
[[nodiscard]] nlohmann::ordered_json networks_json(const std::vector<NetworkSummary>& networks);

/// Networks along `dimension`, year or conference, as CSV for a spreadsheet: a row for each network and label at which
/// it has members, with the number of such realizations, then the mean of each variable; of a coded one, such as the
/// rung, the most frequent word. Columns are the variables of the result with these dimensions.
[[nodiscard]] std::string networks_csv(const ResultSet& result, std::string_view dimension);

}  // namespace hansa
