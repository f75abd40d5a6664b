#include "scenarios/problem_list.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace hansa {

int ProblemList::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<int>(files_.size()) - 1;
}

void ProblemList::add(Place place, std::string_view key, std::string message) {
  constexpr std::size_t most = 1000;
  if (found_.size() == most) {
    n_untold_ += 1;
    return;
  }
  found_.push_back({place, std::string(key), std::move(message)});
}

void ProblemList::add_new(const ProblemList& other) {
  for (std::size_t k = files_.size(); k < other.files_.size(); ++k) files_.push_back(other.files_[k]);
  for (const Found& found : other.found_) {
    if (std::find(found_.begin(), found_.end(), found) == found_.end())
      add(found.place, found.key, found.message);
  }
}

ProblemList ProblemList::cleared() const {
  ProblemList list;
  list.files_ = files_;
  return list;
}

std::vector<Problem> ProblemList::sorted() const {
  std::vector<const Found*> order;
  for (const Found& found : found_) order.push_back(&found);
  const auto rank = [](const Found* found) {
    return std::tuple(found->place.file, found->place.line, found->place.column);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Found* a, const Found* b) { return rank(a) < rank(b); });

  std::vector<Problem> problems;
  for (const Found* found : order) {
    problems.push_back(
        {file(found->place.file), found->place.line, found->place.column, found->key, found->message});
  }
  if (n_untold_ > 0) {
    const Problem& last = problems.back();
    problems.push_back(
        {last.file, last.line, last.column, "file", fmt::format("and {} more problems", n_untold_)});
  }
  return problems;
}

void ProblemList::throw_if_any() const {
  if (!empty()) throw ScenarioError(sorted());
}

}  // namespace hansa
