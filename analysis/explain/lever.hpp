#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scenarios/parameters/scenario.hpp"

namespace hansa {

/// What a change is to do to a text that fails, or one that passes.
enum class Aim { Pass, Fail };
constexpr WordsOf<Aim> choices(Aim) { return {"pass", "fail"}; }

/// The values that a lever can take for an aim: `from`, where it is or where it starts to act, to the bound `to`.
struct LeverRange {
  double from = 0, to = 0;
};

/// A number on which the fate of a text may hang, and which somebody could have set otherwise.
struct Lever {
  std::string_view name;   // in JSON and tables
  std::string_view label;  // in text
  bool whole = false;      // takes whole numbers only
  std::string (*now)(const Scenario& scenario, const ConferenceParams& conference);
  std::optional<LeverRange> (*range)(const Scenario& scenario, const ConferenceParams& conference, Aim aim);
  void (*set)(double value, Scenario& scenario, ConferenceParams& conference);
};

/// All of them, in the order in which they are shown.
extern const std::span<const Lever> levers;

}  // namespace hansa
