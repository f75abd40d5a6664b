#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hansa {

/// A hint to append to a message: "; did you mean 'level'?" if a known word is close to the given one,
/// "; known: a, b, c" if few words are known, otherwise empty.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

}  // namespace hansa
