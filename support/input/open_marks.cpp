#include "support/input/open_marks.hpp"

namespace hansa {
namespace {

bool ends_word(std::string_view text, std::size_t byte) {
  return byte >= text.size() || std::string_view(" \t\r\n").find(text[byte]) != std::string_view::npos;
}

/// The quote that closes the one at `open` on the same line.
std::optional<std::size_t> find_close(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t k = open + 1; k < text.size() && text[k] != '\n'; ++k) {
    if (quote == '"' && text[k] == '\\') {
      ++k;
    } else if (text[k] == quote) {
      const bool doubled = quote == '\'' && k + 1 < text.size() && text[k + 1] == quote;
      if (!doubled) return k;
      ++k;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<OpenMark> find_open_mark(std::string_view yaml, int deepest) {
  constexpr auto none = std::string_view::npos;
  int depth = 0;              // of brackets and braces
  bool fresh = true;          // a value may begin here; inside plain text a quote is an ordinary character
  std::size_t closed = none;  // the last closing quote
  for (std::size_t k = 0; k < yaml.size(); ++k) {
    const char c = yaml[k];
    if (c == '\n') {
      fresh = true;
    } else if (ends_word(yaml, k)) {
      continue;
    } else if (c == '#' && (k == 0 || ends_word(yaml, k - 1))) {
      while (k + 1 < yaml.size() && yaml[k + 1] != '\n') ++k;
    } else if (fresh && (c == '"' || c == '\'')) {
      const auto close = find_close(yaml, k);
      if (!close) return OpenMark{k, "this quote is not closed on its line"};
      closed = k = *close;
      fresh = false;
    } else if (fresh && depth == 0 && (c == '|' || c == '>')) {
      return std::nullopt;  // block text follows, which is refused later
    } else if ((fresh || depth > 0) && (c == '[' || c == '{')) {
      if (++depth > deepest) return OpenMark{k, "brackets are nested too deeply"};
      fresh = true;
    } else if (depth > 0 && (c == ']' || c == '}')) {
      --depth;
      fresh = false;
    } else if (depth > 0 && c == ',') {
      fresh = true;
    } else if (c == ':' && (ends_word(yaml, k + 1) || (depth > 0 && k > 0 && closed == k - 1))) {
      fresh = true;
    } else if (fresh && (c == '-' || c == '?') && ends_word(yaml, k + 1)) {
      continue;
    } else {
      fresh = false;
    }
  }
  return std::nullopt;
}

}  // namespace hansa
