#include "sim/record/hdf5_attribute.hpp"

#include <fmt/format.h>

namespace hansa {
namespace {

void write(hid_t object, const std::string& name, hid_t file_type, hid_t memory_type, hid_t space,
           const void* values) {
  const std::string deed = fmt::format("write the attribute \"{}\"", name);
  Hdf5Handle attribute(H5Acreate2(object, name.c_str(), file_type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                       deed);
  must(H5Awrite(*attribute, memory_type, values), deed);
  attribute.close(deed);
}

}  // namespace

void write_attribute(hid_t object, const std::string& name, const std::string& text) {
  const bool is_empty = text.empty();
  const Hdf5Handle type = hdf5_text_type(is_empty ? 1 : text.size());
  const Hdf5Handle space(H5Screate(is_empty ? H5S_NULL : H5S_SCALAR), H5Sclose, "make room for an attribute");
  write(object, name, *type, *type, *space, text.data());
}

template <class Number> void write_attribute(hid_t object, const std::string& name, Number number) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "make room for an attribute");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, &number);
}

template <class Number>
void write_attribute(hid_t object, const std::string& name, std::span<const Number> numbers) {
  const hsize_t n = numbers.size();
  const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "make room for an attribute");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, numbers.data());
}

template void write_attribute(hid_t, const std::string&, double);
template void write_attribute(hid_t, const std::string&, std::int64_t);
template void write_attribute(hid_t, const std::string&, std::span<const double>);
template void write_attribute(hid_t, const std::string&, std::span<const std::uint8_t>);
template void write_attribute(hid_t, const std::string&, std::span<const std::int32_t>);

}  // namespace hansa
