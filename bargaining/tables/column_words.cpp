#include "bargaining/tables/column_words.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "support/input/loose_csv.hpp"
#include "support/input/loose_numeral.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

/// The parts of a list.
std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(", "), list.size());
    parts.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return parts;
}

/// A name in small letters, with one blank for any run of blanks, points, hyphens and underscores.
std::string normal(std::string_view text) {
  std::string name;
  for (const char c : trimmed(text)) {
    const bool parts = c == ' ' || c == '_' || c == '.' || c == '-' || c == '\n' || c == '\r' || c == '\t';
    if (!parts) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (parts && !name.empty() && !name.ends_with(' ')) name += ' ';
  }
  return name;
}

/// Whether a list has this part.
bool is_among(std::string_view list, std::string_view name) {
  for (std::size_t at = list.find(name); at != std::string_view::npos && !name.empty();
       at = list.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || list.substr(0, at).ends_with(", ")) && (end == list.size() || list[end] == ','))
      return true;
  }
  return false;
}

bool may_be_uncertain(ColumnKind kind) {
  return kind == ColumnKind::Power || kind == ColumnKind::Position || kind == ColumnKind::Salience;
}

/// The last word of the name of a column of uncertainty.
struct PartWord {
  ColumnPart part;
  std::string_view name, aliases;
};
constexpr auto part_words = std::to_array<PartWord>({
    {ColumnPart::Sd, "sd", "std, stdev"},
    {ColumnPart::Lo, "lo", "low, lower"},
    {ColumnPart::Hi, "hi", "high, upper"},
});

/// What the heading of a column of uncertainty says, as `power lo` in normal form.
std::optional<Heading> part_heading(std::string_view name, bool of_issue) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view last = name.substr(blank + 1);
  for (const PartWord& word : part_words) {
    if (last != word.name && !is_among(word.aliases, last)) continue;
    auto found = heading_of(name.substr(0, blank), of_issue);
    if (!found || found->part != ColumnPart::Value || !may_be_uncertain(found->kind)) return std::nullopt;
    found->part = word.part;
    found->is_alias = found->is_alias || last != word.name;
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::string_view key_of(ColumnKind kind) {
  return parts_of(column_words[static_cast<std::size_t>(kind)].names).front();
}

std::string key_of(ColumnKind kind, ColumnPart part) {
  for (const PartWord& word : part_words)
    if (word.part == part) return fmt::format("{}_{}", key_of(kind), word.name);
  return std::string(key_of(kind));
}

std::optional<Heading> heading_of(std::string_view text, bool of_issue) {
  constexpr std::size_t longest = 200;  // [bytes]
  text = trimmed(text);
  if (text.size() > longest) return std::nullopt;
  std::string_view name = text, scale;
  for (const ColumnWord& word : column_words) {  // the scale begins behind the name, with or without a blank
    if (!word.of_issue || text.find("..") == std::string_view::npos) continue;
    for (const std::string_view known : parts_of(word.names)) {
      if (text.size() <= known.size() || normal(text.substr(0, known.size())) != known) continue;
      name = text.substr(0, known.size());
      scale = text.substr(known.size());
    }
  }
  const std::string wanted = normal(name);
  for (const ColumnWord& word : column_words) {
    if (of_issue && !word.of_issue) continue;
    if (is_among(word.names, wanted)) return Heading{word.kind, false, std::string(scale)};
    if (is_among(word.aliases, wanted)) return Heading{word.kind, true, std::string(scale)};
  }
  return part_heading(wanted, of_issue);
}

ScaleWords read_scale_words(std::string_view text, ColumnKind kind) {
  constexpr double widest = 1e12;
  const auto read_end = [](std::string_view word) -> std::optional<double> {
    LooseNumber number;
    for (const CommaIn comma : {CommaIn::Thousands, CommaIn::Decimals})
      if (read_loose_number(word, comma, number).empty()) return number.value;
    return std::nullopt;
  };
  ScaleWords words{.written = std::string(trimmed(text))};
  if (text.starts_with("..")) {
    words.wrong = "R has put points into the ends of this scale; write them, as in 'position -5..5'";
    return words;
  }
  words.is_by_r = text.starts_with('.');
  if (words.is_by_r) words.written.erase(0, 1);
  const std::string_view written = words.written;
  const auto dots = written.find("..");
  const auto least = read_end(written.substr(0, dots)), most = read_end(written.substr(dots + 2));
  const bool of_salience = kind == ColumnKind::Salience;
  if (!least || !most || !(*least < *most))
    words.wrong = fmt::format("expected the ends of the scale, the lower first, as in '{}'",
                              of_salience ? "salience 0..1" : "position 4..10");
  else if (*least < -widest || *most > widest)
    words.wrong = fmt::format("the ends of a scale must be between {} and {}", -widest, widest);
  else if (of_salience && *least != 0)
    words.wrong = "a scale of saliences begins at 0, which is none";
  else
    words.scale = {*least, *most};
  return words;
}

std::string suggest_column(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  const bool of_issue = colon != std::string_view::npos && colon > 0;
  std::vector<std::string_view> known;
  for (const ColumnWord& word : column_words) {
    if (of_issue && !word.of_issue) continue;
    for (const std::string_view list : {word.names, word.aliases})
      for (const std::string_view name : parts_of(list)) known.push_back(name);
  }
  const std::string hint = suggest(of_issue ? text.substr(colon + 1) : text, known);
  return hint.starts_with("; did") ? hint : "";
}

std::string other_names(ColumnKind kind) {
  const ColumnWord& word = column_words[static_cast<std::size_t>(kind)];
  std::vector<std::string_view> names = parts_of(word.names);
  names.erase(names.begin());
  for (const std::string_view alias : parts_of(word.aliases)) names.push_back(alias);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string list_column_words() {
  std::string text;
  for (const ColumnWord& word : column_words) {
    const std::string others = other_names(word.kind);
    if (!others.empty()) text += fmt::format("  {:<9}  {}\n", key_of(word.kind), others);
  }
  return text;
}

}  // namespace hansa
