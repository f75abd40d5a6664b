#include "support/text/csv_text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace hansa {

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string{letter};
  return quoted + "\"";
}

std::string csv_cell(double value) { return std::isnan(value) ? "" : fmt::format("{:.9g}", value); }

std::string csv_line(const std::vector<std::string>& cells) {
  return fmt::format("{}\n", fmt::join(cells, ","));
}

}  // namespace hansa
