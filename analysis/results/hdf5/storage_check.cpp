#include "analysis/results/hdf5/storage_check.hpp"

#include <cstdlib>
#include <cstring>
#include <span>
#include <unordered_map>

#include "analysis/results/hdf5/contents_reader.hpp"

namespace hansa {
namespace {

void refuse_filters(hid_t creation) {
  const int n_filters = must(H5Pget_nfilters(creation), "count the filters");
  for (int k = 0; k < n_filters; ++k) {
    unsigned flags = 0, config = 0;
    std::size_t n_values = 0;
    const H5Z_filter_t filter = must(
        H5Pget_filter2(creation, static_cast<unsigned>(k), &flags, &n_values, nullptr, 0, nullptr, &config),
        "read a filter");
    if (filter != H5Z_FILTER_FLETCHER32) throw Refusal("is stored under a filter that no result has");
  }
}

void* take_bytes(std::size_t n_bytes, void* left) {
  auto& n_left = *static_cast<std::size_t*>(left);
  if (n_bytes > n_left) return nullptr;
  n_left -= n_bytes;
  return std::malloc(n_bytes);
}

void give_back_bytes(void* bytes, void*) { std::free(bytes); }

// --- texts: of each the array has its length, the address of a heap and its number there ---

template <class Number> Number number_at(std::string_view bytes, std::size_t place) {
  Number number;
  std::memcpy(&number, bytes.data() + place, sizeof number);  // little-endian, as this machine is
  return number;
}

std::string bytes_at(const RegularFile& file, std::uint64_t place, std::uint64_t n) {
  if (place > file.size() || n > file.size() - place) throw Refusal("has texts outside the file");
  std::string bytes(n, '\0');
  if (file.read_at(place, std::span(bytes)) < n) throw Refusal("has texts outside the file");
  return bytes;
}

using Heap = std::unordered_map<std::uint16_t, std::uint64_t>;  // the size of each object by its number

/// Reads a heap: a header of 16 bytes, then objects, each with a header of as many, padded to 8. Number 0 is what is free.
/// Takes its bytes from those left, so that heaps do not lie in each other.
Heap read_heap(const RegularFile& file, std::uint64_t address, std::uint64_t& n_left_in_file) {
  constexpr std::size_t n_header = 16;
  const std::string header = bytes_at(file, address, n_header);
  if (!header.starts_with("GCOL\x01")) throw Refusal("has a text that is in no heap");
  const auto n_bytes = number_at<std::uint64_t>(header, 8);
  if (n_bytes > n_left_in_file) throw Refusal("has texts outside the file");
  n_left_in_file -= n_bytes;
  const std::string heap = bytes_at(file, address, n_bytes);
  Heap sizes;
  for (std::size_t place = n_header; place + n_header <= heap.size();) {
    const auto number = number_at<std::uint16_t>(heap, place);
    const auto size = number_at<std::uint64_t>(heap, place + 8);
    const bool is_free = number == 0;  // its size includes its header
    if (!is_free) place += n_header;
    const std::size_t n_left = heap.size() - place;
    if (size > n_left || (is_free ? size < n_header : !sizes.emplace(number, size).second))
      throw Refusal("has a heap of texts whose sizes are wrong");
    place += (size + 7) / 8 * 8;
  }
  return sizes;
}

/// Whether the file has the form that results have: addresses and lengths of 8 bytes. HDF5 counts addresses from the
/// superblock, which is at the first byte of every file that is read.
bool has_own_form(hid_t array) {
  const Hdf5Handle file(H5Iget_file_id(array), H5Fclose, "find the file");
  const Hdf5Handle creation(H5Fget_create_plist(*file), H5Pclose, "read how it was made");
  std::size_t n_address = 0, n_length = 0;
  must(H5Pget_sizes(*creation, &n_address, &n_length), "read how it was made");
  return n_address == 8 && n_length == 8;
}

}  // namespace

std::size_t file_bytes(hid_t object) {
  const Hdf5Handle file(H5Iget_file_id(object), H5Fclose, "find the file");
  hsize_t n_bytes = 0;
  must(H5Fget_filesize(*file, &n_bytes), "measure the file");
  return n_bytes;
}

Hdf5Handle open_stored_array(hid_t group, const std::string& name) {
  H5L_info_t link;
  must(H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT), "look at its link");
  if (link.type != H5L_TYPE_HARD) throw Refusal("is a link to elsewhere");
  Hdf5Handle array(H5Dopen2(group, name.c_str(), H5P_DEFAULT), H5Dclose, "open it as an array");
  const Hdf5Handle creation(H5Dget_create_plist(*array), H5Pclose, "read how it is stored");
  if (must(H5Pget_external_count(*creation), "count files of values") > 0)
    throw Refusal("has its values in another file");
  const H5D_layout_t layout = must(H5Pget_layout(*creation), "read how it is stored");
  if (layout == H5D_VIRTUAL) throw Refusal("has its values in other arrays");
  refuse_filters(*creation);

  const Hdf5Handle type(H5Dget_type(*array), H5Tclose, "read an array's type");
  const Hdf5Handle space(H5Dget_space(*array), H5Sclose, "read an array's size");
  const auto n_points =
      static_cast<hsize_t>(must(H5Sget_simple_extent_npoints(*space), "read an array's size"));
  const hsize_t n_stored = H5Dget_storage_size(*array), n_bytes = H5Tget_size(*type);
  if (n_bytes == 0 || n_points > n_stored / n_bytes || n_stored > file_bytes(*array))
    throw Refusal("has fewer values in this file than its size says");
  return array;
}

void expect_scales_attached(hid_t array, unsigned n_dims) {
  if (must(H5Aexists(array, "DIMENSION_LIST"), "look for its dimensions") == 0)
    throw Refusal("a dimension has no name or several");
  const Hdf5Handle list(H5Aopen(array, "DIMENSION_LIST", H5P_DEFAULT), H5Aclose, "find its dimensions");
  const Hdf5Handle type(H5Aget_type(*list), H5Tclose, "read how its dimensions are listed");
  const Hdf5Handle space(H5Aget_space(*list), H5Sclose, "count its dimensions");
  const bool is_list = H5Tget_class(*type) == H5T_VLEN;
  bool is_of_references = false;
  if (is_list) {
    const Hdf5Handle each(H5Tget_super(*type), H5Tclose, "read how a dimension is named");
    is_of_references = H5Tequal(*each, H5T_STD_REF_OBJ) > 0;
  }
  if (!is_of_references || H5Sget_simple_extent_npoints(*space) != static_cast<hssize_t>(n_dims))
    throw Refusal("does not list its dimensions as HDF5 does");
}

void check_texts(hid_t array, const RegularFile& file) {
  constexpr std::size_t n_reference = 16;
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, "read an array's size");
  const auto n_points =
      static_cast<std::size_t>(must(H5Sget_simple_extent_npoints(*space), "read an array's size"));
  if (n_points == 0) return;
  const Hdf5Handle creation(H5Dget_create_plist(array), H5Pclose, "read how it is stored");
  if (!has_own_form(array) || H5Pget_layout(*creation) != H5D_CONTIGUOUS ||
      H5Dget_storage_size(array) != n_points * n_reference)
    throw Refusal("has texts that are stored as no result stores them");
  const std::string references = bytes_at(file, H5Dget_offset(array), n_points * n_reference);
  std::unordered_map<std::uint64_t, Heap> heaps;
  std::uint64_t n_left = file.size();
  for (std::size_t place = 0; place < references.size(); place += n_reference) {
    const auto length = number_at<std::uint32_t>(references, place);
    const auto address = number_at<std::uint64_t>(references, place + 4);
    const auto number = number_at<std::uint32_t>(references, place + 12);
    if (address == 0) continue;  // an empty text
    if (!heaps.contains(address)) heaps.emplace(address, read_heap(file, address, n_left));
    const Heap& heap = heaps.at(address);
    const auto found = number > 0xFFFF ? heap.end() : heap.find(static_cast<std::uint16_t>(number));
    if (found == heap.end() || found->second != length) throw Refusal("has a text that its heap has not");
  }
}

TextAllowance::TextAllowance(std::size_t n_texts, std::size_t n_bytes)
    : left_(n_bytes), list_(hdf5_text_transfer(n_texts)) {
  must(H5Pset_vlen_mem_manager(*list_, take_bytes, &left_, give_back_bytes, nullptr),
       "prepare to read texts");
}

}  // namespace hansa
