#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scenarios/parameters/choice.hpp"

// Which cities are members of which networks, and what may explain it.

namespace hansa {

/// What a city's weight in a network depends on.
enum class Pull {
  Population,        // ln of people, at most a million; cities without a figure count as having a thousand
  Democracy,         // electoral democracy of its state                                                [0..1]
  Capital,           // it is one
  SameCountry,       // as the secretariat
  GlobalDistance,    // ln(km + 300) from the secretariat to its state, if the network is global
  RegionalDistance,  // the same if it is not
  Far,               // more than 4,000 km from there and the network is not global
  Capacity           // ln of capacity times home rule
};
constexpr WordsOf<Pull> choices(Pull) {
  return {"population",      "democracy",         "capital", "same_country",
          "global_distance", "regional_distance", "far",     "capacity"};
}
inline constexpr std::size_t n_pulls = n_of<Pull>;

/// The terms of the model.
inline constexpr std::array model_pulls = {Pull::Population,  Pull::Democracy,      Pull::Capital,
                                           Pull::SameCountry, Pull::GlobalDistance, Pull::RegionalDistance,
                                           Pull::Far};

/// Every city beside every network. (network x city) arrays are row-major over cities.
struct Pairs {
  std::vector<std::int64_t> city;    // (city) id
  std::vector<std::size_t> country;  // (city) number of its state
  std::vector<char> europe;          // (city)
  std::vector<char> held;            // (city) held out of the fit
  std::vector<std::string> network;  // (network) id
  std::vector<double> pulls;         // (network x city x pull)
  std::vector<char> member;          // (network x city)

  [[nodiscard]] std::size_t n_cities() const { return city.size(); }
  [[nodiscard]] std::size_t n_networks() const { return network.size(); }
  [[nodiscard]] std::size_t pair(std::size_t k, std::size_t c) const { return k * n_cities() + c; }
  [[nodiscard]] std::span<const double> pulls_of(std::size_t k, std::size_t c) const {
    return std::span(pulls).subspan(pair(k, c) * n_pulls, n_pulls);
  }
};

/// The cities that are held out, or those that are not.
[[nodiscard]] inline std::vector<std::size_t> cities_of(const Pairs& pairs, bool held) {
  std::vector<std::size_t> cities;
  for (std::size_t c = 0; c < pairs.n_cities(); ++c)
    if ((pairs.held[c] != 0) == held) cities.push_back(c);
  return cities;
}

}  // namespace hansa
