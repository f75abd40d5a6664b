#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "support/files/sha256.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

/// Changes a result file and seals it again, as whoever wrote it can.
inline void alter(const std::filesystem::path& file, const std::function<void(hid_t)>& change) {
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - seal_size);
  {
    const Hdf5Quiet quiet;
    const Hdf5Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    change(*opened);
  }
  static_cast<void>(seal_file(file));
}

/// The same for a file of a sweep, which has its digest beside it.
inline void alter_in_sweep(const std::filesystem::path& file, const std::function<void(hid_t)>& change) {
  alter(file, change);
  put(file.string() + ".sha256", digest_line(sha256_of_file(file), file));
}

/// Writes the digest that a file of a run has now into its run.json.
inline void renew_digest(const std::filesystem::path& folder, const std::string& name) {
  auto json = nlohmann::ordered_json::parse(text_of(folder / "run.json"));
  json["sha256"][name] = sha256_of_file(folder / name);
  put(folder / "run.json", json.dump(2) + "\n");
}

/// Flips the lowest bit of the k-th value of an array of numbers.
inline void flip_bit(hid_t file, const char* name, std::size_t k = 0) {
  const Hdf5Handle array(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open an array");
  const Hdf5Handle type(H5Dget_type(*array), H5Tclose, "read its type");
  const std::size_t size = H5Tget_size(*type);
  std::vector<unsigned char> values(H5Dget_storage_size(*array) + size);
  must(H5Dread(*array, *type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "read");
  values[k * size] ^= 1U;
  must(H5Dwrite(*array, *type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write");
}

}  // namespace hansa::test
