#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// What a hidden file or folder beside a result is.
enum class HiddenKind {
  Temporary,  // unfinished; or finished and replaced: of no use once its process has exited
  Replaced,   // the folder that had the name before, moved aside for a moment
};

/// The hidden name, in the same folder, under which this process keeps what belongs to `file`:
/// .NAME.part-HOST-PID-n or .NAME.old-HOST-PID-n. The number tells several of one process apart.
[[nodiscard]] std::filesystem::path hidden_name(const std::filesystem::path& file, HiddenKind kind,
                                                int number);

/// What a hidden name says.
struct Hidden {
  HiddenKind kind;
  std::string name;  // of the result
  std::string host;
  int process;
};

/// Reads a hidden name from any host; nullopt for any other name.
[[nodiscard]] std::optional<Hidden> read_hidden_name(std::string_view hidden);

/// Removes the temporary files and folders of dead processes from a folder; a replaced folder of this host gets its
/// name back unless another has it. A working process holds a lock. A name without a lock is abandoned if its process
/// has exited, or if it is a file and minutes old: then its process number has been reused or its host is gone.
/// What cannot be removed stays. Returns the number of names removed.
std::size_t remove_abandoned_files(const std::filesystem::path& folder);

/// Whether another living process is writing this file, as far as this host can see.
[[nodiscard]] bool is_in_work(const std::filesystem::path& file);

/// The folder of a file.
[[nodiscard]] std::filesystem::path folder_above(const std::filesystem::path& file);

/// The name of this host.
[[nodiscard]] std::string host_name();

}  // namespace hansa
