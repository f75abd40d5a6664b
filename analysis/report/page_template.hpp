#pragma once

#include <string_view>

namespace hansa {

/// The page without its contents, as `analysis/report/page/build.mjs` makes it: one file with its style and script,
/// and a mark such as `@title@` where each text goes. Empty in a build without Node.
extern const std::string_view page_template;

}  // namespace hansa
