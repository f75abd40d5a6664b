#include "support/input/problem.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "support/input/place_text.hpp"
#include "support/text/utf8.hpp"

namespace hansa {

std::string printable(std::string_view text) {
  constexpr std::size_t longest = 120;  // [bytes]
  std::string result;
  for (std::size_t byte = 0; byte < text.size();) {
    if (result.size() >= longest) return result + "...";
    const auto character = character_at(text, byte);
    const std::size_t length = character ? character->length : 1;
    result += made_visible(text.substr(byte, length));
    byte += length;
  }
  return result;
}

std::string in_quotes(std::string_view text) { return "'" + printable(text) + "'"; }

std::string to_text(const Problem& problem) {
  return fmt::format("{}: {}: {}", place_text(problem), printable(problem.key), problem.message);
}

namespace {

/// Problems with one cause: the same message about one key, or about several keys in one place.
struct Cause {
  Problem first;
  std::vector<std::string> keys;
  std::size_t n = 1;
  int last_line = 0;

  [[nodiscard]] bool covers(const Problem& problem) const {
    if (problem.file != first.file || problem.message != first.message) return false;
    return problem.key == first.key || (problem.line == first.line && problem.column == first.column);
  }
};

Problem told_once(const Cause& cause) {
  constexpr std::size_t most_keys = 8;
  Problem one = cause.first;
  if (cause.keys.size() > 1) {
    one.key = fmt::format(
        "{}",
        fmt::join(cause.keys.begin(),
                  cause.keys.begin() + static_cast<std::ptrdiff_t>(std::min(cause.keys.size(), most_keys)),
                  ", "));
    if (cause.keys.size() > most_keys) one.key += fmt::format(" and {} more", cause.keys.size() - most_keys);
  } else if (cause.n > 1) {
    one.message += fmt::format(" (and {} more times, last in line {})", cause.n - 1, cause.last_line);
  }
  return one;
}

std::vector<Cause> causes_of(std::span<const Problem> problems) {
  std::vector<Cause> causes;
  for (const Problem& problem : problems) {
    const auto known =
        std::find_if(causes.begin(), causes.end(), [&](const Cause& cause) { return cause.covers(problem); });
    if (known == causes.end()) {
      causes.push_back({.first = problem, .keys = {problem.key}, .last_line = problem.line});
      continue;
    }
    ++known->n;
    known->last_line = problem.line;
    if (problem.key != known->first.key) known->keys.push_back(problem.key);
  }
  return causes;
}

}  // namespace

std::vector<Problem> by_cause(std::span<const Problem> problems) {
  std::vector<Problem> told;
  for (const Cause& cause : causes_of(problems)) told.push_back(told_once(cause));
  return told;
}

std::string to_text(std::span<const Problem> problems) {
  std::string text;
  for (const Problem& problem : by_cause(problems)) text += (text.empty() ? "" : "\n") + to_text(problem);
  return text;
}

ScenarioError::ScenarioError(std::vector<Problem> problems)
    : std::runtime_error(to_text(problems)),
      problems_(std::make_shared<const std::vector<Problem>>(std::move(problems))) {}

Place PlaceFinder::at(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const std::size_t first = std::min(byte, byte_);
  const std::string_view between = text_.substr(first, std::max(byte, byte_) - first);
  const int lines = static_cast<int>(std::count(between.begin(), between.end(), '\n'));
  const bool forward = byte >= byte_;
  if (lines == 0) {
    const int characters = static_cast<int>(count_characters(between));
    place_.column += forward ? characters : -characters;
  } else {
    const std::string_view before = text_.substr(0, byte);
    place_.line += forward ? lines : -lines;
    place_.column = 1 + static_cast<int>(count_characters(before.substr(before.rfind('\n') + 1)));
  }
  byte_ = byte;
  return place_;
}

int ProblemList::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<int>(files_.size()) - 1;
}

void ProblemList::add(Place place, std::string_view key, std::string message) {
  constexpr std::size_t most = 1000;
  if (found_.size() == most) {
    n_uncollected_ += 1;
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
  if (n_uncollected_ > 0) {
    const Problem& last = problems.back();
    problems.push_back(
        {last.file, last.line, last.column, "file", fmt::format("and {} more problems", n_uncollected_)});
  }
  return problems;
}

void ProblemList::throw_if_any() const {
  if (!empty()) throw ScenarioError(sorted());
}

}  // namespace hansa
