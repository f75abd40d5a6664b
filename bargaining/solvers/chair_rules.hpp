#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/parameters/negotiation_params.hpp"

namespace hansa {

/// Parameters of the chair's negotiation over a table of actors: those of a conference (docs/reference/parameters.md),
/// and those that only a table has.
struct ChairRules {
  NegotiationParams negotiation = free_objections();
  int rounds = 12;
  double reservation = 1.0;
  double disagreement = 0.0;
  double salience_weight = 0.0;
  double tolerance = 1e-6;

  /// First those that only a table has, then all of a conference's.
  template <class Visitor> void fields(Visitor& visit) {
    visit("rounds", rounds,
          FieldInfo{.unit = "rounds", .min = 1, .max = 1000, .about = "rounds before the talks fail"});
    visit("reservation", reservation,
          FieldInfo{.unit = "scale",
                    .min = 0,
                    .max = 1,
                    .about = "distance to a text as bad as no agreement, on an issue without a reference"});
    visit("disagreement", disagreement,
          FieldInfo{.unit = "scale^2",
                    .min = 0,
                    .max = 1,
                    .about = "loss from having no agreement, in addition to the value of its content"});
    visit("salience_weight", salience_weight,
          FieldInfo{
              .min = 0,
              .max = 4,
              .about = "power of salience in the chair's first text: 0 by power alone, 1 the compromise"});
    visit("tolerance", tolerance,
          FieldInfo{.unit = "scale^2", .min = 0, .max = 0.1, .about = "loss too small to object to"});
    negotiation.fields(visit);
  }

 private:
  /// Whoever loses by a text of a table objects, unless objecting is given a cost.
  static NegotiationParams free_objections() {
    NegotiationParams params;
    params.objection_cost = 0;
    return params;
  }
};

/// The model's own parameters but for two, fitted to decisions of the Council of the European Union: no agreement is
/// worse for all than any text (disagreement 1; Achen 2006), and votes grow with the cube of the gain (contest cubic).
/// Chosen on the open half of DEU III by `hansa backtest --cross-validate`; docs/how-to/bargaining.md has the figures.
[[nodiscard]] ChairRules council_chair_rules();

/// Sets one parameter, as in `chair_step` and `0.3`, or all by `preset` and `model` or `council`. Returns an error
/// message, empty if valid.
[[nodiscard]] std::string set_chair_rule(ChairRules& rules, std::string_view key, std::string_view value);

/// Every parameter's name and value, as set_chair_rule reads them.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> words_of(const ChairRules& rules);

/// Every parameter with its default and meaning, one per line.
[[nodiscard]] std::string list_chair_rules();

}  // namespace hansa
