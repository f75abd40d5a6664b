#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/load/load.hpp"

namespace hansa {

/// How the points of a sweep are chosen.
enum class Design { Grid, Lhs, Sobol, Morris, List };
constexpr WordsOf<Design> choices(Design) { return {"grid", "lhs", "sobol", "morris", "list"}; }

/// One key that a sweep sets, with its place in the sweep file.
struct SweepSetting {
  std::string path;  // gridlock.level
  Place place;
  Node value;
};

/// One parameter that a sweep varies, over a range of numbers or a list of values.
struct SweepParameter {
  std::string path;  // gridlock.level
  Place place;       // of its key in the sweep file
  std::string unit;  // as in docs/reference/parameters.md
  bool number = false, whole = false;
  double min = 0, max = 0;   // of a range, or of these numbers
  std::vector<Node> values;  // empty: a range, or numbers of a points file
};

/// One arm of a sweep: settings applied to every design point.
struct SweepArm {
  std::string name;
  std::string without;                 // one of absences(); empty: nothing
  std::vector<SweepSetting> settings;  // those of `without` come first
};

/// A checked sweep. Its design points and their scenarios are pure functions of it.
struct Sweep {
  std::string name, title;
  Design design = Design::Grid;
  int samples = 0;       // 0: for designs without samples
  int doubled_from = 0;  // of an lhs: the points that begin it; 0: none do
  std::uint64_t seed = 1;
  int realizations = 1;
  int shard_runs = 500;
  std::vector<SweepParameter> parameters;
  std::vector<SweepArm> arms;
  std::size_t n_points = 1;
  std::vector<double> coordinates;  // (point x parameter) of lhs, sobol and morris, in [0, 1]; else empty
  std::vector<double>
      table;  // (point x parameter) of a points file: the number, or the row among `values`; else empty
  std::string points_sha256;  // of a points file as print_points writes it; else empty

  ScenarioTree tree;         // of the scenario, with the `set` of the sweep applied
  LoadedScenario reference;  // the scenario of that tree
  ProblemList files;         // names the files that places refer to
};

/// The row among the listed values of parameter j at a design point.
[[nodiscard]] std::size_t level_at(const Sweep& sweep, std::size_t point, std::size_t j);

/// The value at coordinate u of a range; each integer of an integer range has an equal part of [0, 1].
[[nodiscard]] double number_in_range(const SweepParameter& parameter, double u);

/// A value of parameter j as a number; NaN if it is none.
[[nodiscard]] double number_of(const Sweep& sweep, const Node& value, std::size_t j);

/// The value of parameter j at a design point, as in a scenario file.
[[nodiscard]] Node value_at(const Sweep& sweep, std::size_t point, std::size_t j);

/// The value in the runs of a design point and arm: an arm with `without` may override the parameter.
[[nodiscard]] Node value_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j);

/// A value as text, or as a number: NaN if it is none.
[[nodiscard]] std::string text_at(const Sweep& sweep, std::size_t point, std::size_t j);
[[nodiscard]] std::string text_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j);
[[nodiscard]] double number_at(const Sweep& sweep, std::size_t point, std::size_t j);
[[nodiscard]] double number_at(const Sweep& sweep, std::size_t point, std::size_t arm, std::size_t j);

/// The scenario of a design point and arm, read from the tree of the sweep. Throws ScenarioError with all its problems.
[[nodiscard]] LoadedScenario scenario_at(const Sweep& sweep, std::size_t point, std::size_t arm);

/// The same without reading, its names those of the sweep's scenario; nullopt if it must be read.
[[nodiscard]] std::optional<Scenario> reassigned_at(const Sweep& sweep, std::size_t point, std::size_t arm);

}  // namespace hansa
