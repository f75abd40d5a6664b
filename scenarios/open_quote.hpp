#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hansa {

/// The byte of the first quote in a YAML text that is not closed on its own line. yaml-cpp would let such a quote
/// swallow the keys below it and complain, if at all, far from the place.
std::optional<std::size_t> find_open_quote(std::string_view yaml);

}  // namespace hansa
