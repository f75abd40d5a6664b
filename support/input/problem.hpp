#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// One thing that is wrong in a file that the user gave.
struct Problem {
  std::string file;
  int line = 1;    // from 1
  int column = 1;  // from 1, in characters
  std::string key;
  std::string message;

  bool operator==(const Problem&) const = default;
};

/// `FILE:LINE:COL: KEY: message`, with untrusted text escaped.
std::string to_text(const Problem& problem);

/// One line a problem.
std::string to_text(std::span<const Problem> problems);

/// Untrusted text, fit to be printed: what is hidden or not UTF-8 is escaped, what is very long is cut.
std::string printable(std::string_view text);

/// The same in single quotes.
std::string in_quotes(std::string_view text);

/// The user's input is wrong; holds every problem found, in the order of place.
class ScenarioError : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Problem> problems);

  const std::vector<Problem>& problems() const noexcept { return *problems_; }

 private:
  std::shared_ptr<const std::vector<Problem>> problems_;  // shared, so that copying the error cannot throw
};

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
