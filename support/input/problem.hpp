#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hansa {

/// An error in a file of the user.
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

/// The problems with each cause told once: the same message about one key in several lines with their number, the same
/// message about several keys in one place with all keys.
std::vector<Problem> by_cause(std::span<const Problem> problems);

/// One line for each cause.
std::string to_text(std::span<const Problem> problems);

/// Untrusted text made safe to print: hidden characters and invalid UTF-8 escaped, very long text truncated.
std::string printable(std::string_view text);

/// The same in single quotes.
std::string in_quotes(std::string_view text);

/// Invalid user input; holds every problem found, in order of place.
class ScenarioError : public std::runtime_error {
 public:
  explicit ScenarioError(std::vector<Problem> problems);

  const std::vector<Problem>& problems() const noexcept { return *problems_; }

 private:
  std::shared_ptr<const std::vector<Problem>> problems_;  // shared, so that copying the error cannot throw
};

/// The place of a word: the number of its file in a ProblemList; line and column from 1.
struct Place {
  int file = 0;
  int line = 1;
  int column = 1;

  bool operator==(const Place&) const = default;
};

/// Lines and columns of the bytes of one text; fast if successive calls ask for nearby bytes.
class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, int file) : text_(text), place_{file, 1, 1} {}

  /// The place of a byte; past the end, the place behind the last byte.
  Place at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;  // where place_ is
  Place place_;
};

/// Collects problems while input is read, so that all are reported at once; those beyond a thousand are only
/// counted.
class ProblemList {
 public:
  /// Adds a file under the name that the user knows; returns its number for use in a Place.
  int add_file(std::string name);
  const std::string& file(int number) const { return files_[static_cast<std::size_t>(number)]; }

  void add(Place place, std::string_view key, std::string message);

  /// Adds the problems of another list, each once; its files must begin with those of this list.
  void add_new(const ProblemList& other);

  /// A list with the same files and no problems.
  ProblemList cleared() const;

  bool empty() const { return found_.empty(); }

  /// Remarks on input that is in order, such as on what of it is ignored.
  void note(std::string remark) { notes_.push_back(std::move(remark)); }
  const std::vector<std::string>& notes() const { return notes_; }

  /// The problems in order of file, line and column; the last one states how many more there were.
  std::vector<Problem> sorted() const;

  /// Throws a ScenarioError if there are problems.
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
  std::vector<std::string> notes_;
  std::size_t n_uncollected_ = 0;
};

}  // namespace hansa
