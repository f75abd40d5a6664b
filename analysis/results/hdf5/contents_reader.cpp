#include "analysis/results/hdf5/contents_reader.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <sstream>
#include <type_traits>

#include <fmt/format.h>
#include <hdf5_hl.h>

#include "analysis/results/hdf5/storage_check.hpp"
#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

// HDF5 returns a name in two calls: its length, then its characters.
std::string name_from(auto&& call, std::string_view deed) {
  std::string name(static_cast<std::size_t>(must(call(nullptr, 0), deed)), '\0');
  must(call(name.data(), name.size() + 1), deed);
  return name;
}

struct TypeFacts {
  H5T_class_t kind;
  std::size_t n_bytes;
  bool is_signed;
  bool is_sized;  // text of a fixed size, or a number

  explicit TypeFacts(hid_t type)
      : kind(H5Tget_class(type)),
        n_bytes(H5Tget_size(type)),
        is_signed(kind == H5T_INTEGER && H5Tget_sign(type) == H5T_SGN_2),
        is_sized(H5Tis_variable_str(type) == 0) {}

  [[nodiscard]] bool is_real() const { return kind == H5T_FLOAT && n_bytes == 8; }
  [[nodiscard]] bool is_integer(std::size_t n, bool with_sign) const {
    return kind == H5T_INTEGER && n_bytes == n && is_signed == with_sign;
  }
};

template <class Number> Number read_number(hid_t attribute) {
  Number number{};
  must(H5Aread(attribute, Hdf5Type<Number>::memory(), &number), "read an attribute");
  return number;
}

std::optional<decltype(Attribute::second)> read_attribute(hid_t attribute) {
  const Hdf5Handle type(H5Aget_type(attribute), H5Tclose, "read an attribute's type");
  const Hdf5Handle space(H5Aget_space(attribute), H5Sclose, "read an attribute's size");
  const TypeFacts facts(*type);
  if (H5Sget_simple_extent_type(*space) == H5S_NULL) return std::string();
  if (H5Sget_simple_extent_npoints(*space) != 1) return std::nullopt;
  if (facts.is_real()) return read_number<double>(attribute);
  if (facts.is_integer(8, true)) return read_number<std::int64_t>(attribute);
  if (facts.kind != H5T_STRING || !facts.is_sized) return std::nullopt;
  std::string text(facts.n_bytes, '\0');
  must(H5Aread(attribute, *type, text.data()), "read an attribute");
  return text;
}

std::string read_text(hid_t array, const std::string& name) {
  const Hdf5Handle attribute(H5Aopen(array, name.c_str(), H5P_DEFAULT), H5Aclose,
                             fmt::format("find \"{}\"", name));
  const auto value = read_attribute(*attribute);
  const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
  if (text == nullptr) throw Refusal(fmt::format("the attribute \"{}\" is not text", name));
  return *text;
}

/// Whether an array is a dimension. HDF5's own H5DSis_scale has room for one text, whatever it reads: with several it
/// writes beyond its memory.
bool is_scale(hid_t array) {
  if (must(H5Aexists(array, "CLASS"), "distinguish dimensions from variables") == 0) return false;
  const Hdf5Handle attribute(H5Aopen(array, "CLASS", H5P_DEFAULT), H5Aclose,
                             "distinguish dimensions from variables");
  const auto value = read_attribute(*attribute);
  const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
  return text != nullptr && std::string_view(text->c_str()) == "DIMENSION_SCALE";  // ended by a zero
}

std::vector<Attribute> read_attributes(hid_t root) {
  H5O_info_t facts;
  must(H5Oget_info2(root, &facts, H5O_INFO_NUM_ATTRS), "count attributes");
  std::vector<Attribute> attributes;
  for (hsize_t i = 0; i < facts.num_attrs; ++i) {
    const Hdf5Handle attribute(
        H5Aopen_by_idx(root, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
        "open an attribute");
    std::string name =
        name_from([&](char* letters, std::size_t size) { return H5Aget_name(*attribute, size, letters); },
                  "read an attribute's name");
    auto value = read_attribute(*attribute);
    if (!value) throw Refusal(fmt::format("the attribute \"{}\" is of a type that no result has", name));
    attributes.emplace_back(std::move(name), *std::move(value));
  }
  return attributes;
}

// Checks and removes the attributes that the writer adds. Returns the version of the format.
std::string check_format(std::vector<Attribute>& attributes) {
  const auto take = [&](std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& a) { return a.first == name; });
    if (found == attributes.end() || !std::holds_alternative<std::string>(found->second)) {
      throw Refusal(fmt::format("is not a result of Hansa: it has no attribute \"{}\"", name));
    }
    const std::string value = std::get<std::string>(found->second);
    attributes.erase(found);
    return value;
  };
  const std::string conventions = take("Conventions");
  if (conventions.find("Hansa-") == std::string::npos) throw Refusal("is not a result of Hansa");
  const std::string version = take("format_version");
  const std::string_view own = result_format_version.substr(0, result_format_version.find('.') + 1);
  if (!version.starts_with(own)) {
    throw Refusal(fmt::format("is of format {}, and this program reads {}x", version, own));
  }
  take("missing_values");
  return version;
}

template <class Number> std::vector<Number> read_numbers(hid_t array, std::size_t n_points) {
  std::vector<Number> numbers(n_points);
  must(H5Dread(array, Hdf5Type<Number>::memory(), H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()),
       "read the values");
  return numbers;
}

std::vector<std::string> read_texts(hid_t array, hid_t space, std::size_t n_points) {
  const Hdf5Handle type = hdf5_text_type();
  const TextAllowance allowance(n_points, file_bytes(array) + n_points);
  std::vector<char*> pointers(n_points);
  must(H5Dread(array, *type, H5S_ALL, H5S_ALL, allowance.list(), pointers.data()), "read the texts");
  std::vector<std::string> texts;
  for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
  if (n_points > 0) must(H5Dvlen_reclaim(*type, space, allowance.list(), pointers.data()), "free the texts");
  return texts;
}

// Reads an array as the alternative of Kept, a variant of vectors, that has its type.
template <class Kept> Kept read_column(hid_t array, const RegularFile& file) {
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, "read an array's size");
  const Hdf5Handle type(H5Dget_type(array), H5Tclose, "read an array's type");
  const auto n_points =
      static_cast<std::size_t>(must(H5Sget_simple_extent_npoints(*space), "read an array's size"));
  const TypeFacts facts(*type);
  if (facts.is_real()) return read_numbers<double>(array, n_points);
  if (facts.kind == H5T_STRING && !facts.is_sized) {
    check_texts(array, file);
    return read_texts(array, *space, n_points);
  }
  if constexpr (std::is_same_v<Kept, Dimension::Labels>) {
    if (facts.is_integer(8, true)) return read_numbers<std::int64_t>(array, n_points);
  } else {
    if (facts.is_integer(4, true)) return read_numbers<std::int32_t>(array, n_points);
    if (facts.is_integer(1, false)) return read_numbers<std::uint8_t>(array, n_points);
  }
  throw Refusal("the values are of a type that no result has");
}

/// The scale that is attached to each dimension of an array. HDF5's own H5DSiterate_scales would keep the reason of a
/// failure to itself, and so whether the system failed.
std::vector<hobj_ref_t> read_scales(hid_t array, unsigned n_dims) {
  const Hdf5Handle list(H5Aopen(array, "DIMENSION_LIST", H5P_DEFAULT), H5Aclose, "find its dimensions");
  const Hdf5Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), H5Tclose, "prepare to read the dimensions");
  const Hdf5Handle space(H5Aget_space(*list), H5Sclose, "count its dimensions");
  std::vector<hvl_t> lists(n_dims);
  must(H5Aread(*list, *type, lists.data()), "read the dimensions");
  std::vector<hobj_ref_t> scales;
  for (const hvl_t& one : lists)
    if (one.len == 1) scales.push_back(*static_cast<const hobj_ref_t*>(one.p));
  must(H5Dvlen_reclaim(*type, *space, H5P_DEFAULT, lists.data()), "free the dimensions");
  if (scales.size() != n_dims) throw Refusal("a dimension has no name or several");
  return scales;
}

std::vector<std::string> read_dims(hid_t array) {
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, "read an array's size");
  const auto n_dims = static_cast<unsigned>(must(H5Sget_simple_extent_ndims(*space), "count dimensions"));
  std::vector<hsize_t> shape(n_dims);
  if (n_dims == 0) return {};
  must(H5Sget_simple_extent_dims(*space, shape.data(), nullptr), "read an array's size");
  expect_scales_attached(array, n_dims);
  std::vector<std::string> names;
  for (const hobj_ref_t& reference : read_scales(array, n_dims)) {
    const Hdf5Handle scale(H5Rdereference2(array, H5P_DEFAULT, H5R_OBJECT, &reference), H5Oclose,
                           "find a dimension");
    std::string name =
        name_from([&](char* letters, std::size_t size) { return H5Iget_name(*scale, letters, size); },
                  "read the name of a dimension");
    if (name.size() < 2) throw Refusal("a dimension has no name or several");
    name.erase(0, 1);  // the root's slash
    const Hdf5Handle labels(H5Dget_space(*scale), H5Sclose, "count the labels of a dimension");
    const auto n_labels =
        static_cast<hsize_t>(must(H5Sget_simple_extent_npoints(*labels), "count the labels of a dimension"));
    const std::size_t i = names.size();
    if (n_labels != shape[i])
      throw Refusal(
          fmt::format("has {} places along the dimension {}, which has {}", shape[i], name, n_labels));
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> read_flag_meanings(hid_t array, std::size_t n_bytes) {
  if (must(H5Aexists(array, "flag_meanings"), "look for flags") == 0) return {};
  std::istringstream words(read_text(array, "flag_meanings"));
  std::vector<std::string> meanings;
  for (std::string word; words >> word;) meanings.push_back(word);

  const Hdf5Handle attribute(H5Aopen(array, "flag_values", H5P_DEFAULT), H5Aclose, "find the flags' values");
  const Hdf5Handle space(H5Aget_space(*attribute), H5Sclose, "count the flags' values");
  if (must(H5Sget_simple_extent_npoints(*space), "count flags") != static_cast<hssize_t>(meanings.size()))
    throw Refusal("has not as many flag_values as flag_meanings");
  std::vector<std::int32_t> expected(meanings.size());
  std::iota(expected.begin(), expected.end(), 0);
  std::vector<std::int32_t> values(meanings.size());
  must(H5Aread(*attribute, H5T_NATIVE_INT32, values.data()), "read the flags' values");
  if (values != expected || n_bytes > 4) throw Refusal("flag_values are not 0, 1, 2, ...");
  return meanings;
}

void read_array(hid_t array, const std::string& name, const RegularFile& file,
                const std::span<const std::string>* wanted, ResultSet& result) {
  const bool is_wanted =
      wanted == nullptr || std::find(wanted->begin(), wanted->end(), name) != wanted->end();
  const bool is_dimension = is_scale(array);
  if (!is_wanted && !is_dimension) return;
  std::string units = read_text(array, "units");
  std::string long_name = read_text(array, "long_name");
  if (is_dimension) {
    result.dims.push_back(
        {name, read_column<Dimension::Labels>(array, file), std::move(units), std::move(long_name)});
    return;
  }
  Variable variable{name,
                    read_dims(array),
                    read_column<Variable::Values>(array, file),
                    std::move(units),
                    std::move(long_name),
                    {}};
  const Hdf5Handle type(H5Dget_type(array), H5Tclose, "read an array's type");
  variable.flag_meanings = read_flag_meanings(array, H5Tget_size(*type));
  result.variables.push_back(std::move(variable));
}

}  // namespace

Contents read_contents(hid_t root, const RegularFile& file, const std::span<const std::string>* wanted) {
  ResultSet result;
  result.attributes = read_attributes(root);
  const std::string version = check_format(result.attributes);
  H5G_info_t facts;
  must(H5Gget_info(root, &facts), "count variables");
  for (hsize_t i = 0; i < facts.nlinks; ++i) {
    const std::string name = name_from(
        [&](char* letters, std::size_t size) {
          return H5Lget_name_by_idx(root, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, letters, size,
                                    H5P_DEFAULT);
        },
        "read a variable's name");
    try {
      const Hdf5Handle array = open_stored_array(root, name);
      read_array(*array, name, file, wanted, result);
    } catch (const Hdf5Error& error) {
      if (error.is_of_system()) throw;
      throw Refusal(fmt::format("\"{}\": {}", name, error.what()));
    } catch (const Refusal& error) {
      throw Refusal(fmt::format("\"{}\": {}", name, error.what()));
    }
  }
  return {std::move(result), version};
}

}  // namespace hansa
