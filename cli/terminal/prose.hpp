#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hansa {

/// A page in Markdown with its prose broken anew into lines of at most `width` characters; a longer word has
/// a line of its own. Tables, code, equations, headings
/// and quotations stay as they are.
[[nodiscard]] std::string wrap_prose(std::string_view markdown, std::size_t width);

}  // namespace hansa
