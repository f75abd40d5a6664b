#include "support/input/text_file.hpp"

#include <array>
#include <cerrno>
#include <span>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"
#include "support/files/regular_file.hpp"
#include "support/input/problem.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

std::string too_large(std::size_t limit) { return fmt::format("is larger than {} KiB", limit / 1024); }

/// All that can be read from a stream, of at most `limit` bytes.
std::optional<std::string> read_all(int descriptor, const std::filesystem::path& shown_as, std::size_t limit,
                                    std::string& reason) {
  std::string text;
  std::array<char, 65536> block;
  while (true) {
    const ssize_t n = ::read(descriptor, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      throw FileError(shown_as == "-" ? "standard input" : shown_as, system_cause("cannot be read", errno));
    if (n == 0) return text;
    if (static_cast<std::size_t>(n) > limit - text.size()) break;
    text.append(block.data(), static_cast<std::size_t>(n));
  }
  reason = too_large(limit);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit,
                                      std::string& reason, const std::filesystem::path& root) {
  const auto file = RegularFile::open(path, reason, root);
  if (!file) return std::nullopt;
  if (file->size() > limit) {  // told before a byte of it is read
    reason = too_large(limit);
    return std::nullopt;
  }
  std::string text;
  constexpr std::size_t least = 4096;  // the size says nothing of files such as those in /proc
  bool ended = false;
  for (std::size_t block = file->size() + least; !ended && text.size() <= limit; block = text.size()) {
    const std::size_t begin = text.size();
    text.resize(begin + block);
    const std::size_t n = file->read_at(begin, std::span(text).subspan(begin));
    text.resize(begin + n);
    ended = n < block;
  }
  if (text.size() <= limit) return text;
  reason = too_large(limit);
  return std::nullopt;
}

std::optional<std::string> read_stream(const std::filesystem::path& path, std::size_t limit,
                                       std::string& reason) {
  if (path == "-") return read_all(STDIN_FILENO, path, limit, reason);
  struct stat status {};
  const bool is_there = ::stat(path.c_str(), &status) == 0;
  if (!is_there || (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode)))
    return read_bytes(path, limit, reason);
  const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);  // waits for a writer
  if (opened < 0) {
    reason = system_cause("cannot be read", errno);
    return std::nullopt;
  }
  const FileDescriptor file(opened, path);
  return read_all(opened, path, limit, reason);
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
                                          ProblemList& problems, const std::filesystem::path& root) {
  std::string reason;
  auto text = read_bytes(path, limit, reason, root);
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
