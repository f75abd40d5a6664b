#include "sim/record/publish.hpp"

#include <cerrno>
#include <utility>

#include <unistd.h>

#include "sim/record/leftover.hpp"
#include "sim/record/rename.hpp"

namespace hansa {

PartFile::PartFile(std::filesystem::path file)
    : file_(std::move(file)),
      folder_(FileDescriptor::of_folder(folder_above(file_), file_)),
      opened_(create()) {
  opened_.claim();
}

PartFile::~PartFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

FileDescriptor PartFile::create() {
  for (int number = 0;; ++number) {
    path_ = hidden_name(file_, Leftover::Part, number);
    if (auto created = FileDescriptor::of_new_file(path_, file_)) return *std::move(created);
  }
}

int PartFile::take_name(bool replace) {
  opened_.sync();
  opened_.close();
  return rename_quietly(path_, file_, replace ? Replacing::Always : Replacing::Never);
}

bool PartFile::end_with(int error) {
  if (error == EEXIST) return false;
  if (error != 0) throw OutputError(file_, system_cause("cannot get its name", error));
  path_.clear();
  folder_.sync();
  return true;
}

bool PartFile::publish(std::span<const std::byte> content, bool replace) {
  opened_.write_all(content);
  int error = take_name(replace);
  if (error == ENOENT) {  // somebody took it for a leftover, where locks are not seen
    opened_ = create();
    opened_.write_all(content);
    error = take_name(replace);
  }
  return end_with(error);
}

bool PartFile::publish(bool replace) { return end_with(take_name(replace)); }

void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace) {
  if (!PartFile(file).publish(content, replace))
    throw OutputError(file, "exists already and is not overwritten");
}

bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content) {
  return PartFile(file).publish(content, false);
}

}  // namespace hansa
