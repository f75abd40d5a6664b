#include "support/text/tone.hpp"

#include <array>

namespace hansa {

std::string coloured(std::string_view text, Tone tone) {
  // the sixteen colours that a terminal's own theme makes legible
  constexpr std::array<std::string_view, 6> codes = {"", "2", "1", "32", "33", "31"};
  if (tone == Tone::Plain || text.empty()) return std::string(text);
  return "\033[" + std::string(codes[static_cast<std::size_t>(tone)]) + "m" + std::string(text) + "\033[0m";
}

}  // namespace hansa
