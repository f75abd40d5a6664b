#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// What a hidden file or folder beside a result is.
enum class HiddenKind {
  Temporary,  // unfinished, or already replaced: useless once its process has exited
  Replaced,   // the previous folder of that name, moved aside during a replacement
};

/// A hidden name of this process for `file`, in the same folder: .NAME.part-HOST-PID-n or
/// .NAME.old-HOST-PID-n. `number` distinguishes several of one process.
[[nodiscard]] std::filesystem::path hidden_name(const std::filesystem::path& file, HiddenKind kind,
                                                int number);

/// The parts of a hidden name.
struct Hidden {
  HiddenKind kind;
  std::string name;  // of the result
  std::string host;
  int process;
};

/// Parses a hidden name of any host; nullopt for any other name.
[[nodiscard]] std::optional<Hidden> read_hidden_name(std::string_view hidden);

/// Removes the temporary files and folders of dead processes from a folder; restores the name of a replaced
/// folder unless it is taken. A live process holds a lock. A name without a lock is abandoned if its process
/// has exited, or if it is a file older than some minutes: then its process number has been reused or its
/// host is gone. What cannot be removed stays. Returns the number of names removed.
std::size_t remove_abandoned_files(const std::filesystem::path& folder);

/// Whether another living process is writing this file, as far as this host can see.
[[nodiscard]] bool is_in_work(const std::filesystem::path& file);

/// The folder of a file.
[[nodiscard]] std::filesystem::path folder_above(const std::filesystem::path& file);

/// The name of this host.
[[nodiscard]] std::string host_name();

}  // namespace hansa
