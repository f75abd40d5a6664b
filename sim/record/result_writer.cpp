#include "sim/record/result_writer.hpp"

#include <new>

#include "sim/record/file_error.hpp"
#include "sim/record/hdf5_memory_file.hpp"
#include "sim/record/result_check.hpp"
#include "sim/record/result_contents.hpp"
#include "sim/record/seal.hpp"

namespace hansa {
namespace {

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
    throw OutputError(name, "cannot be put together: memory ran out");
  }
}

}  // namespace hansa
