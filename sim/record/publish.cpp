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

  void place(Replacing replacing) {
    const int error = rename_quietly(path_, file_, replacing);
    if (error == EEXIST) throw OutputError(file_, "exists already and is not overwritten");
    if (error != 0) throw OutputError(file_, system_cause("cannot get its name", error));
    path_.clear();
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

}  // namespace

void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace) {
  const FileDescriptor folder = FileDescriptor::of_folder(folder_above(file), file);
  Part part(file);
  part.fill(content);
  part.place(replace ? Replacing::Always : Replacing::Never);
  folder.sync();
}

}  // namespace hansa
