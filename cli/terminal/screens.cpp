#include "cli/terminal/screens.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The width of a terminal in characters; wide enough for a few words in any case.
std::size_t width_of(int descriptor) {
  constexpr std::size_t usual = 80, least = 20;
  std::size_t width = 0;
  winsize size{};
  if (!read_numeral(variable("COLUMNS"), width) || width == 0)
    width = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
  return std::max(width, least);
}

/// Whether the locale is one of UTF-8, by the variable that decides.
bool is_utf8() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (locale.empty()) locale = variable(name);
  std::erase(locale, '-');
  std::ranges::transform(locale, locale.begin(), [](unsigned char c) { return std::tolower(c); });
  return locale.find("utf8") != std::string::npos;
}

Screen screen_of(int descriptor) {
  if (::isatty(descriptor) == 0) return {};
  const std::string kind = variable("TERM");
  const bool is_able = !kind.empty() && kind != "dumb";
  return {.width = width_of(descriptor),
          .is_terminal = true,
          .has_marks = is_able && is_utf8(),
          .has_colour = is_able && variable("NO_COLOR").empty()};
}

}  // namespace

Screen standard_output() { return screen_of(STDOUT_FILENO); }

Screen standard_error() { return screen_of(STDERR_FILENO); }

}  // namespace hansa
