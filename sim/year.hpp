#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agents/world.hpp"
#include "sim/negotiation/offered_text.hpp"
#include "sim/negotiation/outcome.hpp"
#include "sim/phases/voice.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

struct Scenario;

/// Arguments of a phase.
struct Turn {
  const Scenario& scenario;
  World& world;
  std::size_t conference = 0;                   // row of facts.conferences, for phases at conferences
  Outcome outcome = {};                         // of that conference, once negotiated
  std::vector<OfferedText>* offered = nullptr;  // gets its texts, for display
};

/// One call of a year.
struct Phase {
  std::string_view name;  // the file sim/phases/NAME.cpp
  std::string_view verb;  // the function, as columns name it among their writers
  bool at_conference;     // called for every conference of the year
  std::string_view about;
  std::string_view reads;  // columns of the world, or stores with all of theirs
  std::string_view dial;   // the parameter that acts on it most directly
  void (*play)(Turn& turn);
};

/// The phases in the order of execution. play_year runs this list; `hansa phases` and the ODD protocol print it.
extern const std::span<const Phase> phases;

/// The source file of a phase.
[[nodiscard]] std::string file_of(const Phase& phase);

/// The columns that name a phase as a writer; a store stands for all of its columns.
[[nodiscard]] std::string writes_of(const Phase& phase);

/// The allies, coordination and access of networks in a year.
[[nodiscard]] Alliance alliance_of(const Scenario& scenario, int year);

/// Called after each phase with its arguments, the world as it left it; after `negotiate` also with the texts on offer.
using PhaseWatch = std::function<void(const Phase& phase, const Turn& turn)>;

/// Plays the phases of one year in order and records the results.
void play_year(const Scenario& scenario, World& world, RunRecord& record, const PhaseWatch& watch = {});

/// Plays and records all years before `end`: those up to the year of facts.start under its facts, as they were in that run.
/// The world that they lead to, in the year `end`; its facts are those of the year before.
[[nodiscard]] World play_years(const Facts& facts, const Draws& draws, int end, RunRecord& record,
                               const PhaseWatch& watch = {});

}  // namespace hansa
