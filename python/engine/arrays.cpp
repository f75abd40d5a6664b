#include "python/engine/arrays.hpp"

#include <cstdint>
#include <numeric>
#include <string>
#include <type_traits>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pybind11/stl.h>

#include "analysis/results/result_format.hpp"

namespace hansa::python {
namespace {

template <class... Lists>
py::object values_of(const std::variant<Lists...>& values, const std::vector<std::size_t>& shape,
                     const std::shared_ptr<const ResultSet>& result) {
  return std::visit(
      [&](const auto& list) -> py::object {
        if constexpr (std::is_same_v<typename std::decay_t<decltype(list)>::value_type, std::string>)
          return py::module_::import("numpy")
              .attr("array")(list, py::arg("dtype") = "object")
              .attr("reshape")(shape);
        else
          return view_of(list, shape, result);
      },
      values);
}

py::dict about(const std::string& units, const std::string& long_name) {
  return py::dict(py::arg("units") = units, py::arg("long_name") = long_name);
}

}  // namespace

py::dict arrays_of(const std::shared_ptr<const ResultSet>& result) {
  py::dict coords, variables, attributes;
  attributes["Conventions"] = std::string(result_conventions);
  attributes["format_version"] = std::string(result_format_version);
  attributes["missing_values"] = std::string(meaning_of_nan);
  for (const Dimension& one : result->dims)
    coords[py::str(one.name)] = py::make_tuple(
        std::vector{one.name}, values_of(one.labels, {one.size()}, result), about(one.units, one.long_name));
  for (const Variable& one : result->variables) {
    py::dict info = about(one.units, one.long_name);
    if (!one.flag_meanings.empty()) {
      std::vector<std::uint8_t> codes(one.flag_meanings.size());
      std::iota(codes.begin(), codes.end(), std::uint8_t{0});
      info["flag_values"] = py::array_t<std::uint8_t>(static_cast<py::ssize_t>(codes.size()), codes.data());
      info["flag_meanings"] = fmt::format("{}", fmt::join(one.flag_meanings, " "));
    }
    variables[py::str(one.name)] =
        py::make_tuple(one.dims, values_of(one.values, shape_of(one, *result), result), info);
  }
  for (const auto& [name, value] : result->attributes)
    attributes[py::str(name)] =
        std::visit([](const auto& one) -> py::object { return py::cast(one); }, value);
  return py::dict(py::arg("coords") = coords, py::arg("data_vars") = variables,
                  py::arg("attrs") = attributes);
}

}  // namespace hansa::python
