#include "analysis/merge_sweep.hpp"

#include <system_error>

#include <fmt/format.h>

#include "analysis/size_estimate.hpp"
#include "analysis/sweep_estimate.hpp"
#include "sim/record/merged_layout.hpp"
#include "sim/record/publish.hpp"
#include "sim/record/result_writer.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {
namespace {

void refuse_too_large(const SweepPlan& plan, const std::filesystem::path& file) {
  constexpr double copies = 2.5, share = 0.8, giga = 1e9;  // the values, and HDF5's image of them
  const double needed = copies * bytes_per_run(plan) * static_cast<double>(plan.n_runs());
  const double available = available_memory();
  if (available > 0 && needed > share * available)
    throw OutputError(file, fmt::format("needs about {:.0f} GB of memory, and {:.0f} GB are free; "
                                        "read the shards one by one instead",
                                        needed / giga, available / giga));
}

std::int64_t count_of(const ResultSet& result, std::string_view name) {
  for (const auto& [key, value] : result.attributes) {
    if (key == name) return std::get<std::int64_t>(value);
  }
  return 0;
}

}  // namespace

std::string ranges_of(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t k = 0; k < numbers.size();) {
    std::size_t last = k;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    text += fmt::format("{}{}", text.empty() ? "" : ",", numbers[k]);
    if (last > k) text += fmt::format("-{}", numbers[last]);
    k = last + 1;
  }
  return text;
}

Merged merge_sweep(const SweepPlan& plan, const SweepFolder& folder, bool partial, bool replace) {
  Merged merged{.file = folder.path() / "merged.h5"};
  const std::vector<std::size_t> missing = folder.missing(plan.n_shards());
  if (!missing.empty() && !partial)
    throw OutputError(merged.file,
                      fmt::format("is not made: shards {} of {} are missing; hansa sweep runs them, "
                                  "--partial merges the rest",
                                  ranges_of(missing), plan.n_shards()));
  if (missing.size() == plan.n_shards())
    throw OutputError(merged.file, "is not made: there is no shard at all");
  refuse_too_large(plan, merged.file);
  MergedLayout layout(plan.sweep, plan.stamp);
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (folder.has(shard)) layout.add(read_shard(plan, folder, shard));
  }
  const ResultSet result = layout.end();
  merged.n_runs = plan.n_runs();
  merged.n_missing = static_cast<std::size_t>(count_of(result, "missing_runs"));
  merged.n_failed = static_cast<std::size_t>(count_of(result, "failed_runs"));
  const std::vector<std::byte> image = hdf5_image(result, merged.file);
  const std::string digest = sha256_hex(image);
  std::error_code ignored;
  if (std::filesystem::exists(merged.file, ignored)) {
    merged.was_there = sha256_of_file(merged.file) == digest;
    if (!merged.was_there && !replace)
      throw OutputError(merged.file, "exists already, with other content; --force replaces it");
  }
  std::filesystem::path beside = merged.file;
  beside += ".sha256";
  const std::string line = digest_line(digest, merged.file);
  if (!merged.was_there) publish(merged.file, image, replace);
  publish(beside, std::as_bytes(std::span(line)), true);
  return merged;
}

}  // namespace hansa
