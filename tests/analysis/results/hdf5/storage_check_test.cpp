// Whoever makes a file can seal it too: what a sealed file says of itself is not believed.
#include <array>
#include <functional>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/hdf5/storage_check.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// Why a sample result that was changed in this way, and sealed again, is refused; empty: it is not.
std::string refusal_of(const test::ScratchFolder& folder, const std::function<void(hid_t)>& change) {
  const auto image = hdf5_image(test::small_result({1, 2, 3}));
  const std::filesystem::path file = folder / "result.h5";
  test::put(file, {reinterpret_cast<const char*>(image.data()), image.size() - seal_size});
  {
    const Hdf5Quiet quiet;
    const Hdf5Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    change(*opened);
  }
  static_cast<void>(seal_file(file));
  try {
    static_cast<void>(read_result(file));
  } catch (const FileError& error) {
    return error.cause();
  }
  return "";
}

/// Adds an array `x` of three doubles under these properties, or of other size.
void add_array(hid_t file, hid_t creation, hsize_t n = 3) {
  const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "size");
  const Hdf5Handle array(H5Dcreate2(file, "x", H5T_IEEE_F64LE, *space, H5P_DEFAULT, creation, H5P_DEFAULT),
                         H5Dclose, "create");
}

TEST_CASE("a sealed file that is not changed is read", "[record][hostile]") {
  const test::ScratchFolder folder;
  CHECK(refusal_of(folder, [](hid_t) {}).empty());
}

TEST_CASE("a sealed file leads to no other file", "[record][hostile]") {
  const test::ScratchFolder folder;
  test::put(folder / "secret.bin", "a secret that is 24 bytes");
  const std::string secret = (folder / "secret.bin").string();
  CHECK_THAT(refusal_of(folder,
                        [&](hid_t file) {
                          must(H5Lcreate_external(secret.c_str(), "/x", file, "x", 0, 0), "link");
                        }),
             Catch::Contains("\"x\": is a link to elsewhere"));
  CHECK_THAT(refusal_of(folder, [](hid_t file) { must(H5Lcreate_soft("/depth", file, "x", 0, 0), "link"); }),
             Catch::Contains("\"x\": is a link to elsewhere"));
  CHECK_THAT(refusal_of(folder,
                        [&](hid_t file) {
                          const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
                          must(H5Pset_external(*creation, secret.c_str(), 0, 24), "outside");
                          add_array(file, *creation);
                        }),
             Catch::Contains("\"x\": has its values in another file"));
  CHECK_THAT(refusal_of(folder,
                        [&](hid_t file) {
                          const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
                          const hsize_t n = 3;
                          const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "size");
                          must(H5Pset_virtual(*creation, *space, secret.c_str(), "/x", *space), "map");
                          add_array(file, *creation);
                        }),
             Catch::Contains("\"x\": has its values in other arrays"));
}

TEST_CASE("an array of a sealed file is as large as the file says at most", "[record][hostile]") {
  const test::ScratchFolder folder;
  for (const hsize_t n : {hsize_t{1'000'000}, hsize_t{1} << 40, hsize_t{1} << 60}) {
    CHECK_THAT(refusal_of(folder, [&](hid_t file) { add_array(file, H5P_DEFAULT, n); }),
               Catch::Contains("\"x\": has fewer values in this file than its size says"));
    CHECK_THAT(refusal_of(folder,
                          [&](hid_t file) {
                            const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
                            const hsize_t chunk = 1000;
                            must(H5Pset_chunk(*creation, 1, &chunk), "split");
                            add_array(file, *creation, n);
                          }),
               Catch::Contains("\"x\": has fewer values in this file than its size says"));
  }
}

TEST_CASE("a sealed file with a filter or a group is refused", "[record][hostile]") {
  const test::ScratchFolder folder;
  CHECK_THAT(refusal_of(folder,
                        [](hid_t file) {
                          const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
                          const hsize_t chunk = 3;
                          must(H5Pset_chunk(*creation, 1, &chunk), "split");
                          must(H5Pset_shuffle(*creation), "filter");
                          add_array(file, *creation);
                        }),
             Catch::Contains("\"x\": is stored under a filter that no result has"));
  CHECK_THAT(refusal_of(folder,
                        [](hid_t file) {
                          const Hdf5Handle group(H5Gcreate2(file, "x", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                                                 H5Gclose, "group");
                        }),
             Catch::Contains("\"x\": "));
}

TEST_CASE("a heap of texts whose sizes are wrong is refused before HDF5 believes them", "[record][hostile]") {
  const test::ScratchFolder folder;
  const auto image = hdf5_image(test::sample_result());
  const std::string whole(reinterpret_cast<const char*>(image.data()), image.size() - seal_size);
  const std::size_t heap = whole.find("GCOL");
  REQUIRE(heap != std::string::npos);
  // where a heap has its own size, and the number and the size of its first text
  for (const auto& [place, byte] :
       {std::pair<std::size_t, char>{14, 1}, {16, 0}, {16, 2}, {24, 99}, {30, 1}}) {
    std::string changed = whole;
    REQUIRE(changed[heap + place] != byte);
    changed[heap + place] = byte;
    test::put(folder / "result.h5", changed);
    static_cast<void>(seal_file(folder / "result.h5"));
    CHECK_THROWS_AS(read_result(folder / "result.h5"), ResultFileError);
  }
}

/// A sealed file of two texts, and where the file refers to them: each by its length, the address of a heap, its number
/// there.
struct TwoTexts {
  ResultSet result = test::small_result({1, 2});
  std::string bytes;
  std::size_t heap = 0, references = 0;
  static constexpr std::size_t length = 0, address = 4, number = 12, n_reference = 16;

  explicit TwoTexts(const std::string& first) {
    result.variables.push_back({"name", {"year"}, std::vector<std::string>{first, "b"}, "1", "a name", {}});
    const auto image = hdf5_image(result);
    bytes.assign(reinterpret_cast<const char*>(image.data()), image.size() - seal_size);
    heap = bytes.rfind("GCOL");
    references = bytes.find(little_endian(first.size()).substr(0, 4) + little_endian(heap));
  }

  static std::string little_endian(std::uint64_t number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
  }

  /// What a reader makes of the file after a part of the first text's reference is this.
  [[nodiscard]] std::string read_with(const test::ScratchFolder& folder, std::size_t part,
                                      const std::string& value) const {
    std::string changed = bytes;
    changed.replace(references + part, value.size(), value);
    return read(folder, changed);
  }

  static std::string read(const test::ScratchFolder& folder, const std::string& bytes) {
    test::put(folder / "result.h5", bytes);
    static_cast<void>(seal_file(folder / "result.h5"));
    try {
      const ResultSet found = read_result(folder / "result.h5");
      return "read: " + values_of<std::string>(found, "name").front();
    } catch (const FileError& error) {
      return error.cause();
    }
  }
};

TEST_CASE("a text that is not where the file says is refused before HDF5 looks for it", "[record][hostile]") {
  const test::ScratchFolder folder;
  const TwoTexts texts("a text");
  using Catch::Contains;
  const auto here = [](std::uint64_t number) { return TwoTexts::little_endian(number); };
  CHECK(texts.read_with(folder, TwoTexts::address, here(texts.heap)) == "read: a text");
  CHECK_THAT(texts.read_with(folder, TwoTexts::address, here(std::uint64_t{1} << 40)),
             Contains("\"name\": has texts outside the file"));
  CHECK_THAT(texts.read_with(folder, TwoTexts::address, here(texts.bytes.size() + seal_size - 8)),
             Contains("\"name\": has texts outside the file"));
  CHECK_THAT(texts.read_with(folder, TwoTexts::address, here(8)), Contains("has a text that is in no heap"));
  CHECK(texts.read_with(folder, TwoTexts::address, here(0)) == "read: ");
  CHECK_THAT(texts.read_with(folder, TwoTexts::number, here(99).substr(0, 4)),
             Contains("has a text that its heap has not"));
  CHECK_THAT(texts.read_with(folder, TwoTexts::number, here(0x10001).substr(0, 4)),
             Contains("has a text that its heap has not"));
  CHECK_THAT(texts.read_with(folder, TwoTexts::length, here(5).substr(0, 4)),
             Contains("has a text that its heap has not"));
}

TEST_CASE("texts of a file that becomes shorter while it is read are missed", "[record][hostile]") {
  const test::ScratchFolder folder;
  const TwoTexts texts("a text");
  CHECK(TwoTexts::read(folder, texts.bytes) == "read: a text");
  std::string reason;
  const auto file = RegularFile::open(folder / "result.h5", reason);
  REQUIRE(file);
  const Hdf5Quiet quiet;
  const Hdf5Handle opened(H5Fopen((folder / "result.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose,
                          "open");
  const Hdf5Handle array(H5Dopen2(*opened, "name", H5P_DEFAULT), H5Dclose, "open");
  CHECK_NOTHROW(check_texts(*array, *file));
  std::filesystem::resize_file(folder / "result.h5", texts.references + 1);
  CHECK_THROWS_WITH(check_texts(*array, *file), "has texts outside the file");
}

TEST_CASE("texts that are all the same long one take no more memory than their file", "[record][hostile]") {
  const test::ScratchFolder folder;
  const TwoTexts texts(std::string(20'000, 'x'));
  std::string changed = texts.bytes;
  changed.replace(texts.references + TwoTexts::n_reference, TwoTexts::n_reference,
                  texts.bytes.substr(texts.references, TwoTexts::n_reference));
  CHECK_THAT(TwoTexts::read(folder, changed), Catch::Contains("\"name\": cannot read the texts"));
}

}  // namespace
}  // namespace hansa
