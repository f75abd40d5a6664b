#include "support/input/place_finder.hpp"

#include <algorithm>

#include "support/text/utf8.hpp"

namespace hansa {

Place PlaceFinder::at(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const std::size_t first = std::min(byte, byte_);
  const std::string_view between = text_.substr(first, std::max(byte, byte_) - first);
  const int lines = static_cast<int>(std::count(between.begin(), between.end(), '\n'));
  const bool forward = byte >= byte_;
  if (lines == 0) {
    const int characters = static_cast<int>(count_characters(between));
    place_.column += forward ? characters : -characters;
  } else {
    const std::string_view before = text_.substr(0, byte);
    place_.line += forward ? lines : -lines;
    place_.column = 1 + static_cast<int>(count_characters(before.substr(before.rfind('\n') + 1)));
  }
  byte_ = byte;
  return place_;
}

}  // namespace hansa
