#include "support/files/publish.hpp"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/core.h>
#include <unistd.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/file_error.hpp"
#include "support/files/rename.hpp"

namespace hansa {

TemporaryFile::TemporaryFile(std::filesystem::path file)
    : file_(std::move(file)),
      folder_(FileDescriptor::of_folder(folder_above(file_), file_)),
      opened_(create()) {
  opened_.claim();
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

FileDescriptor TemporaryFile::create() {
  for (int number = 0;; ++number) {
    path_ = hidden_name(file_, HiddenKind::Temporary, number);
    if (auto created = FileDescriptor::of_new_file(path_, file_)) return *std::move(created);
  }
}

int TemporaryFile::take_name(bool replace) {
  opened_.sync();
  opened_.close();
  return rename_quietly(path_, file_, replace ? Replacing::Always : Replacing::Never);
}

bool TemporaryFile::end_with(int error) {
  if (error == EEXIST) return false;
  if (error != 0) throw OutputError(file_, system_cause("cannot be renamed into place", error));
  path_.clear();
  folder_.sync();
  return true;
}

bool TemporaryFile::publish(std::span<const std::byte> content, bool replace) {
  opened_.write_all(content);
  int error = take_name(replace);
  if (error == ENOENT) {  // removed as abandoned by a host that cannot see its lock
    opened_ = create();
    opened_.write_all(content);
    error = take_name(replace);
  }
  return end_with(error);
}

bool TemporaryFile::publish(bool replace) { return end_with(take_name(replace)); }

void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace) {
  if (!TemporaryFile(file).publish(content, replace))
    throw OutputError(file, "already exists and is not overwritten");
}

bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content) {
  return TemporaryFile(file).publish(content, false);
}

void expect_replaceable(const std::filesystem::path& file) {
  using std::filesystem::file_type;
  std::error_code failed;
  const file_type type = std::filesystem::symlink_status(file, failed).type();
  if (type == file_type::regular || type == file_type::not_found) return;
  const bool is_known = type != file_type::none && type != file_type::unknown;
  const std::string what = type == file_type::directory ? "a folder"
                           : type == file_type::symlink ? "a symbolic link"
                           : is_known                   ? "a device, a pipe or a socket"
                                                        : "";
  throw OutputError(file, what.empty() ? system_cause("cannot be examined", failed.value())
                                       : fmt::format("is {}, not a regular file, and is not replaced", what));
}

}  // namespace hansa
