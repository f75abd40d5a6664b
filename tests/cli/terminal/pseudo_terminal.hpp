#pragma once

#include <cstdlib>
#include <initializer_list>
#include <regex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tests/cli/program.hpp"

namespace hansa::test {

/// What a call showed on a terminal, and what went elsewhere.
struct Seen {
  int status = 0;
  std::string screen, out, err;

  /// The lines that stay on the screen: without bars of progress, carriage returns and colours.
  [[nodiscard]] std::vector<std::string> lines() const {
    static const std::regex bar("\r[^\r\n]*\033\\[K"), colour("\033\\[[0-9;]*m"), ends("\r");
    std::string text = std::regex_replace(screen, bar, "");
    text = std::regex_replace(text, colour, "");
    return lines_of(std::regex_replace(text, ends, ""));
  }

  /// These lines as one text.
  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& line : lines()) all += line + "\n";
    return all;
  }
};

/// Calls the program with these streams on a pseudo-terminal of this width.
inline Seen on_terminal(Call call, unsigned short width,
                        std::initializer_list<int> streams = {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
    throw std::runtime_error("no pseudo-terminal");
  const int screen = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  const winsize size{.ws_row = 24, .ws_col = width, .ws_xpixel = 0, .ws_ypixel = 0};
  if (screen < 0 || ::ioctl(screen, TIOCSWINSZ, &size) != 0) throw std::runtime_error("no screen");
  Seen seen;
  std::thread reader([&] {  // an unread terminal blocks its writers
    char piece[4096];
    for (ssize_t n = 0; (n = ::read(terminal, piece, sizeof piece)) > 0;)
      seen.screen.append(piece, static_cast<std::size_t>(n));
  });
  const std::vector<int> on_it = streams;
  call.before = [on_it, screen] {
    ::unsetenv("COLUMNS");
    for (const int stream : on_it)
      if (::dup2(screen, stream) != stream) return false;
    return true;
  };
  const Ended ended = run(call);
  ::close(screen);
  reader.join();
  ::close(terminal);
  seen.status = ended.status;
  seen.out = ended.out;
  seen.err = ended.err;
  return seen;
}

}  // namespace hansa::test
