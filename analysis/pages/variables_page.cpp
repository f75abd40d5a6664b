#include "analysis/pages/variables_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hansa {

std::string variables_page(const ResultSet& result) {
  std::string page = "| dimension | unit | meaning |\n| --- | --- | --- |\n";
  for (const Dimension& dimension : result.dims) {
    page += fmt::format("| `{}` | {} | {} |\n", dimension.name, dimension.units, dimension.long_name);
  }
  page += "\n| variable | dimensions | unit | meaning |\n| --- | --- | --- | --- |\n";
  for (const Variable& variable : result.variables) {
    std::string meaning = variable.long_name;
    if (!variable.flag_meanings.empty())
      meaning += fmt::format(" (0 ... : {})", fmt::join(variable.flag_meanings, ", "));
    page += fmt::format("| `{}` | {} | {} | {} |\n", variable.name, fmt::join(variable.dims, ", "),
                        variable.units, meaning);
  }
  page += "\nAttributes of the run:";
  for (std::size_t k = 0; k < result.attributes.size(); ++k) {
    page += fmt::format("{} `{}`", k == 0 ? "" : ",", result.attributes[k].first);
  }
  return page + ".\n";
}

}  // namespace hansa
