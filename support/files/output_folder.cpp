#include "support/files/output_folder.hpp"

#include <cerrno>
#include <span>
#include <string>
#include <system_error>
#include <tuple>

#include <fmt/format.h>
#include <sys/stat.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/presence.hpp"
#include "support/files/regular_file.hpp"
#include "support/files/rename.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr std::string_view taken = "already exists and is not overwritten";

// "results/paris/" and "results/./paris" mean results/paris.
std::filesystem::path named_folder(const std::filesystem::path& given) {
  std::filesystem::path folder = given.lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  const std::filesystem::path name = folder.filename();
  if (name.empty() || name == "." || name == "..") throw OutputError(given, "is not a name for a new folder");
  return folder;
}

void make_folders(const std::filesystem::path& folder, const std::filesystem::path& shown_as) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw OutputError(shown_as, system_cause("the folder cannot be created", failed.value()));
}

// Files that a user added, and folders that only happen to have a run.json, must not be deleted: run.json
// must name every file.
void refuse_strangers(const std::filesystem::path& folder) {
  std::string reason, named;
  if (const auto mark = RegularFile::open(folder / run_mark, reason, folder)) {
    named.resize(mark->size());
    named.resize(mark->read_at(0, std::span(named)));
  }
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (entry->is_directory(failed)) continue;
    const std::string name = entry->path().lexically_relative(folder).string();
    if (name == run_mark || named.find('"' + name + '"') != std::string::npos) continue;
    throw OutputError(folder, fmt::format("is not replaced: it holds {}, which no run wrote", name));
  }
  if (failed) throw OutputError(folder, system_cause("cannot be listed", failed.value()));
}

// --force with a mistyped name must not delete a home folder.
void check_replaceable(const std::filesystem::path& folder) {
  if (!is_there(folder)) return;
  std::error_code failed;
  const bool is_folder = std::filesystem::is_directory(std::filesystem::symlink_status(folder, failed));
  if (is_folder && is_there(folder / run_mark)) {
    refuse_strangers(folder);
    return;
  }
  if (is_folder && std::filesystem::is_empty(folder, failed) && !failed) return;
  throw OutputError(folder, fmt::format("is not replaced: it is not a folder with a {}", run_mark));
}

void remove_hidden(const std::filesystem::path& hidden) {
  std::error_code ignored;  // remove_abandoned_files tries again later
  std::filesystem::remove_all(hidden, ignored);
}

std::filesystem::path put_aside(const std::filesystem::path& folder) {
  for (int number = 0;; ++number) {
    std::filesystem::path aside = hidden_name(folder, HiddenKind::Replaced, number);
    const int error = rename_quietly(folder, aside, Replacing::Never);
    if (error == 0) return aside;
    if (error != EEXIST) throw OutputError(folder, system_cause("cannot be moved aside", error));
  }
}

}  // namespace

OutputFolder::OutputFolder(const std::filesystem::path& folder, IfTaken if_taken)
    : folder_(named_folder(folder)), if_taken_(if_taken) {
  make_folders(folder_above(folder_), folder_);
  remove_abandoned_files(folder_above(folder_));
  if (if_taken_ == IfTaken::Refuse && is_there(folder_)) throw OutputError(folder_, std::string(taken));
  if (if_taken_ == IfTaken::Replace) check_replaceable(folder_);
  make_temporary();
}

OutputFolder::~OutputFolder() {
  if (!temporary_.empty()) remove_hidden(temporary_);
}

void OutputFolder::make_temporary() {
  for (int number = 0; temporary_.empty(); ++number) {
    const std::filesystem::path temporary = hidden_name(folder_, HiddenKind::Temporary, number);
    if (::mkdir(temporary.c_str(), 0777) == 0) {
      temporary_ = temporary;
    } else if (errno != EEXIST) {
      throw OutputError(folder_, system_cause("the folder cannot be created", errno));
    }
  }
  try {
    claimed_.emplace(FileDescriptor::of_folder(temporary_, folder_));
  } catch (const OutputError&) {
    remove_hidden(temporary_);
    throw;
  }
  claimed_->claim();
}

void OutputFolder::add(const std::filesystem::path& name, std::span<const std::byte> content) {
  HANSA_EXPECT(!temporary_.empty());
  HANSA_EXPECT(name.is_relative() && name.has_filename() && name == name.lexically_normal() &&
               *name.begin() != "..");
  make_folders((temporary_ / name).parent_path(), folder_);
  auto file = FileDescriptor::of_new_file(temporary_ / name, folder_ / name);
  HANSA_EXPECT(file.has_value());
  file->write_all(content);
  file->sync();
  file->close();
}

void OutputFolder::add(const std::filesystem::path& name, std::string_view content) {
  add(name, std::as_bytes(std::span(content)));
}

std::filesystem::path OutputFolder::publish() {
  HANSA_EXPECT(!temporary_.empty());
  sync_temporary();
  const FileDescriptor above = FileDescriptor::of_folder(folder_above(folder_), folder_);
  std::filesystem::path old;
  if (if_taken_ == IfTaken::Replace && is_there(folder_)) {
    old = replace();
  } else {
    place();
  }
  temporary_.clear();
  above.sync();
  if (!old.empty()) remove_hidden(old);  // only after the new one is on disk
  return folder_;
}

void OutputFolder::sync_temporary() const {
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator entry(temporary_, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (entry->is_directory(failed)) FileDescriptor::of_folder(entry->path(), folder_).sync();
  }
  if (failed) throw OutputError(folder_, system_cause("cannot be read back", failed.value()));
  claimed_->sync();
}

void OutputFolder::place() {
  std::filesystem::path name = folder_;
  for (int number = 2;; ++number) {
    const int error = rename_quietly(temporary_, name, Replacing::Never);
    if (error == 0) break;
    if (error != EEXIST) throw OutputError(name, system_cause("cannot be renamed into place", error));
    if (if_taken_ != IfTaken::Number) throw OutputError(name, std::string(taken));
    name = folder_;
    name += fmt::format("-{}", number);
  }
  folder_ = name;
}

std::filesystem::path OutputFolder::replace() {
  check_replaceable(folder_);
  const int error = rename_quietly(temporary_, folder_, Replacing::Exchange);
  if (error == 0) return temporary_;
  if (error != EINVAL) throw OutputError(folder_, system_cause("cannot be replaced", error));
  const std::filesystem::path old = put_aside(folder_);
  try {
    place();
  } catch (const OutputError&) {
    std::ignore = rename_quietly(old, folder_,
                                 Replacing::Never);  // if this fails too, remove_abandoned_files tries again
    throw;
  }
  return old;
}

}  // namespace hansa
