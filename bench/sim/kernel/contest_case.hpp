#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "bench/sim/kernel/ceiling.hpp"
#include "bench/sim/kernel/plain_contest.hpp"

namespace hansa {

/// One form of the contest: the model's variant, the plain loop and the ceiling of its arithmetic.
struct ContestForm {
  std::string_view name;
  Contest variant, plain;
  Ceilings::Ceiling Ceilings::*ceiling;
};

inline constexpr std::array<ContestForm, 4> contest_forms = {{
    {"proportional", contest_proportional, plain_proportional, &Ceilings::proportional},
    {"cubic", contest_cubic, plain_cubic, &Ceilings::cubic},
    {"mixed", contest_mixed, plain_mixed, &Ceilings::mixed},
    {"binary", contest_binary, plain_binary, &Ceilings::binary},
}};

/// Times the three in turn, so that load on a shared machine affects them equally.
class ContestCase {
 public:
  ContestCase(const ContestForm& form, std::size_t n_actors, std::size_t n_texts);

  struct Times {
    double variant, plain, ceiling;  // [s]
  };
  [[nodiscard]] Times measure();

 private:
  const ContestForm& form_;
  std::size_t n_actors_, n_texts_;
  std::vector<double> gain_, weight_, root_, scratch_, win_;
};

}  // namespace hansa
