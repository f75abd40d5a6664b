#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "scenarios/load/assign.hpp"
#include "scenarios/parameters/field_info.hpp"
#include "support/input/csv_line.hpp"
#include "sweeps/design/sweep.hpp"

namespace hansa {

/// The keys of a sweep file that hold one value.
struct SweepKeys {
  int schema_version = 1;
  std::string name, title;
  Design design = Design::Grid;
  int samples = 0, doubled_from = 0;
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
                  .about = "points of lhs, base samples of sobol (16, 32, 64, ...), trajectories of morris"});
    visit("doubled_from", doubled_from,
          FieldInfo{
              .unit = "points",
              .min = 1,
              .max = 500000,
              .about = "points of the lhs with which this one begins; samples is that times 2, 4, 8, ..."});
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

/// The keys of a points file: what a sweep's folder says of its own copy.
struct PointsKeys {
  std::string file, sha256;
  int rows = 0;

  template <class Visitor> void fields(Visitor& visit) {
    visit("file", file,
          FieldInfo{.about = "CSV file beside the sweep: parameters, then a row a point", .required = true});
    visit("rows", rows,
          FieldInfo{.unit = "points", .min = 1, .max = 1000000, .about = "number of its points"});
    visit("sha256", sha256, FieldInfo{.about = "digest of the points"});
  }
};

/// Reads the lists and maps of a sweep file into a sweep whose scalar keys and scenario are set.
class SweepReader {
 public:
  /// `checks_values`: the scenario is valid, so that values can be checked by applying them to it.
  SweepReader(Sweep& sweep, Given& given, ProblemList& problems, bool checks_values)
      : sweep_(sweep), given_(given), problems_(problems), checks_values_(checks_values) {}

  void read_set(const Node* set);  // applies it to the scenario tree, which must then be read again
  void stop_checking_values() { checks_values_ = false; }
  void read_parameters(const Node* parameters);  // of every design but list
  void read_points(const Node* points,
                   const std::filesystem::path& folder);  // of a list; `folder`: of the sweep
  void read_arms(const Node* arms);

 private:
  void read_parameter(const Entry& entry);
  bool read_values(const Node& values, const std::string& key, SweepParameter& parameter);
  bool read_range(const Entry& entry, const RangeKeys& range, const std::string& key,
                  SweepParameter& parameter);
  void read_point(const Node& point, const std::string& key);
  void read_points_file(const Node& points, const std::filesystem::path& folder);
  std::optional<SweepArm> read_arm(const Node& item, const std::string& key);
  std::optional<SweepArm> read_changed_arm(const Node& map, const std::string& key);
  bool leave_out(const std::string& what, Place place, const std::string& key, SweepArm& arm);
  void refuse_swept(const SweepSetting& setting, const std::string& key);
  void add_arm(SweepArm arm, Place place, const std::string& key);
  std::vector<SweepSetting> read_settings(const Node& map, const std::string& key);

  bool may_set(const std::string& path, Place place, const std::string& key);
  void look_up_kind(SweepParameter& parameter);
  bool try_values(std::span<const SweepSetting> settings);
  struct PointsColumn;
  std::vector<PointsColumn> read_points_header(std::string_view text, PlaceFinder& places);
  void read_cell(PointsColumn& column, std::string text, Place place);
  bool read_value_of(PointsColumn& column, std::string text, Place place);
  void read_points_row(std::vector<PointsColumn>& columns, std::vector<CsvCell>& cells, PlaceFinder& places);
  void try_extremes(const PointsColumn& column);
  void wrong(Place place, const std::string& key, std::string message) {
    problems_.add(place, key, std::move(message));
  }

  Sweep& sweep_;
  Given& given_;
  ProblemList& problems_;
  bool checks_values_;
  std::vector<std::string> set_paths_;
};

}  // namespace hansa
