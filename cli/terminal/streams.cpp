#include "cli/terminal/streams.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include "support/files/file_error.hpp"

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
  if (error == EPIPE) throw ReaderGone();
  throw FileError("standard output", system_cause("cannot be written", error));
}

void remark(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace hansa
