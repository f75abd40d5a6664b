#include "analysis/past.hpp"

#include <algorithm>

#include "scenarios/load/paths.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

std::filesystem::path shipped(std::string_view name, const DataFolders& folders) {
  const Found found = find_shipped_table(name, folders);
  if (!found.reason.empty())
    throw ScenarioError({{.file = std::string(name), .key = "file", .message = found.reason}});
  return found.path;
}

}  // namespace

std::optional<double> PastConference::participation(const std::vector<std::string>& iso3, int year) const {
  if (!treaty || iso3.empty()) return std::nullopt;
  const auto joined =
      std::count_if(treaty->states.begin(), treaty->states.end(), [&](const Ratification& one) {
        return date_of(one) < year + 1 && std::find(iso3.begin(), iso3.end(), one.iso3) != iso3.end();
      });
  return static_cast<double>(joined) / static_cast<double>(iso3.size());
}

const PastConference* Past::find(std::string_view name, int year) const {
  const auto found = std::find_if(conferences_.begin(), conferences_.end(), [&](const PastConference& one) {
    const ObservedConference& known = one.conference;
    return !name.empty() && known.year == year &&
           (known.id == name || known.name == name || known.played_as == name);
  });
  return found == conferences_.end() ? nullptr : &*found;
}

Past read_past(const DataFolders& folders) {
  const std::vector<ObservedTreaty> treaties =
      read_treaties(shipped("history/ratifications.csv", folders), shipped("treaties.csv", folders));
  std::vector<PastConference> past;
  for (ObservedConference& conference : read_conferences(shipped("conferences.csv", folders))) {
    std::vector<ObservedTreaty> made;
    for (const ObservedTreaty& treaty : treaties)
      if (treaty.conference == conference.id) made.push_back(treaty);
    PastConference& one = past.emplace_back();
    one.conference = std::move(conference);
    if (made.size() == 1) one.treaty = std::move(made.front());
  }
  return Past(std::move(past));
}

std::optional<bool> differs_from(const PastConference& past, double adopted,
                                 const std::optional<std::string>& form) {
  const ObservedConference& known = past.conference;
  if (known.ending == Ending::None) return std::nullopt;
  const bool agreed = adopted > 0.5;
  return agreed != (known.ending == Ending::Adopted) || (agreed && form != name_of(known.form));
}

}  // namespace hansa
