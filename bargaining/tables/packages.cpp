#include "bargaining/tables/packages.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// Places with one key are one package.
template <class Key> class PackagesByKey {
 public:
  void add(std::size_t place, const Key& key) {
    const auto [number, is_new] = numbers_.emplace(key, packages_.size());
    if (is_new) packages_.emplace_back();
    packages_[number->second].push_back(place);
  }
  [[nodiscard]] std::vector<Package> take() { return std::move(packages_); }

 private:
  std::map<Key, std::size_t> numbers_;
  std::vector<Package> packages_;
};

/// Without power anywhere, the plain mean.
double mean_position(const BargainCase& one) {
  double sum = 0, weight = 0, plain = 0;
  for (std::size_t k = 0; k < one.position.size(); ++k) {
    sum += one.power[k] * one.position[k];
    weight += one.power[k];
    plain += one.position[k];
  }
  return weight > 0 ? sum / weight : plain / static_cast<double>(one.position.size());
}

}  // namespace

std::vector<Package> packages_of(const BargainTable& table) {
  PackagesByKey<std::string> found;
  for (std::size_t d = 0; d < table.n_issues(); ++d) {
    const BargainIssue& issue = table.issues[d];
    found.add(d, issue.proposal.empty() ? issue.name : issue.proposal);
  }
  return found.take();
}

BargainTable part_of(const BargainTable& table, const Package& package) {
  BargainTable part{.issues = {},
                    .actors = table.actors,
                    .power = table.power,
                    .veto = table.veto,
                    .position = {},
                    .salience = {},
                    .size = table.size};
  for (const std::size_t d : package) part.issues.push_back(table.issues[d]);
  for (std::size_t k = 0; k < table.n_actors(); ++k)
    for (const std::size_t d : package) {
      part.position.push_back(table.position[k * table.n_issues() + d]);
      part.salience.push_back(table.salience[k * table.n_issues() + d]);
    }
  return part;
}

std::vector<Package> packages_of(const CaseTable& table) {
  PackagesByKey<std::pair<std::string, std::string>> found;
  for (std::size_t k = 0; k < table.cases.size(); ++k)
    found.add(k, {table.cases[k].proposal, table.cases[k].voting});
  return found.take();
}

std::string why_no_packages(const CaseTable& table) {
  for (const Package& package : packages_of(table)) {
    std::unordered_map<std::string, double> powers;
    for (const std::size_t k : package) {
      const BargainCase& one = table.cases[k];
      for (std::size_t i = 0; i < one.actors.size(); ++i) {
        const auto [known, is_new] = powers.emplace(one.actors[i], one.power[i]);
        if (!is_new && known->second != one.power[i])
          return fmt::format("in the proposal {} {} has the powers {} and {}, but a package has one",
                             in_quotes(one.proposal), in_quotes(one.actors[i]), known->second, one.power[i]);
      }
    }
  }
  return "";
}

BargainTable package_of(const CaseTable& table, const Package& package, const CaseTable::Shared& shared) {
  if (package.size() == 1) return CaseTable::table_of(table.cases[package.front()], shared);
  BargainTable all;
  std::unordered_map<std::string, std::size_t> places;
  for (const std::size_t k : package) {
    const BargainCase& one = table.cases[k];
    HANSA_EXPECT(one.actors.size() == one.position.size());
    for (std::size_t i = 0; i < one.actors.size(); ++i) {
      if (!places.emplace(one.actors[i], all.n_actors()).second) continue;
      all.actors.push_back(one.actors[i]);
      all.power.push_back(one.power[i]);
    }
  }
  const std::size_t n_issues = package.size();
  all.veto.assign(all.n_actors(), 0);
  all.position.resize(all.n_actors() * n_issues);
  all.salience.resize(all.position.size());
  for (std::size_t d = 0; d < n_issues; ++d) {
    const BargainCase& one = table.cases[package[d]];
    const BargainTable alone = CaseTable::table_of(one, shared);
    all.issues.push_back(alone.issues.front());
    const double absent = mean_position(one);
    for (std::size_t k = 0; k < all.n_actors(); ++k) all.position[k * n_issues + d] = absent;
    for (std::size_t i = 0; i < one.actors.size(); ++i) {
      const std::size_t cell = places.at(one.actors[i]) * n_issues + d;
      all.position[cell] = one.position[i];
      all.salience[cell] = alone.salience[i];
    }
  }
  return all;
}

}  // namespace hansa
