#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

// Enumerations and what belongs to each of their enumerators. Enumerators count from 0 without gaps; a list with one
// entry too few or too many does not compile.

namespace hansa {

/// Whether a value of an enumeration has a name. g++ and clang++ print any other value as a cast, `(hansa::Form)3`.
template <auto value> constexpr bool is_enumerator() {
  return std::string_view(__PRETTY_FUNCTION__).find("value = (") == std::string_view::npos;
}

template <class Enum, int n = 0> constexpr std::size_t count_enumerators() {
  if constexpr (is_enumerator<static_cast<Enum>(n)>()) {
    return count_enumerators<Enum, n + 1>();
  } else {
    return n;
  }
}

/// The number of enumerators.
template <class Enum> inline constexpr std::size_t n_of = count_enumerators<Enum>();

/// An array with one entry for each enumerator.
template <class Enum, class T, class... Entries>
requires(sizeof...(Entries) ==
         n_of<Enum>) constexpr std::array<T, n_of<Enum>> one_each(const Entries&... entries) {
  return {T(entries)...};
}

/// The words of an enumeration, for its choices().
template <class Enum, class... Words>
requires(sizeof...(Words) == n_of<Enum>) constexpr auto words_of(const Words&... words) {
  return one_each<Enum, std::string_view>(words...);
}

/// An enumeration with a word for each enumerator: choices(Enum) lists them in order.
template <class T>
concept Choice = std::is_enum_v<T> && requires(T value) {
  choices(value);
};

/// The word of an enumerator, as a scenario writes it.
template <class Enum> constexpr std::string_view name_of(Enum value) {
  return choices(value)[static_cast<std::size_t>(value)];
}

}  // namespace hansa
