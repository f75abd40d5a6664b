#include "support/input/suggest.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <tuple>
#include <vector>

#include "support/input/problem.hpp"

namespace hansa {
namespace {

bool alike(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

/// The edit distance with swaps of neighbours (Damerau and Levenshtein), ignoring case.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> older, old(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    older = old;
    old = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({old[j] + 1, row[j - 1] + 1, old[j - 1] + (alike(a[i - 1], b[j - 1]) ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && alike(a[i - 1], b[j - 2]) && alike(a[i - 2], b[j - 1]);
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
    }
  }
  return row[b.size()];
}

/// The only known word that begins with this one, of at least two letters; empty if there is none or are several.
std::string_view only_continuation(std::string_view word, std::span<const std::string_view> known) {
  std::string_view found;
  for (const std::string_view name : known) {
    const bool continues = word.size() >= 2 && name.size() > word.size() &&
                           std::equal(word.begin(), word.end(), name.begin(), alike);
    if (!continues) continue;
    if (!found.empty()) return "";
    found = name;
  }
  return found;
}

/// The first known word whose part before some hyphen is near this one: copenhagen-2009 for copenhgen.
std::string_view near_front(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t shortest = 5;
  if (word.size() < shortest) return "";
  for (const std::string_view name : known) {
    for (std::size_t hyphen = name.find('-'); hyphen < name.size(); hyphen = name.find('-', hyphen + 1))
      if (hyphen >= shortest && distance(word, name.substr(0, hyphen)) <= hyphen / shortest) return name;
  }
  return "";
}

}  // namespace

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t longest = 64, most_listed = 12;
  if (known.empty()) return "";
  if (word.size() <= longest) {
    std::string_view nearest = only_continuation(word, known);
    if (!nearest.empty()) return "; did you mean " + in_quotes(nearest) + "?";
    std::size_t least = longest;
    for (const std::string_view name : known) {
      if (name.size() > longest) continue;  // no word of ours, and slow to compare
      const std::size_t letters = distance(word, name);
      if (letters < least) std::tie(least, nearest) = std::tuple(letters, name);
    }
    if (least <= std::max<std::size_t>(1, std::min(word.size(), nearest.size()) / 3)) {
      return "; did you mean " + in_quotes(nearest) + "?";
    }
    nearest = near_front(word, known);
    if (!nearest.empty()) return "; did you mean " + in_quotes(nearest) + "?";
  }
  if (known.size() > most_listed) return "";
  std::string list;
  for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + printable(name);
  return "; known: " + list;
}

}  // namespace hansa
