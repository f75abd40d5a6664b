#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/parameters/choice.hpp"
#include "scenarios/tables/world_files.hpp"

// Tables of what happened. Readers check every cell and throw ScenarioError with all problems.

namespace hansa {

using Date = std::chrono::sys_days;

/// A date in years, such as 1997.945 for 1997-12-11.
[[nodiscard]] double years_of(Date date);

/// YYYY-MM-DD.
[[nodiscard]] std::string to_text(Date date);

/// How a conference ended. `Partial`: part of what was asked; `None`: nothing of note was asked.
enum class Ending { Adopted, Partial, None, Failed };
constexpr WordsOf<Ending> choices(Ending) { return {"adopted", "partial", "none", "failed"}; }

/// A conference that a scenario of the library plays: a row of conferences.csv.
struct PlayedConference {
  std::string id, scenario, name;  // name: in the scenario
  int year = 0;
  bool soft = true;
  Ending ending = Ending::Adopted;
};
[[nodiscard]] std::vector<PlayedConference> read_conferences(const std::filesystem::path& file);

enum class Ballot { Yes, No, Abstain, NotVoting };
constexpr WordsOf<Ballot> choices(Ballot) { return {"yes", "no", "abstain", "not_voting"}; }

/// The vote of a state. Columns: iso3, vote; and conference, if there are several.
struct VoteRow {
  std::string conference, iso3;  // conference: empty if the table lacks the column
  Ballot vote = Ballot::Yes;
};
[[nodiscard]] std::vector<VoteRow> read_votes(const std::filesystem::path& file);

enum class Relation { Cooperation, Conflict };
constexpr WordsOf<Relation> choices(Relation) { return {"cooperation", "conflict"}; }

/// One statement of a state about another. Columns: date, sender, target, relation.
struct RelationRow {
  int year = 0;
  std::string sender, target;
  Relation relation = Relation::Cooperation;
};
[[nodiscard]] std::vector<RelationRow> read_relations(const std::filesystem::path& file);

struct Ratification {
  std::string iso3;
  std::optional<Date> date;  // nullopt: never
};

/// A treaty with the states that could join it, and the threshold that put it into force.
struct ObservedTreaty {
  std::string id, conference;  // conference: its id, if conferences.csv has it
  std::optional<Date> adopted, opened, in_force;
  std::optional<int> min_parties;  // nullopt: the threshold is of another kind, or not known
  double min_emissions = 0;        // share                                                     [0..1]
  std::string emissions_base =
      "all";      // whose emissions count: of the treaty's scenario, or "reported" by the states
  int delay = 0;  // [days]
  std::vector<Ratification> states;
};

/// Treaties with their ratifications. `ratifications` has the columns treaty, iso3, ratified, and may have adopted and
/// in_force, which come from `treaties` otherwise.
[[nodiscard]] std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                                        const std::filesystem::path& treaties);

/// A state that counts for a threshold, with its share of the emissions that do.
struct Joining {
  Date date;
  double emissions = 0;  // [0..1]

  auto operator<=>(const Joining&) const = default;
};

/// The day on which enough states with enough emissions had joined; nullopt: not yet, or no such threshold.
[[nodiscard]] std::optional<Date> day_of_threshold(const ObservedTreaty& treaty, std::vector<Joining> joined);

}  // namespace hansa
