#include "bargaining/draws/drawn_table.hpp"

#include "support/numbers/draws.hpp"

namespace hansa {

double drawn_value(const BargainTable& table, const UncertainInput& input, std::uint64_t seed,
                   std::uint32_t draw) {
  const std::uint64_t entity = (static_cast<std::uint64_t>(input.actor) << 34U) |
                               (static_cast<std::uint64_t>(input.issue) << 2U) |
                               static_cast<std::uint64_t>(input.kind);
  return input.quantile(table.value_of(input), Draws(seed, draw).uniform(Purpose::Uncertainty, 0, entity));
}

BargainTable drawn_table(const BargainTable& table, std::uint64_t seed, std::uint32_t draw) {
  BargainTable drawn = table;
  drawn.uncertain.clear();
  for (const UncertainInput& input : table.uncertain) drawn.set(input, drawn_value(table, input, seed, draw));
  drawn.fit_scales();
  return drawn;
}

}  // namespace hansa
