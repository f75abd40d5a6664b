#pragma once

#include <string>
#include <string_view>

namespace hansa {

/// What a word means to the reader, shown as a colour where there are colours.
enum class Tone { Plain, Quiet, Strong, Good, Notable, Bad };

/// The text in the colour of its tone.
[[nodiscard]] std::string coloured(std::string_view text, Tone tone);

}  // namespace hansa
