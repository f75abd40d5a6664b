#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explain/absence.hpp"
#include "analysis/explain/least_change.hpp"
#include "analysis/past.hpp"

namespace hansa {

/// One state's reading of a text, over realizations.
struct StateReading {
  std::size_t row = 0;
  double objects = 0;                  // share of them in which it objects                  [0..1]
  std::array<double, 2> objects_ci95;  // Wilson
  double at_home = 0;                  // share in which its worst player is one at home     [0..1]
  double gain = 0;                     // mean, over no agreement                            [gain]
  std::array<double, 2> gain_90;       // 5 % and 95 % quantiles                             [gain]
  double bearable = 0;                 // mean loss that it would bear rather than object    [gain]
  double margin = 0;                   // mean of gain + bearable: how far it is from objecting [gain]
  std::vector<GainParts> parts;        // (agenda) means of the parts of the gain
  double payment = 0;                  // mean side payment                                  [gain]

  [[nodiscard]] GainParts all_issues() const;
};

/// The realizations in which a text met one fate.
struct Readings {
  std::size_t n = 0;
  std::size_t n_objections = 0;  // in all of them
  GainParts objector;            // means over the objections, of all issues               [gain]
  std::vector<StateReading>
      states;  // those that judge it in all of them, objectors and the nearest to objecting first
};

/// A text under one of the forms on offer.
struct FormExplanation {
  Form form = Form::Soft;
  std::size_t n_offered = 0, n_adopted = 0;  // realizations
  std::array<double, 2> adopted_ci95;        // Wilson, of those in which it is offered      [0..1]
  double rounds = 0, n_objectors = 0;        // means; objectors where it fails
  std::vector<std::string> issues;           // on the agenda
  std::vector<double> status_quo;            // (agenda) mean                                [0..1]
  std::vector<std::vector<double>> content;  // (0: the opening, then by round; agenda) mean; where it passed
                                             // earlier, the text that passed                [0..1]
  Readings failed, passed;
};

/// Why a conference ended as it did, and what would have turned it.
struct Explanation {
  std::string conference;
  int year = 0;
  std::size_t n_realizations = 0;
  std::optional<ObservedConference> past;  // what happened there, if the tables have it
  std::optional<bool> differs;             // most realizations from what happened; nullopt: nothing was asked
  std::vector<FormExplanation> forms;
  Form turned = Form::Soft;  // the first form on offer, of which the changes speak
  Aim aim = Aim::Pass;       // of the changes: against what happens to it in most realizations
  std::vector<LeastChange> changes;
  std::optional<Absence> absence;  // looked for where the text fails; none: not found
};

/// The row of the conference to explain: that of this name, or the only one; nullopt, and why, if there is none.
[[nodiscard]] std::optional<std::size_t> find_conference(const Facts& facts,
                                                         const std::optional<std::string>& name,
                                                         std::string& reason);

/// Plays a conference again and again. `past`: what happened there, nullptr if unknown. nullopt: stopped.
[[nodiscard]] std::optional<Explanation> explain(const ConferenceRuns& runs,
                                                 const PastConference* past = nullptr);

}  // namespace hansa
