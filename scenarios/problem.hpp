#pragma once

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

}  // namespace hansa
