#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"

namespace hansa {

/// What to do when the name of a folder is taken.
enum class IfTaken {
  Refuse,   // what was asked for with --out
  Replace,  // the same with --force: the results of an earlier run make room
  Number,   // nothing was asked for: NAME-2, NAME-3, ... instead
};

/// The folder of one run. Its files appear together under the folder's name, whole, or not at all.
/// They gather in a hidden folder beside it, which publish() renames; if that never comes, the hidden folder
/// goes.
class OutputFolder {
 public:
  /// Makes the hidden folder and those above it, after removing what dead processes left there. Throws
  /// OutputError when nothing can be written here, or the name is taken by what may not be replaced: long
  /// before a run is over.
  OutputFolder(const std::filesystem::path& folder, IfTaken if_taken);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// Writes a file, such as "result.h5" or "without-lobbying/result.h5", and brings it to the disk.
  void add(const std::filesystem::path& name, std::span<const std::byte> content);
  void add(const std::filesystem::path& name, std::string_view content);

  /// Gives the folder its name, and returns that name. A folder that is replaced changes names with the new
  /// one at one stroke and is deleted afterwards; where a file system cannot do this it gets a hidden name
  /// first, from which remove_abandoned_files restores it if the process is killed before the new one is in place.
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

/// The file that marks a folder as the results of a run; without it nothing is ever replaced.
inline constexpr std::string_view run_mark = "run.json";

}  // namespace hansa
