#include "sim/record/publish.hpp"

#include <cerrno>
#include <utility>

#include <unistd.h>

#include "sim/record/file_descriptor.hpp"
#include "sim/record/leftover.hpp"
#include "sim/record/rename.hpp"

namespace hansa {
namespace {

// The file while it is not published; removed when this goes, unless it was placed.
class Part {
 public:
  explicit Part(std::filesystem::path file) : file_(std::move(file)), opened_(create()) {}
  ~Part() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  void fill(std::span<const std::byte> content) {
    opened_.claim();
    opened_.write_all(content);
    opened_.sync();
    opened_.close();
  }

  /// False: the name is taken.
  bool place(Replacing replacing) {
    const int error = rename_quietly(path_, file_, replacing);
    if (error == EEXIST) return false;
    if (error != 0) throw OutputError(file_, system_cause("cannot get its name", error));
    path_.clear();
    return true;
  }

 private:
  FileDescriptor create() {
    for (int number = 0;; ++number) {
      path_ = hidden_name(file_, Leftover::Part, number);
      if (auto created = FileDescriptor::of_new_file(path_, file_)) return *std::move(created);
    }
  }

  std::filesystem::path file_;
  std::filesystem::path path_;
  FileDescriptor opened_;
};

bool place(const std::filesystem::path& file, std::span<const std::byte> content, Replacing replacing) {
  const FileDescriptor folder = FileDescriptor::of_folder(folder_above(file), file);
  Part part(file);
  part.fill(content);
  const bool placed = part.place(replacing);
  folder.sync();
  return placed;
}

}  // namespace

void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace) {
  if (!place(file, content, replace ? Replacing::Always : Replacing::Never))
    throw OutputError(file, "exists already and is not overwritten");
}

bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content) {
  return place(file, content, Replacing::Never);
}

}  // namespace hansa
