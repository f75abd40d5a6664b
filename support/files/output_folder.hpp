#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"

namespace hansa {

/// What to do if the name of a folder is taken.
enum class IfTaken {
  Refuse,   // --out
  Replace,  // --out with --force: the results of an earlier run are replaced
  Number,   // neither: NAME-2, NAME-3, ... instead
};

/// The folder of one run. Its files appear together under the folder's name, complete, or not at all: they
/// are written to a hidden folder beside it, which publish() renames. Without publish() the hidden folder is
/// removed.
class OutputFolder {
 public:
  /// Creates the hidden folder and its parents, after removing the temporary files of dead processes. Throws
  /// OutputError if nothing can be written here or the name is taken and must not be replaced: before a run,
  /// not after it.
  OutputFolder(const std::filesystem::path& folder, IfTaken if_taken);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// Writes a file, such as "result.h5" or "without-lobbying/result.h5", and syncs it to disk.
  void add(const std::filesystem::path& name, std::span<const std::byte> content);
  void add(const std::filesystem::path& name, std::string_view content);

  /// Gives the folder its name and returns that name. A replaced folder is exchanged atomically with the new
  /// one and then deleted; where the file system cannot exchange, it is moved to a hidden name first, from
  /// which remove_abandoned_files restores it if the process is killed in between.
  std::filesystem::path publish();

 private:
  void make_temporary();
  void sync_temporary() const;
  void place();
  std::filesystem::path replace();

  std::filesystem::path folder_;
  IfTaken if_taken_;
  std::filesystem::path temporary_;  // empty once published
  std::optional<FileDescriptor> claimed_;
};

/// The file that marks a folder as the results of a run; a folder without it is never replaced.
inline constexpr std::string_view run_mark = "run.json";

}  // namespace hansa
