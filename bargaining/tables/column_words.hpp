#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hansa {

/// What a column of a table of actors holds.
enum class ColumnKind {
  Actor,
  Issue,
  Power,
  Size,
  Position,
  Salience,
  Reference,
  Decided,
  Veto,
  Voting,
  Proposal
};

/// The names of one kind of column. All are read without regard to case, blanks, points, hyphens and underscores.
struct ColumnWord {
  ColumnKind kind;
  std::string_view names;    // as documented, separated by commas; the first is its key
  std::string_view aliases;  // names in the field, read as this kind with a remark
  bool of_issue;             // may stand behind ISSUE: in a wide table
};

inline constexpr auto column_words = std::to_array<ColumnWord>({
    {ColumnKind::Actor, "actor", "stakeholder, player, country", false},
    {ColumnKind::Issue, "issue", "", false},
    {ColumnKind::Power, "power", "capability, capabilities, resources, influence, clout, weight", false},
    {ColumnKind::Size, "size", "population", false},
    {ColumnKind::Position, "position", "", true},
    {ColumnKind::Salience, "salience", "saliency", true},
    {ColumnKind::Reference, "reference, reference point", "status quo, sq, rp", true},
    {ColumnKind::Decided, "outcome, decided", "decision", true},
    {ColumnKind::Veto, "veto", "", false},
    {ColumnKind::Voting, "voting", "rule, voting rule, decision rule", false},
    {ColumnKind::Proposal, "proposal", "", false},
});

/// The name of a kind, as `--columns` and messages have it.
[[nodiscard]] std::string_view key_of(ColumnKind kind);

/// Its other names, those that are aliases last; empty if it has none.
[[nodiscard]] std::string other_names(ColumnKind kind);

/// The ends of a scale, as in `position 4..10`.
struct ColumnScale {
  double min = 0, max = 0;
};

/// What a column says of its kind: the value, or of its uncertainty the standard deviation or an end of the 90 % interval.
enum class ColumnPart { Value, Sd, Lo, Hi };

/// What a heading says: the kind of its column, whether by an alias, the text behind the name, as ` 4..10`, and which part
/// of its kind, as in `position_lo`.
struct Heading {
  ColumnKind kind;
  bool is_alias = false;
  std::string scale;
  ColumnPart part = ColumnPart::Value;
};

/// The ends of a scale as they are written behind the name of a column, or what is wrong with them.
struct ScaleWords {
  std::string written;   // without what R writes for a blank
  bool is_by_r = false;  // whether there was such a point
  std::string wrong;     // empty if the scale is good
  ColumnScale scale;
};
[[nodiscard]] ScaleWords read_scale_words(std::string_view text, ColumnKind kind);

/// The name of a kind and part, as `position_lo`.
[[nodiscard]] std::string key_of(ColumnKind kind, ColumnPart part);

/// The kind that a heading names, such as `Capability` or `salience 0..1`; `of_issue`: one that may stand behind ISSUE:.
[[nodiscard]] std::optional<Heading> heading_of(std::string_view text, bool of_issue);

/// The names that a heading near them may have meant.
[[nodiscard]] std::string suggest_column(std::string_view text);

/// The keys of kinds with other names, and these, one kind a line, for help texts and documents.
[[nodiscard]] std::string list_column_words();

}  // namespace hansa
