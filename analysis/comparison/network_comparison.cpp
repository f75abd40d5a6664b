#include "analysis/comparison/network_comparison.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison/comparison_report.hpp"
#include "analysis/json_value.hpp"
#include "analysis/naming.hpp"

namespace hansa {
namespace {

/// (realization) leave_one_out of one network in one year, by the rows of an arm.
std::vector<double> column_of(const ResultSet& result, const std::vector<RowPair>& realizations,
                              std::size_t RowPair::*arm, std::size_t network, std::size_t year) {
  const Variable& variable = *result.find_variable("leave_one_out");
  const auto& all = std::get<std::vector<double>>(variable.values);
  const std::vector<std::size_t> shape = shape_of(variable, result);
  std::vector<double> values;
  for (const RowPair& realization : realizations)
    values.push_back(all[(realization.*arm * shape[1] + network) * shape[2] + year]);
  return values;
}

std::string mean_cell(double value) { return std::isnan(value) ? "-" : fmt::format("{:+.4f}", value); }

}  // namespace

std::vector<NetworkDifference> compare_networks(const ResultSet& full, const ResultSet& other) {
  std::vector<NetworkDifference> differences;
  const std::vector<RowPair> networks = common_rows(full, other, "network"),
                             realizations = common_rows(full, other, "realization"),
                             years = common_rows(full, other, "year");
  if (networks.empty() || years.empty()) return differences;
  const auto& names = std::get<std::vector<std::string>>(full.find_dimension("network")->labels);
  for (const RowPair& network : networks) {
    const std::vector<double> of_full = column_of(full, realizations, &RowPair::full, network.full,
                                                  years.back().full),
                              of_other = column_of(other, realizations, &RowPair::other, network.other,
                                                   years.back().other);
    NetworkDifference one{names[network.full], mean_of_applying(of_full), mean_of_applying(of_other),
                          paired_difference(of_full, of_other)};
    if (!std::isnan(one.full) || !std::isnan(one.other)) differences.push_back(std::move(one));
  }
  std::vector<Candidate> candidates;
  for (NetworkDifference& one : differences) candidates.push_back({&one.difference, 1.0});
  name_differences(candidates, 0.0);
  const auto size = [](const NetworkDifference& one) {
    return one.difference.n > 0 ? std::abs(one.difference.mean) : -1.0;
  };
  std::stable_sort(differences.begin(), differences.end(),
                   [&](const auto& a, const auto& b) { return size(a) > size(b); });
  return differences;
}

Text network_differences_text(const std::vector<NetworkDifference>& networks, int year) {
  constexpr std::size_t n_most = 5;
  constexpr int digits = 4;
  const auto unpaired = std::ranges::find_if(networks, [](const auto& one) { return one.difference.n == 0; });
  const auto n_paired = static_cast<std::size_t>(unpaired - networks.begin());
  if (n_paired == 0) return "";
  TextTable table{.columns = {{.title = fmt::format("leave_one_out in {}", year)},
                              {.title = "full", .side = Side::Right, .rank = 1},
                              {.title = "other", .side = Side::Right, .rank = 2},
                              {.title = "difference", .side = Side::Right}}};
  const std::size_t n_shown = std::min(n_most, n_paired);
  for (std::size_t k = 0; k < n_shown; ++k) {
    const NetworkDifference& one = networks[k];
    table.rows.push_back({"  " + one.network,
                          mean_cell(one.full),
                          mean_cell(one.other),
                          {difference_cell(one.difference, digits), tone_of(one.difference)}});
  }
  Text text = Text("\n") + std::move(table) +
              fmt::format(
                  "change of network_voice without the network's members; the {} largest differences of {} "
                  "networks\n*: beyond chance, p adjusted for all of them (Holm)\n",
                  n_shown, n_paired);
  if (unpaired == networks.end()) return text;
  std::string names;
  for (auto one = unpaired; one != networks.end() && one - unpaired < std::ptrdiff_t{n_most}; ++one)
    names += " " + one->network;
  const std::size_t n_more = networks.size() - n_paired - std::min(n_most, networks.size() - n_paired);
  return text + fmt::format("never with members in both arms:{}{}\n", names,
                            n_more > 0 ? fmt::format(" and {} more", n_more) : "");
}

nlohmann::ordered_json network_differences_json(const std::vector<NetworkDifference>& networks) {
  auto list = nlohmann::ordered_json::array();
  for (const NetworkDifference& one : networks) {
    nlohmann::ordered_json entry = {{"network", one.network}};
    entry.update(difference_json(one.difference));
    entry["full"] = or_null(one.full);
    entry["other"] = or_null(one.other);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace hansa
