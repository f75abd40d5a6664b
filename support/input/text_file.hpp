#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "support/input/problem.hpp"

namespace hansa {

/// The text of a file that a stranger may have written: a regular file no larger than `limit`, in UTF-8, its
/// lines ended by LF or CRLF, without control characters; a byte order mark is dropped. Never waits on a
/// pipe. Anything else is a problem of the file that `problems` knows by the number `file`.
std::optional<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit, int file,
                                          ProblemList& problems);

/// The bytes of a regular file no larger than `limit`, whatever they are; or nothing, and the reason why not. Never
/// waits on a pipe.
[[nodiscard]] std::optional<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit,
                                                    std::string& reason);

/// Whether a text is UTF-8 without hidden characters; of its problems the first is told.
bool check_text(std::string_view text, int file, ProblemList& problems);

}  // namespace hansa
