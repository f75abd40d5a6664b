#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/choice.hpp"
#include "support/input/csv_table.hpp"
#include "support/input/suggest.hpp"

namespace hansa {

/// A cell that must hold the word of one of these enumerators; the first of them if it does not.
template <class Enum>
Enum read_word(const CsvTable& table, std::size_t row, std::string_view column,
               std::span<const Enum> allowed = each<Enum>) {
  const std::string& word = table.name(row, column);
  std::vector<std::string_view> words;
  for (const Enum value : allowed) {
    if (name_of(value) == word) return value;
    words.push_back(name_of(value));
  }
  if (!word.empty())
    table.report(row, column, fmt::format("no {} {}{}", column, in_quotes(word), suggest(word, words)));
  return allowed.front();
}

}  // namespace hansa
