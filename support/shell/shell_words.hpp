#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hansa {

/// Whether a shell reads a word as it stands, without quotes.
[[nodiscard]] bool is_plain_word(std::string_view word);

/// A word quoted for a shell where necessary.
[[nodiscard]] std::string shell_word(std::string_view word);

/// A command line of quoted words.
[[nodiscard]] std::string shell_line(const std::vector<std::string>& words);

}  // namespace hansa
