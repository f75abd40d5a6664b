#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/sha256.hpp"
#include "tests/fuzz/tries.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {
namespace {

std::vector<std::byte> written_again(const std::filesystem::path& file, const std::vector<std::byte>& image) {
  put(file, {reinterpret_cast<const char*>(image.data()), image.size()});
  return hdf5_image(read_result(file));
}

}  // namespace

bool try_result(std::string_view bytes) {
  const ScratchFolder folder;
  put(folder / "a.h5", bytes);
  static_cast<void>(seal_file(folder / "a.h5"));
  std::vector<std::byte> image;
  try {
    image = hdf5_image(read_result(folder / "a.h5"));
  } catch (const ResultFileError& error) {
    demand(!error.cause().empty(), "refused without a reason");
    return false;
  }
  demand(written_again(folder / "b.h5", image) == image, "written otherwise the second time");
  return true;
}

}  // namespace hansa::test
