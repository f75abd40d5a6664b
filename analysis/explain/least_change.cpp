#include "analysis/explain/least_change.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/binomial.hpp>

#include "analysis/summary.hpp"

namespace hansa {
namespace {

constexpr int n_coarse = 20, n_fine = 8;
constexpr double beyond = std::numeric_limits<double>::infinity();

/// The search for one lever.
class Search {
 public:
  Search(const ConferenceRuns& runs, Form form, Aim aim, const Lever& lever, const LeverRange& range)
      : runs_(runs), form_(form), aim_(aim), lever_(lever), range_(range) {}

  /// The nearest shares of the way that turn these realizations, `beyond` where none does.
  [[nodiscard]] std::vector<double> nearest(std::span<const std::size_t> realizations) const {
    std::vector<double> turned_at(realizations.size(), beyond);
    std::vector<std::size_t> left(realizations.size());
    for (std::size_t k = 0; k < left.size(); ++k) left[k] = k;
    double before = 0;
    for (const double way : steps(0.0, 1.0, n_coarse)) {
      std::vector<std::size_t> turned = turn(way, realizations, left);
      for (const double finer : steps(before, way, n_fine)) {
        if (finer >= way) break;
        for (const std::size_t k : turn(finer, realizations, turned)) turned_at[k] = finer;
      }
      for (const std::size_t k : turned) turned_at[k] = way;
      before = way;
    }
    return turned_at;
  }

  [[nodiscard]] double value_at(double way) const {
    const double value = range_.from + way * (range_.to - range_.from);
    return lever_.whole ? std::round(value) : value;
  }

 private:
  /// Where to look on a part of the way, its end included: n steps, or every whole number if these are fewer.
  [[nodiscard]] std::vector<double> steps(double from, double to, int n) const {
    const double length = std::abs(range_.to - range_.from);
    const double wholes = std::round(length * (to - from));
    if (lever_.whole) n = std::min(n, static_cast<int>(wholes));
    std::vector<double> ways;
    for (int step = 1; step <= n; ++step) {
      double way = from + (to - from) * step / n;
      if (lever_.whole) way = std::round(way * length) / length;
      ways.push_back(way);
    }
    return ways;
  }

  /// Those of `left` that this much turns; they are taken from it.
  [[nodiscard]] std::vector<std::size_t> turn(double way, std::span<const std::size_t> realizations,
                                              std::vector<std::size_t>& left) const {
    if (left.empty() || runs_.stopped()) return {};
    const auto changed = runs_.changed([&](Scenario& scenario, ConferenceParams& conference) {
      lever_.set(value_at(way), scenario, conference);
    });
    std::vector<std::size_t> played;
    for (const std::size_t k : left) played.push_back(realizations[k]);
    const std::vector<Fate> fates = runs_.fates(changed->facts, form_, played);
    std::vector<std::size_t> turned, rest;
    for (std::size_t j = 0; j < left.size(); ++j)
      (fates[j].passes == (aim_ == Aim::Pass) ? turned : rest).push_back(left[j]);
    left = std::move(rest);
    return turned;
  }

  const ConferenceRuns& runs_;
  Form form_;
  Aim aim_;
  const Lever& lever_;
  const LeverRange& range_;
};

/// The ranks, from 0, of the order statistics that bound the median of n values at 95 %: the widest where n is small.
std::array<std::size_t, 2> ranks_around_median(std::size_t n) {
  const boost::math::binomial_distribution<> halves(static_cast<double>(n), 0.5);
  const double lower = boost::math::quantile(halves, 0.025);  // rounded outwards
  const auto first = static_cast<std::size_t>(std::max(0.0, lower - 1.0));
  return {std::min(first, (n - 1) / 2), n - 1 - std::min(first, (n - 1) / 2)};
}

}  // namespace

std::vector<LeastChange> least_changes(const ConferenceRuns& runs, Form form, Aim aim,
                                       std::span<const std::size_t> realizations) {
  std::vector<LeastChange> changes;
  const Scenario& scenario = *runs.facts().scenario;
  const ConferenceParams& conference = *runs.facts().conferences[runs.conference()].params;
  for (const Lever& lever : levers) {
    const std::optional<LeverRange> range = lever.range(scenario, conference, aim);
    if (!range || realizations.empty()) continue;
    const Search search(runs, form, aim, lever, *range);
    std::vector<double> ways = search.nearest(realizations);
    const auto value = [&](double way) {
      return way < beyond ? LeverValue(search.value_at(way)) : std::nullopt;
    };
    LeastChange change{.lever = &lever, .now = lever.now(scenario, conference), .range = *range};
    for (const double way : ways) change.turned_at.push_back(value(way));
    const auto n = static_cast<double>(ways.size()),
               n_turned =
                   static_cast<double>(std::ranges::count_if(ways, [](double w) { return w < beyond; }));
    change.turned = n_turned / n;
    change.turned_ci95 = wilson_interval(n_turned, n);
    std::ranges::sort(ways);
    const auto [lo, hi] = ranks_around_median(ways.size());
    change.median = value(ways[(ways.size() - 1) / 2]);
    change.ci95 = {value(ways[lo]), value(ways[hi])};
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace hansa
