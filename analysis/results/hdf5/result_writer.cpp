#include "analysis/results/hdf5/result_writer.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/results/hdf5/contents_writer.hpp"
#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/hdf5/result_check.hpp"
#include "support/files/file_error.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// An HDF5 file in memory. A file that HDF5 itself writes to a full disk can be wrong and still open without errors.
class Hdf5MemoryFile {
 public:
  /// Allocates memory in steps of n_piece > 0 bytes.
  explicit Hdf5MemoryFile(std::size_t n_piece);

  hid_t operator*() const { return *file_; }

  /// Closes the file, in which nothing else may be open, and returns its bytes. Call it once, last.
  [[nodiscard]] std::vector<std::byte> close();

 private:
  // H5Fget_file_image returns a wrong checksum before HDF5 2.0 (HDFGroup/hdf5#1915). So HDF5 works in this memory
  // from the start and leaves the closed file in it.
  std::unique_ptr<std::vector<std::byte>> memory_;
  Hdf5Handle file_;
};

using Memory = std::vector<std::byte>;

void* grow(Memory& memory, std::size_t n_bytes) {
  try {
    memory.resize(n_bytes);
    return memory.data();
  } catch (const std::bad_alloc&) {
    return nullptr;  // HDF5 is C: no exception may pass through it
  }
}

void work_in(Memory& memory, hid_t access) {
  H5FD_file_image_callbacks_t calls{};
  calls.image_malloc = [](std::size_t n, H5FD_file_image_op_t, void* to) {
    return grow(*static_cast<Memory*>(to), n);
  };
  calls.image_realloc = [](void*, std::size_t n, H5FD_file_image_op_t, void* to) {
    return grow(*static_cast<Memory*>(to), n);
  };
  calls.image_free = [](void*, H5FD_file_image_op_t, void*) -> herr_t { return 0; };
  calls.udata_copy = [](void* same) { return same; };
  calls.udata_free = [](void*) -> herr_t { return 0; };
  calls.udata = &memory;
  must(H5Pset_file_image_callbacks(access, &calls), "give HDF5 memory to work in");
}

Hdf5Handle create(Memory& memory, std::size_t n_piece) {
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare a file");
  must(H5Pset_fapl_core(*access, n_piece, false), "keep a file in memory");
  work_in(memory, *access);
  choose_hdf5_format(*access);
  const Hdf5Handle creation = hdf5_file_creation();
  // HDF5 treats two files in memory of the same name as one; the address makes the name unique.
  const std::string name = fmt::format("in-memory-{}", fmt::ptr(&memory));
  return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, *creation, *access), H5Fclose, "begin a file"};
}

// The end of the file, from its superblock (HDF5 File Format 3.0, section II.A, versions 2 and 3).
std::size_t end_of_file(const Memory& memory) {
  constexpr std::size_t version_at = 8;
  constexpr std::size_t end_at = 28;
  HANSA_EXPECT(memory.size() > end_at + 8 && memory[version_at] == std::byte{3});
  std::size_t end = 0;
  for (std::size_t i = 8; i-- > 0;) end = end << 8 | std::to_integer<std::size_t>(memory[end_at + i]);
  HANSA_EXPECT(end <= memory.size());
  return end;
}

Hdf5MemoryFile::Hdf5MemoryFile(std::size_t n_piece)
    : memory_(std::make_unique<Memory>()), file_(create(*memory_, n_piece)) {}

std::vector<std::byte> Hdf5MemoryFile::close() {
  HANSA_EXPECT(H5Fget_obj_count(*file_, H5F_OBJ_ALL) == 1);
  file_.close("finish a file");
  memory_->resize(end_of_file(*memory_));
  return std::move(*memory_);
}

std::size_t estimated_bytes(const ResultSet& result) {
  std::size_t n_bytes = 1 << 20;
  for (const Variable& variable : result.variables) n_bytes += variable.size() * sizeof(double);
  return n_bytes;
}

}  // namespace

std::vector<std::byte> hdf5_image(const ResultSet& result, const std::filesystem::path& name) {
  check(result);
  try {
    const Hdf5Quiet quiet;
    Hdf5MemoryFile file(estimated_bytes(result));
    write_contents(*file, result);
    std::vector<std::byte> image = file.close();
    seal(image);
    return image;
  } catch (const Hdf5Error& error) {
    throw OutputError(name, error.what());
  } catch (const std::bad_alloc&) {
    throw OutputError(name, "cannot be built: out of memory");
  }
}

}  // namespace hansa
