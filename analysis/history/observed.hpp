#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/parameters/choice.hpp"
#include "scenarios/tables/conferences.hpp"
#include "scenarios/tables/treaties.hpp"
#include "support/text/date.hpp"

// Tables of what happened. Readers check every cell and throw ScenarioError with all problems.

namespace hansa {

/// A conference that a scenario of the library plays.
struct PlayedConference {
  std::string id, scenario, name;  // name: in the scenario
  int year = 0;
  bool soft = true;
  Ending ending = Ending::Adopted;
};

/// Those of the conferences that took place, by year.
[[nodiscard]] std::vector<PlayedConference> played_conferences(
    const std::vector<ObservedConference>& conferences);

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

/// A state that counts for a threshold, with its share of the emissions that do.
struct Joining {
  Date date;
  double emissions = 0;  // [0..1]

  auto operator<=>(const Joining&) const = default;
};

/// The day on which enough states with enough emissions had joined; nullopt: not yet, or no such threshold.
[[nodiscard]] std::optional<Date> day_of_threshold(const ObservedTreaty& treaty, std::vector<Joining> joined);

}  // namespace hansa
