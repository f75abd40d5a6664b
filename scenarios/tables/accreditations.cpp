#include "scenarios/tables/accreditations.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "scenarios/tables/read_word.hpp"

namespace hansa {
namespace {

constexpr std::array forums = {Forum::Unfccc, Forum::Ecosoc, Forum::Habitat};
static_assert(forums.size() + 1 == n_forums);

// invitations and seats at the drafting table are granted at a conference
constexpr std::array granted = {Access::Observer, Access::Consultative, Access::Advisory, Access::Assembly};

void check_year(const CsvTable& table, std::size_t row, const AccreditationRow& accreditation,
                const std::vector<NetworkRow>& networks) {
  const auto network = std::find_if(networks.begin(), networks.end(), [&](const NetworkRow& known) {
    return known.id == accreditation.network;
  });
  const ForumRow& forum = forum_rows[accreditation.forum];
  if (network != networks.end() && *accreditation.since < network->founded)
    table.report(row, "since", fmt::format("before the network was founded in {}", network->founded));
  else if (*accreditation.since < forum.opened)
    table.report(row, "since", fmt::format("before {}, from when {} accredits", forum.opened, forum.name));
}

}  // namespace

std::vector<AccreditationRow> read_accreditations(const std::filesystem::path& path, const TableIds& ids,
                                                  const std::vector<NetworkRow>& networks,
                                                  ProblemList& problems) {
  constexpr std::array<std::string_view, 5> columns = {"network", "forum", "since", "rung", "source"};
  const CsvTable table(path, columns, problems);
  TableIds pairs;
  std::vector<AccreditationRow> accreditations;
  for (std::size_t row = 0; table.reads(row); ++row) {
    AccreditationRow accreditation;
    accreditation.network = table.name(row, "network");
    ids.expect(table, row, "network", accreditation.network, "network");
    accreditation.forum = read_word<Forum>(table, row, "forum", forums);
    pairs.add(table, row, "network", accreditation.network + " in " + table.text(row, "forum"));
    accreditation.rung = read_word<Access>(table, row, "rung", granted);
    if (const auto since = table.whole(row, "since", {1000.0, 2200.0})) {
      accreditation.since = static_cast<int>(*since);
      check_year(table, row, accreditation, networks);
    }
    static_cast<void>(table.name(row, "source"));  // must not be empty
    accreditations.push_back(std::move(accreditation));
  }
  std::sort(accreditations.begin(), accreditations.end(), [](const auto& a, const auto& b) {
    return std::tie(a.network, a.forum) < std::tie(b.network, b.forum);
  });
  return accreditations;
}

}  // namespace hansa
