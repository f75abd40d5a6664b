#include "analysis/results/hdf5/result_stream.hpp"

#include <algorithm>
#include <type_traits>

#include "analysis/results/hdf5/contents_writer.hpp"
#include "support/files/file_error.hpp"

namespace hansa {
namespace {

Hdf5Handle prepare_access() {
  Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare a file");
  must(H5Pset_file_locking(*access, false, true),
       "disable file locking");  // the creator of the file already holds a lock
  choose_hdf5_format(*access);
  return access;
}

Hdf5Handle begin(const std::filesystem::path& file) {
  return {H5Fcreate(file.c_str(), H5F_ACC_TRUNC, *hdf5_file_creation(), *prepare_access()), H5Fclose,
          "begin a file"};
}

/// The memory and file space of a box.
struct Box {
  Hdf5Handle memory, file;

  Box(hid_t array, std::span<const std::size_t> start, std::span<const std::size_t> count)
      : memory(make(count)), file(H5Dget_space(array), H5Sclose, "read an array's size") {
    const std::vector<hsize_t> from(start.begin(), start.end()), n(count.begin(), count.end());
    must(H5Sselect_hyperslab(*file, H5S_SELECT_SET, from.data(), nullptr, n.data(), nullptr), "choose a box");
  }
  static Hdf5Handle make(std::span<const std::size_t> count) {
    const std::vector<hsize_t> sizes(count.begin(), count.end());
    return {H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose,
            "create the dataspace of a box"};
  }
};

template <class Value> void write_values(hid_t array, const Box& box, const std::vector<Value>& values) {
  if constexpr (std::is_same_v<Value, std::string>) {
    std::vector<const char*> pointers(values.size());
    std::transform(values.begin(), values.end(), pointers.begin(),
                   [](const auto& text) { return text.c_str(); });
    must(H5Dwrite(array, *hdf5_text_type(), *box.memory, *box.file, *hdf5_text_transfer(values.size()),
                  pointers.data()),
         "write texts");
  } else {
    must(H5Dwrite(array, Hdf5Type<Value>::memory(), *box.memory, *box.file, H5P_DEFAULT, values.data()),
         "write numbers");
  }
}

/// Reads an array in slabs of its first dimension; HDF5 checks every chunk.
void read_back(hid_t array) {
  constexpr std::size_t largest = 16 << 20;  // [bytes]
  const Hdf5Handle type(H5Dget_type(array), H5Tclose, "read an array's type");
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, "read an array's size");
  const int n_dims = must(H5Sget_simple_extent_ndims(*space), "count dimensions");
  if (n_dims == 0 || H5Sget_simple_extent_npoints(*space) == 0) return;
  std::vector<hsize_t> sizes(static_cast<std::size_t>(n_dims));
  must(H5Sget_simple_extent_dims(*space, sizes.data(), nullptr), "read an array's size");
  std::vector<std::size_t> start(sizes.size(), 0), count(sizes.begin(), sizes.end());
  std::size_t n_bytes = H5Tget_size(*type);
  for (std::size_t i = 1; i < count.size(); ++i) n_bytes *= count[i];
  // where one row is too large, boxes of one row and part of the second dimension
  const std::size_t n_rows = std::max<std::size_t>(1, largest / std::max<std::size_t>(1, n_bytes));
  std::size_t n_columns = count.size() > 1 ? count[1] : 1;
  if (count.size() > 1 && n_bytes > largest)
    n_columns = std::max<std::size_t>(1, largest / std::max<std::size_t>(1, n_bytes / count[1]));
  std::vector<char> values;
  for (start[0] = 0; start[0] < sizes[0]; start[0] += n_rows) {
    count[0] = std::min<std::size_t>(n_rows, sizes[0] - start[0]);
    const std::size_t n_second = sizes.size() > 1 ? sizes[1] : 1;
    for (std::size_t column = 0; column < n_second; column += n_columns) {
      if (sizes.size() > 1) {
        start[1] = column;
        count[1] = std::min<std::size_t>(n_columns, sizes[1] - column);
      }
      const Box box(array, start, count);
      const auto n = static_cast<std::size_t>(must(H5Sget_simple_extent_npoints(*box.memory), "size a box"));
      values.resize(n * H5Tget_size(*type));
      must(H5Dread(array, *type, *box.memory, *box.file, H5P_DEFAULT, values.data()), "read a box back");
      if (H5Tis_variable_str(*type) > 0)
        must(H5Dvlen_reclaim(*type, *box.memory, H5P_DEFAULT, values.data()), "free the texts");
    }
  }
}

void read_all_back(const std::filesystem::path& path) {
  const Hdf5Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, *prepare_access()), H5Fclose, "open it again");
  H5G_info_t facts;
  must(H5Gget_info(*file, &facts), "count variables");
  for (hsize_t i = 0; i < facts.nlinks; ++i) {
    const Hdf5Handle array(H5Oopen_by_idx(*file, "/", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, H5P_DEFAULT),
                           H5Oclose, "open a variable");
    read_back(*array);
  }
}

}  // namespace

ResultStream::ResultStream(std::filesystem::path file, std::filesystem::path shown_as, const ResultSet& frame)
    : path_(std::move(file)), shown_as_(std::move(shown_as)) {
  try {
    file_.push_back(begin(path_));
    write_contents(*file_.front(), frame);
  } catch (const Hdf5Error& error) {
    throw OutputError(shown_as_, error.what());
  }
}

void ResultStream::write(const std::string& variable, std::span<const std::size_t> start,
                         std::span<const std::size_t> count, const Variable::Values& values) {
  try {
    Hdf5Handle array(H5Dopen2(*file_.front(), variable.c_str(), H5P_DEFAULT), H5Dclose, "open a variable");
    const Box box(*array, start, count);
    std::visit([&](const auto& given) { write_values(*array, box, given); }, values);
    array.close("finish a box");
  } catch (const Hdf5Error& error) {
    throw OutputError(shown_as_, variable + ": " + error.what());
  }
}

void ResultStream::close() {
  try {
    file_.front().close("finish a file");
    file_.clear();
    read_all_back(path_);
  } catch (const Hdf5Error& error) {
    throw OutputError(shown_as_, error.what());
  }
}

}  // namespace hansa
