#include "scenarios/bargain/bargain_table.hpp"

#include "scenarios/bargain/ktab_table.hpp"
#include "scenarios/bargain/plain_table.hpp"

namespace hansa {

double BargainTable::to_unit(std::size_t issue, double value) const {
  const double least = issues[issue].least, width = issues[issue].most - least;
  return width > 0 ? (value - least) / width : 0.0;
}

double BargainTable::from_unit(std::size_t issue, double share) const {
  const double least = issues[issue].least;
  return least + share * (issues[issue].most - least);
}

BargainTable read_bargain_table(const std::filesystem::path& path) {
  ProblemList problems;
  const BargainTable table =
      is_ktab_table(path) ? read_ktab_table(path, problems) : read_plain_table(path, problems);
  problems.throw_if_any();
  return table;
}

}  // namespace hansa
