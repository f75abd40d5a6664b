#include "support/input/place_text.hpp"

#include <fmt/format.h>

namespace hansa {

std::string place_text(const Problem& problem) {
  constexpr std::size_t longest = 400, kept = 180;   // [bytes] of a path, and of its start and its end
  const auto in_parts = [](std::string_view path) {  // a path may be longer than a printable value
    std::string text;
    for (std::size_t k = 0; k < path.size(); k += 100) text += printable(std::string(path.substr(k, 100)));
    return text;
  };
  const std::string_view path = problem.file;
  const std::string file = path.size() <= longest ? in_parts(path)
                                                  : in_parts(path.substr(0, kept)) + "[...]" +
                                                        in_parts(path.substr(path.size() - kept));
  return fmt::format("{}:{}:{}", file, problem.line, problem.column);
}

}  // namespace hansa
