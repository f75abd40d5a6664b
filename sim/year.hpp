#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "agents/world.hpp"
#include "sim/negotiation/outcome.hpp"
#include "sim/phases/voice.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

struct Scenario;

/// What a phase is played on.
struct Turn {
  const Scenario& scenario;
  World& world;
  std::size_t conference = 0;  // row of facts.conferences, for phases that are played at one
  Outcome outcome = {};        // of that conference
};

/// One call of a year.
struct Phase {
  std::string_view name;  // the file sim/phases/NAME.cpp
  std::string_view verb;  // the function; a column that it changes lists it as a writer
  bool at_conference;     // played at every conference of the year
  std::string_view about;
  std::string_view reads;  // stores and columns of the world, beside the facts
  std::string_view dial;   // the parameter that acts on it most directly
  void (*play)(Turn& turn);
};

/// The phases in the order of execution. play_year runs this list; `hansa phases` and the ODD protocol print it.
inline constexpr std::size_t n_phases = 15;
extern const std::array<Phase, n_phases> phases;

/// The source file of a phase.
[[nodiscard]] std::string file_of(const Phase& phase);

/// What a phase may change, by the writers of the world's columns; a store stands for all of its columns.
[[nodiscard]] std::string writes_of(const Phase& phase);

/// With whom networks speak in a year of a scenario.
[[nodiscard]] Alliance alliance_of(const Scenario& scenario, int year);

/// Called after each phase.
using PhaseWatch = std::function<void(const Phase& phase, const World& world)>;

/// One year: the phases in order. Reads and writes the world; keeps what came out.
void play_year(const Scenario& scenario, World& world, RunRecord& record, const PhaseWatch& watch = {});

}  // namespace hansa
