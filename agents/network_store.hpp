#pragma once

#include <cstdint>
#include <vector>

#include "agents/ids.hpp"
#include "scenarios/vocabulary.hpp"

namespace hansa {

/// City networks, one slot each; a slot is never used twice. (n x d) arrays are row-major.
struct NetworkStore {
  // written by sim/phases/formation.cpp
  std::vector<char> alive;
  std::vector<std::uint64_t> key;     // for draws
  std::vector<std::int32_t> known;    // row of facts.networks, or -1: generated
  std::vector<std::int32_t> founded;  // [year]
  std::vector<double> focus;          // (network x (issue + 1)) sums to 1; the last is everything else [0..1]
  std::vector<char> coordinated;      // belongs to the coordinating body
  std::vector<std::vector<CityId>> members;  // ascending
  int births = 0, deaths = 0, mergers = 0;   // this year                                  [count]

  // written by sim/phases/deliberation.cpp
  std::vector<double> message;   // (network x issue) what it asks for                      [0..1]
  std::vector<double> cohesion;  // 1 - normalised variance among members                   [0..1]

  // written by sim/phases/voice.cpp
  std::vector<double> share;  // of all networks' reach                                     [0..1]

  // written by sim/phases/lobbying.cpp
  std::vector<std::int32_t> declarations;  // signed this year                              [count]

  // written by sim/phases/feedback.cpp
  std::vector<double> soft_power;  // stock of soft-law instruments                         [soft power]
  std::vector<Access> access;      // rung it stands on

  [[nodiscard]] std::size_t size() const { return alive.size(); }
};

}  // namespace hansa
