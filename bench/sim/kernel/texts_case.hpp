#pragma once

#include <cstddef>
#include <vector>

namespace hansa {

/// Times of another kernel of a negotiation round and of its reference, measured in turn.
struct VariantTimes {
  double variant, reference;  // [s]
};

class StandingCase {
 public:
  explicit StandingCase(std::size_t n_texts);
  [[nodiscard]] VariantTimes measure();
  [[nodiscard]] std::size_t steps() const { return steps_; }

 private:
  std::vector<double> win_, sponsor_, scratch_, standing_;
  std::size_t steps_ = 0;
};

class GainsCase {
 public:
  GainsCase(std::size_t n_actors, std::size_t n_issues, std::size_t n_texts);
  [[nodiscard]] VariantTimes measure();

 private:
  std::size_t n_actors_, n_issues_, n_texts_;
  std::vector<double> constant_, linear_, square_, lift_, gain_;
};

}  // namespace hansa
