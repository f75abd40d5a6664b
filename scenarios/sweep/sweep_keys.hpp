#pragma once

#include "scenarios/field_info.hpp"
#include "scenarios/sweep/sweep.hpp"

namespace hansa {

/// The keys of a sweep file that hold one value.
struct SweepKeys {
  int schema_version = 1;
  std::string name, title;
  Design design = Design::Grid;
  int samples = 0;
  std::uint64_t seed = 1;
  int realizations = 1;
  int shard_runs = 500;

  template <class Visitor> void fields(Visitor& visit) {
    visit("schema_version", schema_version, FieldInfo{.min = 1, .max = 1, .about = "version of this format"});
    visit("name", name,
          FieldInfo{.unit = "name", .about = "short name; names the result folder", .required = true});
    visit("title", title, FieldInfo{.unit = "text", .about = "one line for people"});
    visit("design", design, FieldInfo{.about = "how the points are chosen", .required = true});
    visit(
        "samples", samples,
        FieldInfo{.unit = "points",
                  .min = 1,
                  .max = 1000000,
                  .about = "points of lhs, base samples of sobol (a power of two), trajectories of morris"});
    visit("seed", seed,
          FieldInfo{.min = 0,
                    .max = 9007199254740991,
                    .about = "seed of the design and of every draw; default the scenario's"});
    visit("realizations", realizations,
          FieldInfo{.unit = "runs",
                    .min = 1,
                    .max = 1000000,
                    .about = "repetitions of each design point and arm; default the scenario's"});
    visit("shard_runs", shard_runs,
          FieldInfo{.unit = "runs", .min = 1, .max = 100000, .about = "runs in one file of results"});
  }
};

/// The keys of a parameter that has a range.
struct RangeKeys {
  double min = 0, max = 0;
  int steps = 0;

  template <class Visitor> void fields(Visitor& visit) {
    visit("min", min, FieldInfo{.about = "least value"});
    visit("max", max, FieldInfo{.about = "greatest value"});
    visit("steps", steps,
          FieldInfo{.unit = "values", .min = 2, .max = 100000, .about = "values of a grid, ends included"});
  }
};

}  // namespace hansa
