#include "analysis/network_summary.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/csv_text.hpp"
#include "support/text/text.hpp"

namespace hansa {
namespace {

using Dims = std::vector<std::string>;

/// The values of one point of the inner dimensions in every realization.
std::vector<double> values_at(const Variable& variable, std::size_t at, std::size_t n_points) {
  return std::visit(
      [&]<class T>(const std::vector<T>& all) {
        std::vector<double> values;
        if constexpr (!std::is_same_v<T, std::string>) {
          for (std::size_t j = at; j < all.size(); j += n_points)
            values.push_back(static_cast<double>(all[j]));
        }
        return values;
      },
      variable.values);
}

/// The most frequent word of a coded variable where a condition holds; empty if nowhere.
std::string most_frequent(const Variable& variable, const std::vector<double>& codes,
                          const std::vector<char>& applies) {
  std::vector<int> times(variable.flag_meanings.size(), 0);
  for (std::size_t r = 0; r < codes.size(); ++r)
    if (applies[r]) ++times[static_cast<std::size_t>(codes[r])];
  const auto most = std::max_element(times.begin(), times.end());
  if (most == times.end() || *most == 0) return "";
  return variable.flag_meanings[static_cast<std::size_t>(most - times.begin())];
}

double mean_where(const std::vector<double>& values, const std::vector<char>& applies) {
  std::vector<double> applying;
  for (std::size_t r = 0; r < values.size(); ++r)
    if (applies[r]) applying.push_back(values[r]);
  return mean_of_applying(applying);
}

/// The mean of a change with its interval; NaN where it does not apply.
PairedDifference change_of(const std::vector<double>& values) {
  return paired_difference(std::vector<double>(values.size(), 0.0), values);
}

std::string change_cell(const PairedDifference& change) {
  const std::string mean = fmt::format("{:+.4f}", change.mean);
  return std::isnan(change.lo) ? mean : mean + fmt::format("+-{:.4f}", half_width(change));
}

std::vector<std::string> labels_of(const Dimension& dimension) {
  std::vector<std::string> labels;
  std::visit(
      [&]<class T>(const std::vector<T>& given) {
        for (const T& label : given) {
          if constexpr (std::is_same_v<T, std::string>)
            labels.push_back(label);
          else
            labels.push_back(fmt::format("{}", label));
        }
      },
      dimension.labels);
  return labels;
}

/// The variables of each realization along networks and one other dimension.
std::vector<const Variable*> along(const ResultSet& result, std::string_view dimension) {
  std::vector<const Variable*> variables;
  for (const Variable& variable : result.variables)
    if (variable.dims == Dims{"realization", "network", std::string(dimension)})
      variables.push_back(&variable);
  return variables;
}

/// Networks and one other dimension: where a network has members, in which realizations.
struct Grid {
  const ResultSet& result;
  std::vector<std::string> networks, labels;
  std::vector<std::size_t> year_rows;  // of each label
  std::size_t n_points;

  Grid(const ResultSet& of, std::string_view dimension)
      : result(of), networks(labels_of(*of.find_dimension("network"))) {
    if (const Dimension* found = of.find_dimension(dimension)) labels = labels_of(*found);
    const auto& years = std::get<std::vector<std::int64_t>>(of.find_dimension("year")->labels);
    for (std::size_t row = 0; row < labels.size(); ++row) {
      const auto year =
          dimension == "year"
              ? years[row]
              : std::get<std::vector<std::int32_t>>(of.find_variable("conference_year")->values)[row];
      year_rows.push_back(static_cast<std::size_t>(year - years.front()));
    }
    n_points = networks.size() * labels.size();
  }

  /// (realization) whether the network has members.
  [[nodiscard]] std::vector<char> applies(std::size_t network, std::size_t row) const {
    const std::size_t n_years = result.find_dimension("year")->size();
    std::vector<char> has_members;
    for (const double members : values_at(*result.find_variable("network_members"),
                                          network * n_years + year_rows[row], networks.size() * n_years))
      has_members.push_back(members > 0 ? 1 : 0);
    return has_members;
  }
};

}  // namespace

bool has_networks(const ResultSet& result) { return result.find_dimension("network") != nullptr; }

std::vector<NetworkSummary> summarise_networks(const ResultSet& result) {
  std::vector<NetworkSummary> summaries;
  if (!has_networks(result)) return summaries;
  const Grid grid(result, "year");
  const std::size_t n_years = grid.labels.size();
  for (std::size_t k = 0; k < grid.networks.size(); ++k) {
    const std::size_t at = k * n_years + n_years - 1;
    const std::vector<char> applies = grid.applies(k, n_years - 1);
    const auto values = [&](const char* name) {
      return values_at(*result.find_variable(name), at, grid.n_points);
    };
    const auto n = static_cast<std::size_t>(std::count(applies.begin(), applies.end(), 1));
    if (n == 0) continue;
    summaries.push_back(
        {.network = grid.networks[k],
         .n = n,
         .members = mean_where(values("network_members"), applies),
         .share = mean_where(values("network_share"), applies),
         .rung = most_frequent(*result.find_variable("network_rung"), values("network_rung"), applies),
         .leave_one_out = change_of(values("leave_one_out")),
         .leave_one_out_freed = change_of(values("leave_one_out_freed"))});
  }
  std::stable_sort(summaries.begin(), summaries.end(), [](const NetworkSummary& a, const NetworkSummary& b) {
    return std::abs(a.leave_one_out.mean) > std::abs(b.leave_one_out.mean);
  });
  return summaries;
}

Text networks_text(const std::vector<NetworkSummary>& networks, int year, std::size_t n_most) {
  if (networks.empty()) return "";
  TextTable table{.columns = {{.title = fmt::format("network, {}", year)},
                              {.title = "members", .side = Side::Right, .rank = 2},
                              {.title = "share", .side = Side::Right},
                              {.title = "rung", .rank = 3},
                              {.title = "leave_one_out", .side = Side::Right},
                              {.title = "leave_one_out_freed", .side = Side::Right, .rank = 1}}};
  for (std::size_t k = 0; k < std::min(n_most, networks.size()); ++k) {
    const NetworkSummary& one = networks[k];
    table.rows.push_back({"  " + one.network, fmt::format("{:.1f}", one.members),
                          fmt::format("{:.3f}", one.share), std::string(one.rung),
                          change_cell(one.leave_one_out), change_cell(one.leave_one_out_freed)});
  }
  return Text("\n") + std::move(table) +
         paragraph(fmt::format(
             "share: of the reach of all networks; leave_one_out: change of network_voice without its "
             "members, "
             "with half its 95 % interval; freed: and with the attention that frees. The {} largest of {} "
             "networks; all are in networks.csv",
             std::min(n_most, networks.size()), networks.size()));
}

nlohmann::ordered_json networks_json(const std::vector<NetworkSummary>& networks) {
  auto list = nlohmann::ordered_json::array();
  for (const NetworkSummary& one : networks) {
    const auto interval = [](const PairedDifference& change) {
      return nlohmann::ordered_json::array({or_null(change.lo), or_null(change.hi)});
    };
    list.push_back({{"network", one.network},
                    {"realizations", one.n},
                    {"members", one.members},
                    {"share", one.share},
                    {"rung", one.rung},
                    {"leave_one_out", or_null(one.leave_one_out.mean)},
                    {"leave_one_out_ci95", interval(one.leave_one_out)},
                    {"leave_one_out_freed", or_null(one.leave_one_out_freed.mean)},
                    {"leave_one_out_freed_ci95", interval(one.leave_one_out_freed)}});
  }
  return list;
}

std::string networks_csv(const ResultSet& result, std::string_view dimension) {
  const std::vector<const Variable*> variables = along(result, dimension);
  std::string csv = fmt::format("network,{},realizations", dimension);
  for (const Variable* variable : variables) csv += "," + variable->name;
  csv += "\n";
  const Grid grid(result, dimension);
  for (std::size_t k = 0; k < grid.networks.size(); ++k) {
    for (std::size_t row = 0; row < grid.labels.size(); ++row) {
      const std::vector<char> applies = grid.applies(k, row);
      const auto n = std::count(applies.begin(), applies.end(), 1);
      if (n == 0) continue;
      csv += fmt::format("{},{},{}", csv_cell(grid.networks[k]), csv_cell(grid.labels[row]), n);
      for (const Variable* variable : variables) {
        const std::vector<double> values = values_at(*variable, k * grid.labels.size() + row, grid.n_points);
        csv += "," + (variable->flag_meanings.size() > 2 ? most_frequent(*variable, values, applies)
                                                         : csv_cell(mean_where(values, applies)));
      }
      csv += "\n";
    }
  }
  return csv;
}

}  // namespace hansa
