#include "support/input/text_file.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/input/problem.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

std::string cause(int error) { return std::generic_category().message(error); }

/// Opens a file for reading; closed on destruction.
class Descriptor {
 public:
  // without O_NONBLOCK, opening a pipe waits for a writer
  explicit Descriptor(const std::filesystem::path& path, int flags = O_NONBLOCK)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

/// All that can be read, of at most `limit` bytes.
std::optional<std::string> read_all(int descriptor, std::size_t limit, std::string& reason) {
  std::string text;
  std::array<char, 65536> block;
  while (text.size() <= limit) {
    const ssize_t n = ::read(descriptor, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      reason = "cannot be read: " + cause(errno);
      return std::nullopt;
    }
    if (n == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(n));
  }
  reason = fmt::format("is larger than {} KiB", limit / 1024);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit,
                                      std::string& reason) {
  const Descriptor file(path);
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
    reason = "cannot be read: " + cause(errno);
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    reason = S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is not a regular file";
    return std::nullopt;
  }
  return read_all(file.number(), limit, reason);
}

std::optional<std::string> read_stream(const std::filesystem::path& path, std::size_t limit,
                                       std::string& reason) {
  if (path == "-") return read_all(STDIN_FILENO, limit, reason);
  struct stat status {};
  const bool is_there = ::stat(path.c_str(), &status) == 0;
  if (!is_there || (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode)))
    return read_bytes(path, limit, reason);
  const Descriptor file(path, 0);
  if (file.number() >= 0) return read_all(file.number(), limit, reason);
  reason = "cannot be read: " + cause(errno);
  return std::nullopt;
}

bool check_text(std::string_view text, int file, ProblemList& problems) {
  for (std::size_t byte = 0; byte < text.size();) {
    if (text[byte] >= ' ' && text[byte] <= '~') {  // the common case
      ++byte;
      continue;
    }
    const auto character = character_at(text, byte);
    std::string wrong;
    if (!character) {
      wrong = fmt::format("byte {:#04x} is not UTF-8", static_cast<unsigned char>(text[byte]));
    } else if (character->code == '\r') {
      if (byte + 1 == text.size() || text[byte + 1] != '\n') wrong = "carriage return without a line feed";
    } else if (character->code != '\n' && character->code != '\t' && is_hidden(character->code)) {
      wrong = fmt::format("hidden character U+{:04X}", static_cast<unsigned>(character->code));
    }
    if (!wrong.empty()) {
      problems.add(PlaceFinder(text, file).at(byte), "file", wrong);
      return false;
    }
    byte += character->length;
  }
  return true;
}

std::optional<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit, int file,
                                          ProblemList& problems) {
  std::string reason;
  auto text = read_bytes(path, limit, reason);
  if (!text) {
    problems.add({file, 1, 1}, "file", reason);
    return std::nullopt;
  }
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
  if (!check_text(*text, file, problems)) return std::nullopt;
  return text;
}

}  // namespace hansa
