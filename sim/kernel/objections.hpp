#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hansa {

/// States that judge one text. Shapes: loss, power, price, blocs (state); a bit of `blocs` is a bloc (below 32).
struct ObjectionInput {
  std::span<const double> loss;   // by the text; 0 or less: it accepts                  [gain]
  std::span<const double> power;  //                                                     [0..1]
  std::span<const double> price;  // loss that it would accept rather than object alone  [gain]
  std::span<const std::uint32_t> blocs;
  double shelter = 0.1;  // power of fellow objectors that halves the price                  [power]
};

/// The objectors to a text.
///
///     i objects  iff  loss_i > 0  and  loss_i > price_i / (1 + max over its blocs of W_g / shelter)
///
/// W_g is the power of the other members of the bloc that object; a state without a bloc objects alone. The
/// price never vanishes, and it is smooth in the coalition. More objectors never raise it, so that there are a
/// least and a greatest set of objectors, reached from nobody and from all with a loss; between them lies what
/// depends on coordination. Sets `objects` (state); returns the number of objectors.
std::size_t least_objectors(const ObjectionInput& in, std::span<char> objects);
std::size_t greatest_objectors(const ObjectionInput& in, std::span<char> objects);

/// The loss that state i bears rather than object beside these objectors.                  [gain]
[[nodiscard]] double bearable_loss(const ObjectionInput& in, std::span<const char> objects, std::size_t i);

}  // namespace hansa
