#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include "analysis/results/result_set.hpp"

namespace hansa::python {

namespace py = pybind11;

/// A read-only NumPy array that looks into a vector, of which `owner` keeps alive what it is part of.
template <class T, class Owner>
py::array view_of(const std::vector<T>& values, const std::vector<std::size_t>& shape,
                  std::shared_ptr<Owner> owner) {
  const py::capsule kept(new std::shared_ptr<Owner>(std::move(owner)),
                         [](void* p) { delete static_cast<std::shared_ptr<Owner>*>(p); });
  py::array array = py::array_t<T>(std::vector<py::ssize_t>(shape.begin(), shape.end()), values.data(), kept);
  array.attr("flags").attr("writeable") = false;
  return array;
}

/// The same of a vector that nothing else owns.
template <class T> py::array array_of(std::vector<T>&& values, const std::vector<std::size_t>& shape) {
  auto owner = std::make_shared<const std::vector<T>>(std::move(values));
  return view_of(*owner, shape, owner);
}

/// The dimensions, variables and attributes of a result, as xarray wants them:
///     {coords: {NAME: (dims, labels, attributes)}, data_vars: likewise, attrs: {NAME: value}}
/// Numbers are views; names are arrays of str objects.
[[nodiscard]] py::dict arrays_of(const std::shared_ptr<const ResultSet>& result);

}  // namespace hansa::python
