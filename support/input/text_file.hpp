#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "support/input/problem.hpp"

namespace hansa {

/// Reads an untrusted text: a regular file of at most `limit` bytes, in UTF-8, lines ended by LF or CRLF, no
/// control characters; a byte order mark is dropped. Never waits on a pipe. Anything else is reported for the
/// file with the number `file` in `problems`. `root`: a folder above it that links may not lead out of; empty: they may.
/// Throws FileError on a fault of the machine.
std::optional<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit, int file,
                                          ProblemList& problems, const std::filesystem::path& root = {});

/// The bytes of a regular file of at most `limit` bytes; nullopt, with the reason, if they cannot be read.
/// Never waits on a pipe. `root` and faults as above.
[[nodiscard]] std::optional<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit,
                                                    std::string& reason,
                                                    const std::filesystem::path& root = {});

/// The same of a file, a pipe (on whose writer it waits) or, for `-`, standard input.
[[nodiscard]] std::optional<std::string> read_stream(const std::filesystem::path& path, std::size_t limit,
                                                     std::string& reason);

/// Whether a text is UTF-8 without hidden characters; reports the first problem.
bool check_text(std::string_view text, int file, ProblemList& problems);

}  // namespace hansa
