#include "sweeps/run/earlier_runs.hpp"

#include <algorithm>
#include <system_error>

#include "analysis/results/hdf5/result_file.hpp"
#include "support/files/sha256.hpp"
#include "support/input/text_file.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/sweep_growth.hpp"

namespace hansa {

namespace fs = std::filesystem;

EarlierRuns::EarlierRuns(const SweepPlan& plan, const SweepFolder& folder) : plan_(plan), folder_(folder) {
  for (const std::string& text : folder.earlier_sweeps()) {
    const std::string sha256 = sha256_hex(text);
    if (sha256 == plan.stamp.sha256) continue;
    const Growth growth = compare_with(folder.path(), text, plan);
    const fs::path shards = folder.shards_of(sha256);
    if (!growth.refusal.empty()) continue;
    Source source{.shards = shards,
                  .sha256 = sha256,
                  .numbers = {.n_points = growth.before.n_points,
                              .n_arms = plan.sweep.arms.size(),
                              .n_realizations = static_cast<std::size_t>(growth.before.realizations),
                              .shard_runs = static_cast<std::size_t>(growth.before.shard_runs)}};
    for (std::size_t shard = 0; shard < source.numbers.n_shards(); ++shard)
      source.done.push_back(is_done(shard_in(shards, shard)));
    sources_.push_back(std::move(source));
  }
}

const EarlierRuns::Source* EarlierRuns::source_of(const RunAddress& at) const {
  const auto found = std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) {
    return source.numbers.has(at) && source.done[source.numbers.number_of(at) / source.numbers.shard_runs];
  });
  return found == sources_.end() ? nullptr : &*found;
}

bool EarlierRuns::has(const RunAddress& at) const { return source_of(at) != nullptr; }

std::size_t EarlierRuns::count_in(const std::vector<std::size_t>& shards) const {
  std::size_t n = 0;
  for (const std::size_t shard : shards) {
    for (std::size_t run = plan_.first_run(shard); run < plan_.first_run(shard + 1) && !empty(); ++run)
      n += has(plan_.address_of(run)) ? 1U : 0U;
  }
  return n;
}

std::vector<std::optional<SweepRun>> EarlierRuns::read(std::size_t first, std::size_t last) const {
  std::vector<std::optional<SweepRun>> found(last - first);
  const Source* open = nullptr;
  std::size_t open_shard = 0;
  std::vector<SweepRun> runs;  // of that shard
  for (std::size_t run = first; run < last; ++run) {
    const RunAddress at = plan_.address_of(run);
    const Source* source = source_of(at);
    if (source == nullptr) continue;
    const std::size_t number = source->numbers.number_of(at), shard = number / source->numbers.shard_runs;
    if (source != open || shard != open_shard) {
      open = source;
      open_shard = shard;
      try {
        runs = read_runs(
            read_shard(plan_, source->sha256, source->numbers, shard_in(source->shards, shard), shard));
      } catch (const FileError&) {  // damaged, or removed by a process that has finished the sweep
        runs.clear();
      }
    }
    if (!runs.empty()) found[run - first] = runs[number - source->numbers.first_run(shard)];
  }
  return found;
}

void EarlierRuns::remove() const {
  std::error_code ignored;
  for (const Source& source : sources_) fs::remove_all(source.shards, ignored);
  folder_.remove_earlier_sweeps(plan_.sweep.points_sha256.empty() ? "" : points_file_name(plan_.sweep));
}

}  // namespace hansa
