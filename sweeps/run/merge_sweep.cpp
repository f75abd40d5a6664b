#include "sweeps/run/merge_sweep.hpp"

#include <algorithm>
#include <limits>
#include <system_error>
#include <type_traits>

#include <fmt/format.h>

#include "analysis/results/hdf5/result_stream.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/files/publish.hpp"
#include "support/files/seal.hpp"
#include "support/files/sha256.hpp"
#include "support/text/counted.hpp"
#include "sweeps/run/merged_layout.hpp"
#include "sweeps/run/sweep_status.hpp"

namespace hansa {
namespace {

constexpr std::uint8_t missing = 2;

/// A box and its values, before any shard is read: those of runs that are missing.
struct Filling {
  ChunkBox box;
  std::string name;          // of the variable
  std::string source;        // the shard's variable that it is made from
  std::size_t n_values = 1;  // of one run
  Variable::Values values;
};

Filling begin_filling(const ResultSet& frame, const ChunkBox& box, const SweepPlan& plan) {
  const Variable& variable = frame.variables[box.variable];
  const std::vector<std::size_t> shape = shape_of(variable, frame);
  Filling filling{.box = box, .name = variable.name, .source = variable.name, .values = variable.values};
  if (filling.name == "complete") filling.source = "status";
  for (std::size_t i = 3; i < shape.size(); ++i) filling.n_values *= shape[i];
  const std::size_t n_arms = shape[2], n_runs = box.n_points * box.n_realizations * n_arms;
  std::visit(
      [&]<class T>(std::vector<T>& values) {
        if constexpr (std::is_same_v<T, double>)
          values.assign(n_runs * filling.n_values, std::numeric_limits<double>::quiet_NaN());
        else
          values.assign(n_runs * filling.n_values, T{});
      },
      filling.values);
  if (filling.name == "status") filling.values = std::vector<std::uint8_t>(n_runs, missing);
  if (filling.name == "run") {
    auto& numbers = std::get<std::vector<std::int32_t>>(filling.values);
    for (std::size_t k = 0; k < n_runs; ++k) {
      const std::size_t realization = box.first_realization + k / n_arms % box.n_realizations;
      const std::size_t point = box.first_point + k / n_arms / box.n_realizations;
      numbers[k] =
          static_cast<std::int32_t>((realization * plan.sweep.n_points + point) * n_arms + k % n_arms);
    }
  }
  return filling;
}

/// Puts the runs of a shard that lie in the box into it.
void fill(const ResultSet& shard, std::size_t first_run, const SweepPlan& plan, Filling& filling) {
  if (filling.name == "run") return;
  const ChunkBox& box = filling.box;
  const std::size_t n_arms = plan.sweep.arms.size(), n = filling.n_values;
  const std::size_t n_shard_runs = shard.find_dimension("run")->size();
  std::visit(
      [&]<class T>(std::vector<T>& to) {
        const auto& from = values_of<T>(shard, filling.source);
        for (std::size_t k = 0; k < n_shard_runs; ++k) {
          const RunAddress at = plan.address_of(first_run + k);
          const std::size_t point = at.point - box.first_point,
                            realization = at.realization - box.first_realization;
          if (point >= box.n_points || realization >= box.n_realizations) continue;  // or below the first
          const std::size_t row = (point * box.n_realizations + realization) * n_arms + at.arm;
          std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(k * n), n,
                      to.begin() + static_cast<std::ptrdiff_t>(row * n));
          if constexpr (std::is_same_v<T, std::uint8_t>) {
            if (filling.name == "complete") to[row] = from[k] == 0 ? 1 : 0;
          }
        }
      },
      filling.values);
}

bool has_run_in(const SweepPlan& plan, std::size_t shard, const std::vector<Filling>& fillings) {
  const std::size_t first = plan.address_of(plan.first_run(shard)).realization,
                    last = plan.address_of(plan.first_run(shard + 1) - 1).realization;
  return std::any_of(fillings.begin(), fillings.end(), [&](const Filling& filling) {
    const ChunkBox& box = filling.box;
    return first < box.first_realization + box.n_realizations && last >= box.first_realization;
  });
}

/// One pass over the shards: fills these boxes and writes them.
void write_boxes(const SweepPlan& plan, const SweepFolder& folder, const std::vector<std::size_t>& whole,
                 const ResultSet& frame, const std::vector<ChunkBox>& boxes, ResultStream& stream) {
  std::vector<Filling> fillings;
  std::vector<std::string> sources;
  for (const ChunkBox& box : boxes) {
    fillings.push_back(begin_filling(frame, box, plan));
    if (fillings.back().name != "run") sources.push_back(fillings.back().source);
  }
  for (const std::size_t shard : whole) {
    if (sources.empty() || !has_run_in(plan, shard, fillings)) continue;
    const ResultSet read = read_variables(folder.shard(shard), sources);
    for (Filling& filling : fillings) fill(read, plan.first_run(shard), plan, filling);
  }
  for (const Filling& filling : fillings) {
    const ChunkBox& box = filling.box;
    std::vector<std::size_t> count = shape_of(frame.variables[box.variable], frame);
    std::vector<std::size_t> start(count.size(), 0);
    start[0] = box.first_point;
    start[1] = box.first_realization;
    count[0] = box.n_points;
    count[1] = box.n_realizations;
    stream.write(filling.name, start, count, filling.values);
  }
}

/// Numbers of the shards that are whole. Throws OutputError if the rest may not be left out.
std::vector<std::size_t> find_whole(const SweepPlan& plan, const SweepStatus& found, bool partial,
                                    const std::filesystem::path& file) {
  if (!partial && !found.damaged.empty())
    throw OutputError(file, "is not made: " + describe_damage(found.damaged.front()) +
                                (found.damaged.size() > 1
                                     ? fmt::format("; and {} more are damaged", found.damaged.size() - 1)
                                     : "") +
                                "; --partial leaves it out and marks its runs");
  if (!partial && !found.missing.empty())
    throw OutputError(file, fmt::format("is not made: shards {} of {} are missing; hansa sweep runs them, "
                                        "--partial merges the rest",
                                        ranges_of(found.missing), plan.n_shards()));
  std::vector<std::size_t> whole;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    const bool is_damaged = std::any_of(found.damaged.begin(), found.damaged.end(),
                                        [&](const DamagedShard& damaged) { return damaged.shard == shard; });
    if (!is_damaged && !std::binary_search(found.missing.begin(), found.missing.end(), shard))
      whole.push_back(shard);
  }
  if (whole.empty()) throw OutputError(file, "is not made: there is no whole shard at all");
  return whole;
}

/// Bytes of the values in the file. Texts are left out: how long they are is known when they are read.
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
  SweepStatus found = check_sweep(plan, folder);
  const std::vector<std::size_t> whole = find_whole(plan, found, way.partial, merged.file);
  merged.n_runs = plan.n_runs();
  merged.n_missing = plan.n_runs() - found.n_runs_done;
  merged.n_failed = found.failed_runs.size();
  merged.left_out = std::move(found.damaged);
  remove_abandoned_files(folder.path());
  TemporaryFile temporary(merged.file);
  const ResultSet frame = lay_out_merged(plan.sweep, plan.stamp, read_result(folder.shard(whole.front())),
                                         merged.n_missing, merged.n_failed);
  const auto passes = deal_into_passes(frame, way.memory);
  ResultStream stream(temporary.path(), merged.file, frame);
  temporary.reserve(values_bytes(frame, passes));
  for (const auto& boxes : passes) write_boxes(plan, folder, whole, frame, boxes, stream);
  stream.close();
  temporary.release();
  const std::string digest = seal_file(temporary.path());
  std::error_code ignored;
  if (std::filesystem::exists(merged.file, ignored)) {
    merged.was_there = sha256_of_file(merged.file) == digest;
    if (!merged.was_there && !way.replace)
      throw OutputError(merged.file, "exists already, with other content; --force replaces it");
  }
  std::filesystem::path beside = merged.file;
  beside += ".sha256";
  const std::string line = digest_line(digest, merged.file);
  if (!merged.was_there && !temporary.publish(way.replace))
    throw OutputError(merged.file, "exists already and is not overwritten");
  publish(beside, std::as_bytes(std::span(line)), true);
  return merged;
}

}  // namespace hansa
