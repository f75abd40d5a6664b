#include "scenarios/tables/conferences.hpp"

#include <array>
#include <string_view>

#include "scenarios/tables/read_word.hpp"

namespace hansa {

std::vector<ObservedConference> read_conferences(const std::filesystem::path& file) {
  constexpr auto columns = std::to_array<std::string_view>(
      {"id", "name", "date", "instrument", "form", "outcome", "scenario", "played_as"});
  ProblemList problems;
  const CsvTable table(file, columns, problems);
  std::vector<ObservedConference> conferences;
  for (std::size_t row = 0; table.reads(row); ++row) {
    static_cast<void>(table.name(row, "date"));  // must be given
    const std::optional<Date> date = table.date(row, "date");
    conferences.push_back({.id = table.name(row, "id"),
                           .name = table.name(row, "name"),
                           .instrument = table.text(row, "instrument"),
                           .year = date ? calendar_year(*date) : 0,
                           .form = read_word<Form>(table, row, "form"),
                           .ending = read_word<Ending>(table, row, "outcome"),
                           .scenario = table.text(row, "scenario"),
                           .played_as = table.text(row, "played_as")});
    if (!conferences.back().scenario.empty()) static_cast<void>(table.name(row, "played_as"));
  }
  problems.throw_if_any();
  return conferences;
}

}  // namespace hansa
