#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hansa {

/// "; did you mean 'level'?" where one of the known words is near to the given one, "; known: a, b, c" where
/// few words are known, else nothing: to be put behind a message.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

}  // namespace hansa
