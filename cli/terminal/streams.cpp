#include "cli/terminal/streams.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include "cli/terminal/screens.hpp"
#include "support/files/file_error.hpp"
#include "support/text/wrap.hpp"

namespace hansa {

void claim_standard_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    // gets this descriptor, the lowest free one; opened in the wrong direction, so that its use fails
    if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
  }
}

void print_result(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  const int error = errno;
  if (error == EPIPE) return;
  throw FileError("standard output", system_cause("cannot be written", error));
}

void print_text(const Text& text, bool all) {
  Screen screen = standard_output();
  screen.shows_all = all;
  print_result(text.on(screen));
}

void remark(std::string_view text) {
  const bool is_drawn = text.starts_with('\r');  // a bar fits already
  const std::string shown = is_drawn ? std::string(text) : wrap(text, standard_error().width);
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

}  // namespace hansa
