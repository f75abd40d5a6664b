#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problem.hpp"

namespace hansa {

/// Where a word stands: the number of a file in a ProblemList, line and column from 1.
struct Place {
  int file = 0;
  int line = 1;
  int column = 1;

  bool operator==(const Place&) const = default;
};

/// Collects problems while input is read, so that all are told at once; of a thousand and more the rest is
/// counted.
class ProblemList {
 public:
  /// Names a file by what the user calls it; its number goes into places.
  int add_file(std::string name);
  const std::string& file(int number) const { return files_[static_cast<std::size_t>(number)]; }

  void add(Place place, std::string_view key, std::string message);

  /// Adds what another list has found, each problem once; that list knows the same files, and perhaps further ones.
  void add_new(const ProblemList& other);

  /// A list that knows the same files, and no problem yet.
  ProblemList cleared() const;

  bool empty() const { return found_.empty(); }

  /// In the order of files, lines and columns; last, how many more there were.
  std::vector<Problem> sorted() const;

  /// Throws a ScenarioError if there is a problem.
  void throw_if_any() const;

 private:
  struct Found {
    Place place;
    std::string key;
    std::string message;

    bool operator==(const Found&) const = default;
  };
  std::vector<std::string> files_;
  std::vector<Found> found_;
  std::size_t n_untold_ = 0;
};

}  // namespace hansa
