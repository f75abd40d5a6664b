#pragma once

#include <span>
#include <string>

#include "sim/record/hdf5_handle.hpp"

namespace hansa {

/// Text of a fixed size, as netCDF writes it; empty text takes no space at all.
void write_attribute(hid_t object, const std::string& name, const std::string& text);

/// One number.
template <class Number> void write_attribute(hid_t object, const std::string& name, Number number);

/// A list of numbers.
template <class Number>
void write_attribute(hid_t object, const std::string& name, std::span<const Number> numbers);

}  // namespace hansa
