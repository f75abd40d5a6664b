#include "sweeps/run/merge_sweep.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <system_error>
#include <type_traits>

#include <fmt/format.h>

#include "analysis/results/hdf5/result_stream.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/files/presence.hpp"
#include "support/files/publish.hpp"
#include "support/files/sha256.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/layout/merged_layout.hpp"
#include "sweeps/run/sweep_estimate.hpp"

namespace hansa {
namespace {

constexpr std::uint8_t missing = 2;

/// A box with its values, initially those of missing runs.
struct BoxValues {
  ChunkBox box;
  std::string name;          // of the variable
  std::string source;        // the shard's variable that it is made from
  std::size_t n_values = 1;  // of one run
  Variable::Values values;
};

BoxValues start_box(const ResultSet& frame, const ChunkBox& box, const SweepPlan& plan) {
  const Variable& variable = frame.variables[box.variable];
  const std::vector<std::size_t> shape = shape_of(variable, frame);
  BoxValues box_values{.box = box, .name = variable.name, .source = variable.name, .values = variable.values};
  if (box_values.name == "complete") box_values.source = "status";
  for (std::size_t i = 3; i < shape.size(); ++i) box_values.n_values *= shape[i];
  const std::size_t n_arms = shape[2], n_runs = box.n_points * box.n_realizations * n_arms;
  std::visit(
      [&]<class T>(std::vector<T>& values) {
        if constexpr (std::is_same_v<T, double>)
          values.assign(n_runs * box_values.n_values, std::numeric_limits<double>::quiet_NaN());
        else
          values.assign(n_runs * box_values.n_values, T{});
      },
      box_values.values);
  if (box_values.name == "status") box_values.values = std::vector<std::uint8_t>(n_runs, missing);
  if (box_values.name == "run") {
    auto& numbers = std::get<std::vector<std::int32_t>>(box_values.values);
    for (std::size_t k = 0; k < n_runs; ++k) {
      const std::size_t realization = box.first_realization + k / n_arms % box.n_realizations;
      const std::size_t point = box.first_point + k / n_arms / box.n_realizations;
      numbers[k] =
          static_cast<std::int32_t>((realization * plan.sweep.n_points + point) * n_arms + k % n_arms);
    }
  }
  return box_values;
}

/// Copies the runs of a shard that are in the box.
void copy_runs(const ResultSet& shard, std::size_t first_run, const SweepPlan& plan, BoxValues& box_values) {
  if (box_values.name == "run") return;
  const ChunkBox& box = box_values.box;
  const std::size_t n_arms = plan.sweep.arms.size(), n = box_values.n_values;
  const std::size_t n_shard_runs = shard.find_dimension("run")->size();
  std::visit(
      [&]<class T>(std::vector<T>& to) {
        const auto& from = values_of<T>(shard, box_values.source);
        for (std::size_t k = 0; k < n_shard_runs; ++k) {
          const RunAddress at = plan.address_of(first_run + k);
          const std::size_t point = at.point - box.first_point,
                            realization = at.realization - box.first_realization;
          if (point >= box.n_points || realization >= box.n_realizations) continue;  // or below the first
          const std::size_t row = (point * box.n_realizations + realization) * n_arms + at.arm;
          std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(k * n), n,
                      to.begin() + static_cast<std::ptrdiff_t>(row * n));
          if constexpr (std::is_same_v<T, std::uint8_t>) {
            if (box_values.name == "complete") to[row] = from[k] == 0 ? 1 : 0;
          }
        }
      },
      box_values.values);
}

bool has_run_in(const SweepPlan& plan, std::size_t shard, const std::vector<BoxValues>& all_values) {
  const std::size_t first = plan.address_of(plan.first_run(shard)).realization,
                    last = plan.address_of(plan.first_run(shard + 1) - 1).realization;
  return std::any_of(all_values.begin(), all_values.end(), [&](const BoxValues& box_values) {
    const ChunkBox& box = box_values.box;
    return first < box.first_realization + box.n_realizations && last >= box.first_realization;
  });
}

/// One pass over the shards: gathers the values of these boxes and writes them.
void write_boxes(const SweepPlan& plan, const SweepFolder& folder, const std::vector<std::size_t>& intact,
                 const ResultSet& frame, const std::vector<ChunkBox>& boxes, ResultStream& stream) {
  std::vector<BoxValues> all_values;
  std::vector<std::string> sources;
  for (const ChunkBox& box : boxes) {
    all_values.push_back(start_box(frame, box, plan));
    if (all_values.back().name != "run") sources.push_back(all_values.back().source);
  }
  for (const std::size_t shard : intact) {
    if (sources.empty() || !has_run_in(plan, shard, all_values)) continue;
    const ResultSet read = read_variables(folder.shard(shard), sources);
    for (BoxValues& box_values : all_values) copy_runs(read, plan.first_run(shard), plan, box_values);
  }
  for (const BoxValues& box_values : all_values) {
    const ChunkBox& box = box_values.box;
    std::vector<std::size_t> count = shape_of(frame.variables[box.variable], frame);
    std::vector<std::size_t> start(count.size(), 0);
    start[0] = box.first_point;
    start[1] = box.first_realization;
    count[0] = box.n_points;
    count[1] = box.n_realizations;
    stream.write(box_values.name, start, count, box_values.values);
  }
}

/// The intact shards. Throws OutputError if others may not be omitted or none is intact.
std::vector<std::size_t> find_intact(const SweepPlan& plan, const SweepStatus& found, bool partial,
                                     const std::filesystem::path& file) {
  if (!partial && !found.damaged.empty())
    throw OutputError(file, "not written: " + describe_damage(found.damaged.front()) +
                                (found.damaged.size() > 1
                                     ? fmt::format("; and {} more are damaged", found.damaged.size() - 1)
                                     : "") +
                                "; --partial leaves it out and marks its runs");
  if (!partial && !found.missing.empty())
    throw OutputError(file, fmt::format("not written: shards {} of {} are missing; hansa sweep runs them, "
                                        "--partial merges the rest",
                                        ranges_of(found.missing), plan.n_shards()));
  std::vector<std::size_t> intact;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    const bool is_damaged = std::any_of(found.damaged.begin(), found.damaged.end(),
                                        [&](const DamagedShard& damaged) { return damaged.shard == shard; });
    if (!is_damaged && !std::binary_search(found.missing.begin(), found.missing.end(), shard))
      intact.push_back(shard);
  }
  if (intact.empty()) throw OutputError(file, "not written: there is no intact shard");
  return intact;
}

/// Bytes of the values in the file, without texts, whose length is not known before they are read.
std::size_t values_bytes(const ResultSet& frame, const std::vector<std::vector<ChunkBox>>& passes) {
  std::size_t n_bytes = 0;
  for (const auto& boxes : passes) {
    for (const ChunkBox& box : boxes) {
      const bool is_text =
          std::holds_alternative<std::vector<std::string>>(frame.variables[box.variable].values);
      if (!is_text) n_bytes += box.n_bytes;
    }
  }
  return n_bytes;
}

}  // namespace

Merged merge_sweep(const SweepPlan& plan, const SweepFolder& folder, const MergeWay& way) {
  Merged merged{.file = folder.path() / "merged.h5"};
  refuse_unworkable_merge(plan, way.memory, folder.path());
  SweepStatus found = check_sweep(plan, folder);
  const std::vector<std::size_t> intact = find_intact(plan, found, way.partial, merged.file);
  merged.n_runs = plan.n_runs();
  merged.n_missing = plan.n_runs() - found.n_runs_done;
  merged.n_failed = found.failed_runs.size();
  merged.left_out = std::move(found.damaged);
  remove_abandoned_files(folder.path());
  TemporaryFile temporary(merged.file);
  const ResultSet frame = lay_out_merged(plan.sweep, plan.stamp, read_result(folder.shard(intact.front())),
                                         merged.n_missing, merged.n_failed);
  const auto passes = deal_into_passes(frame, way.memory);
  ResultStream stream(temporary.path(), merged.file, frame);
  temporary.reserve(values_bytes(frame, passes));
  for (const auto& boxes : passes) write_boxes(plan, folder, intact, frame, boxes, stream);
  stream.close();
  temporary.release();
  const std::string digest = seal_file(temporary.path());
  if (is_there(merged.file)) {
    merged.was_there = sha256_of_file(merged.file) == digest;
    if (!merged.was_there && !way.replace)
      throw OutputError(merged.file, "already exists, with other content; --force replaces it");
  }
  std::filesystem::path beside = merged.file;
  beside += ".sha256";
  const std::string line = digest_line(digest, merged.file);
  if (!merged.was_there && !temporary.publish(way.replace))
    throw OutputError(merged.file, "already exists and is not overwritten");
  publish(beside, std::as_bytes(std::span(line)), true);
  return merged;
}

namespace {

template <class T> bool same_bits(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, double>)
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
  else
    return a == b;
}

/// Of values of the same type.
bool same_bits(const Variable::Values& one, const Variable::Values& other) {
  return std::visit(
      [&]<class T>(const std::vector<T>& ones) {
        const auto& others = std::get<std::vector<T>>(other);
        return std::equal(ones.begin(), ones.end(), others.begin(), others.end(),
                          [](const T& a, const T& b) { return same_bits(a, b); });
      },
      one);
}

/// The values of one run in its shard, as merged.h5 has them.
Variable::Values values_in_shard(const SweepPlan& plan, const ResultSet& shard, const ResultSet& frame,
                                 std::size_t variable, std::size_t run) {
  const RunAddress at = plan.address_of(run);
  const ChunkBox box{.variable = variable,
                     .first_point = at.point,
                     .n_points = 1,
                     .first_realization = at.realization,
                     .n_realizations = 1};
  BoxValues values = start_box(frame, box, plan);
  copy_runs(shard, plan.first_run(run / plan.numbers().shard_runs), plan, values);
  std::visit(
      [&](auto& all) {  // of all arms
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(at.arm * values.n_values);
        all = {first, first + static_cast<std::ptrdiff_t>(values.n_values)};
      },
      values.values);
  return values.values;
}

/// The same of these runs, in order, and of all variables by run; each shard is read once. (run x variable)
std::vector<std::vector<Variable::Values>> values_in_shards(const SweepPlan& plan, const SweepFolder& folder,
                                                            const ResultSet& frame,
                                                            const std::vector<std::size_t>& runs) {
  std::vector<std::vector<Variable::Values>> values;
  std::optional<std::size_t> read;
  ResultSet shard;
  for (const std::size_t run : runs) {
    const std::size_t wanted = run / plan.numbers().shard_runs;
    if (read != wanted) shard = read_result(folder.shard(wanted));
    read = wanted;
    std::vector<Variable::Values>& of_run = values.emplace_back(frame.variables.size());
    for (std::size_t k = 0; k < frame.variables.size(); ++k)
      if (is_by_run(frame.variables[k])) of_run[k] = values_in_shard(plan, shard, frame, k, run);
  }
  return values;
}

/// The values of one run in a variable of merged.h5.
Variable::Values values_of_run(const SweepPlan& plan, const Variable& variable, std::size_t run) {
  const RunAddress at = plan.address_of(run);
  const RunNumbers numbers = plan.numbers();
  const std::size_t n = variable.size() / plan.n_runs();
  const std::size_t row = (at.point * numbers.n_realizations + at.realization) * numbers.n_arms + at.arm;
  return std::visit(
      [&]<class T>(const std::vector<T>& all) -> Variable::Values {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(row * n);
        return std::vector<T>(first, first + static_cast<std::ptrdiff_t>(n));
      },
      variable.values);
}

}  // namespace

std::string find_differences_in_merged(const SweepPlan& plan, const SweepFolder& folder,
                                       const SweepStatus& status, const std::vector<std::size_t>& runs) {
  const std::filesystem::path file = folder.path() / "merged.h5";
  if (runs.empty() || !is_there(file)) return "";
  const std::size_t shard = runs.front() / plan.numbers().shard_runs;
  const ResultSet frame =
      lay_out_merged(plan.sweep, plan.stamp, read_result(folder.shard(shard)), 0, status.failed_runs.size());
  const std::vector<std::vector<Variable::Values>> in_shards = values_in_shards(plan, folder, frame, runs);
  std::string text;
  for (std::size_t k = 0; k < frame.variables.size(); ++k) {
    const Variable& wanted = frame.variables[k];
    const auto report = [&](const std::string& what) {
      text += fmt::format("{}: {} {}\n", file.string(), wanted.name, what);
    };
    const std::vector<std::string> name = {wanted.name};
    const ResultSet merged = read_variables(file, name);
    const Variable* found = merged.find_variable(wanted.name);
    const bool by_run = is_by_run(wanted);
    const bool alike = found != nullptr && found->dims == wanted.dims &&
                       found->values.index() == wanted.values.index() &&
                       std::all_of(frame.dims.begin(), frame.dims.end(), [&](const Dimension& dimension) {
                         const Dimension* twin = merged.find_dimension(dimension.name);
                         return twin != nullptr && twin->labels == dimension.labels;
                       });
    if (!alike) {
      report("is not laid out as the sweep's");
      continue;
    }
    if (!by_run && !same_bits(wanted.values, found->values)) report("differs from the sweep's design");
    std::size_t first = 0;
    while (by_run && first < runs.size() &&
           same_bits(values_of_run(plan, *found, runs[first]), in_shards[first][k]))
      ++first;
    if (by_run && first < runs.size())
      report(fmt::format("differs from {} at {}",
                         folder.shard(runs[first] / plan.numbers().shard_runs).string(),
                         describe_run(plan, runs[first])));
  }
  return text;
}

}  // namespace hansa
