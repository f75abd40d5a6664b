#pragma once

#include <vector>

#include "scenarios/tables/tables.hpp"

namespace hansa {

/// Who must agree at home in one year, a value a state, gaps filled.
struct VetoPlayers {
  std::vector<double> checks;        // players, the executive among them                   [1..5]
  std::vector<double> polarisation;  // between them                                        [0..2]
  std::vector<double> united;        // government: .5 united, -.5 divided, 0 unknown
  std::vector<double> swing;         // executive of the left 1, of the right -1, else 0, less its mean
  int n_filled = 0;                  // states of which the table lacks players or polarisation
};

/// Reads one year from the rows of states: the last known value up to it, else the first one. A government is
/// united if no veto player differs from the executive (polarisation 0), unknown where players or polarisation are. A state without any
/// gets the mean of its region, else of the world, else one player; so does the EU, uncounted. An executive that the
/// table does not have counts as of the centre. The mean of executives is that of all years from a state's first
/// row to its last, whatever the years of a run.
[[nodiscard]] VetoPlayers read_veto_players(const std::vector<StateRow>& states,
                                            const std::vector<char>& head, int year);

/// .5 if veto players of this polarisation make a united government, -.5 if a divided one.
[[nodiscard]] double united_government(double polarisation);

/// The value of a series in a year or the latest before it, else its first one; NaN if it has no points.
[[nodiscard]] double last_known(const Series& series, int year);

}  // namespace hansa
