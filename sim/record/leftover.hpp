#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// What a hidden name beside a result stands for.
enum class Leftover {
  Part,  // unfinished; or finished and replaced: of no use once its process is gone
  Old,   // the folder that stood here before, out of the way for a moment
};

/// The hidden name, in the same folder, under which this process keeps what belongs to `file`:
/// .NAME.part-HOST-PID-n or .NAME.old-HOST-PID-n. The number tells several of one process apart.
[[nodiscard]] std::filesystem::path hidden_name(const std::filesystem::path& file, Leftover kind, int number);

/// What was left over, and whose name it hides.
struct Hidden {
  Leftover kind;
  std::string name;
  std::string host;
  int process;
};

/// Reads a hidden name that any host gave; nullopt for any other.
[[nodiscard]] std::optional<Hidden> read_hidden_name(std::string_view hidden);

/// Clears away what processes that live no more left in a folder: parts are deleted; an old folder of this
/// host gets its name back when nothing else has it. Whoever works holds a lock. A name without a lock is left
/// over when its process is gone, or when it is a file and minutes old: then its process number belongs to
/// somebody else by now, or its host is gone. What cannot be cleared stays. Gives the number of names cleared.
std::size_t sweep_leftovers(const std::filesystem::path& folder);

/// Whether another process that lives has a part of this file in hand, as far as can be seen from this host.
[[nodiscard]] bool is_in_work(const std::filesystem::path& file);

/// The folder in which a file lies.
[[nodiscard]] std::filesystem::path folder_above(const std::filesystem::path& file);

/// The host's own name.
[[nodiscard]] std::string host_name();

}  // namespace hansa
