#include "sweeps/design/points_file.hpp"

#include <iterator>

#include <fmt/format.h>

#include "scenarios/print/write_value.hpp"
#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

std::string cell_of(const Node& value) {
  return csv_cell(value.kind == Node::Kind::Text ? value.text : write_node(value));
}

}  // namespace

std::string print_points(const Sweep& sweep) {
  const std::size_t n_columns = sweep.parameters.size();
  std::string text;
  for (std::size_t j = 0; j < n_columns; ++j)
    text += (j == 0 ? "" : ",") + csv_cell(sweep.parameters[j].path);
  text += '\n';
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    for (std::size_t j = 0; j < n_columns; ++j) {
      if (j > 0) text += ',';
      const double cell = sweep.table[point * n_columns + j];
      if (sweep.parameters[j].values.empty())
        fmt::format_to(std::back_inserter(text), "{}", cell);
      else
        text += cell_of(sweep.parameters[j].values[static_cast<std::size_t>(cell)]);
    }
    text += '\n';
  }
  return text;
}

std::string points_file_name(const Sweep& sweep) {
  return fmt::format("points-{}.csv", sweep.points_sha256.substr(0, 12));
}

}  // namespace hansa
