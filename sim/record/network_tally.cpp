#include "sim/record/network_tally.hpp"

#include <cmath>
#include <type_traits>
#include <utility>

#include "support/numbers/expect.hpp"

namespace hansa {

void Moments::add(const std::vector<double>& values, bool with_squares) {
  if (n.empty()) {
    n.assign(values.size(), 0);
    mean.assign(values.size(), missing_value<double>());
    if (with_squares) squares.assign(values.size(), 0.0);
  }
  HANSA_EXPECT(n.size() == values.size());
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (std::isnan(values[k])) continue;
    const double before = n[k] > 0 ? mean[k] : 0.0, gap = values[k] - before;
    ++n[k];
    mean[k] = before + gap / n[k];
    if (with_squares) squares[k] += gap * (values[k] - mean[k]);
  }
}

std::vector<double> Moments::sd() const {
  std::vector<double> sd(squares.size(), missing_value<double>());
  for (std::size_t k = 0; k < squares.size(); ++k)
    if (n[k] > 1) sd[k] = std::sqrt(squares[k] / (n[k] - 1));
  return sd;
}

void NetworkTally::add(NetworkRecord record) {
  std::size_t at = 0;
  NetworkRecord::columns([&]<class T>(std::vector<T> NetworkRecord::*column, const ColumnInfo& info) {
    if (moments.size() <= at) moments.emplace_back();
    Moments& of_column = moments[at++];
    if (info.traits.keep == Keep::Each) return;
    if constexpr (std::is_same_v<T, double>)
      of_column.add(record.*column, info.traits.keep == Keep::MeanAndSd);
    else
      HANSA_EXPECT(false);  // a column kept as a mean holds doubles
    record.*column = std::vector<T>();
  });
  runs.push_back(std::move(record));
}

}  // namespace hansa
