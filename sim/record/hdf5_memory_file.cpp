#include "sim/record/hdf5_memory_file.hpp"

#include <new>
#include <utility>

#include <fmt/format.h>

#include "agents/expect.hpp"

namespace hansa {
namespace {

using Memory = std::vector<std::byte>;

void* grow(Memory& memory, std::size_t n_bytes) {
  try {
    memory.resize(n_bytes);
    return memory.data();
  } catch (const std::bad_alloc&) {
    return nullptr;  // HDF5 is C: nothing may fly through it
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
  // HDF5 takes two files in memory for one when their names are the same; another's memory has another
  // address.
  const std::string name = fmt::format("in-memory-{}", fmt::ptr(&memory));
  return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, *creation, *access), H5Fclose, "begin a file"};
}

// Where the file ends, by its own superblock (HDF5 File Format 3.0, section II.A, versions 2 and 3).
std::size_t end_of_file(const Memory& memory) {
  constexpr std::size_t version_at = 8;
  constexpr std::size_t end_at = 28;
  HANSA_EXPECT(memory.size() > end_at + 8 && memory[version_at] == std::byte{3});
  std::size_t end = 0;
  for (std::size_t i = 8; i-- > 0;) end = end << 8 | std::to_integer<std::size_t>(memory[end_at + i]);
  HANSA_EXPECT(end <= memory.size());
  return end;
}

}  // namespace

Hdf5MemoryFile::Hdf5MemoryFile(std::size_t n_piece)
    : memory_(std::make_unique<Memory>()), file_(create(*memory_, n_piece)) {}

std::vector<std::byte> Hdf5MemoryFile::close() {
  HANSA_EXPECT(H5Fget_obj_count(*file_, H5F_OBJ_ALL) == 1);
  file_.close("finish a file");
  memory_->resize(end_of_file(*memory_));
  return std::move(*memory_);
}

}  // namespace hansa
