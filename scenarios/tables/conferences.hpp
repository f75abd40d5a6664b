#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {

/// How a conference ended. `Partial`: part of what was asked; `None`: nothing of note was asked.
enum class Ending { Adopted, Partial, None, Failed };
constexpr WordsOf<Ending> choices(Ending) { return {"adopted", "partial", "none", "failed"}; }

/// A conference that took place.
struct ObservedConference {
  std::string id, name, instrument;  // instrument: the text adopted or, where it failed, noted; may be empty
  int year = 0;
  Form form = Form::Soft;  // of what was asked
  Ending ending = Ending::Adopted;
  std::string scenario,
      played_as;  // the scenario of the library that plays it, and its name there; empty: none
};

/// Reads conferences.csv. Throws ScenarioError with all problems.
[[nodiscard]] std::vector<ObservedConference> read_conferences(const std::filesystem::path& file);

}  // namespace hansa
