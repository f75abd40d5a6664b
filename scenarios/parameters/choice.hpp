#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

// Enumerations and values indexed by them. Enumerators count from 0 without gaps; a list with one entry too
// few or too many does not compile.

namespace hansa {

/// Whether a value of an enumeration has a name. g++ and clang++ print any other value as a cast,
/// `(hansa::Form)3`.
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

/// The enumerators, in order.
template <class Enum> inline constexpr auto each = []<std::size_t... k>(std::index_sequence<k...>) {
  return std::array{static_cast<Enum>(k)...};
}
(std::make_index_sequence<n_of<Enum>>{});

template <class Enum>
requires std::is_enum_v<Enum>
constexpr std::size_t index(Enum value) { return static_cast<std::size_t>(value); }

/// A value for each enumerator, indexed by it.
template <class Enum, class T> struct By {
  std::array<T, n_of<Enum>> values{};

  constexpr By() = default;
  template <class... Values>
  requires(sizeof...(Values) == n_of<Enum>) constexpr By(const Values&... each_value)
      : values{static_cast<T>(each_value)...} {}

  constexpr T& operator[](Enum key) { return values[index(key)]; }
  constexpr const T& operator[](Enum key) const { return values[index(key)]; }
  [[nodiscard]] constexpr auto begin() const { return values.begin(); }
  [[nodiscard]] constexpr auto end() const { return values.end(); }
  [[nodiscard]] static constexpr std::size_t size() { return n_of<Enum>; }
  constexpr void fill(const T& value) { values.fill(value); }

  bool operator==(const By&) const = default;
};

/// The words of an enumeration.
template <class Enum> using WordsOf = By<Enum, std::string_view>;

/// An enumeration with a word for each enumerator: choices(Enum) lists them in order.
template <class T>
concept Choice = std::is_enum_v<T> && requires(T value) {
  choices(value);
};

/// The word of an enumerator, as a scenario writes it.
template <class Enum> constexpr std::string_view name_of(Enum value) { return choices(value)[value]; }

}  // namespace hansa
