#include "sweeps/run/shard_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/presence.hpp"
#include "support/files/regular_file.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"
#include "support/text/line_diff.hpp"
#include "sweeps/layout/shard_layout.hpp"

namespace hansa {
namespace {

/// What of a dimension or variable of a result is not as in `wanted`, a layout of the same; empty: nothing.
std::string find_difference(const Dimension& wanted, const Dimension& found) {
  return found.labels == wanted.labels ? "" : "has other labels than the sweep";
}
std::string find_difference(const Variable& wanted, const Variable& found) {
  if (found.dims != wanted.dims)
    return fmt::format("is along ({}) instead of ({})", fmt::join(found.dims, ", "),
                       fmt::join(wanted.dims, ", "));
  if (found.values.index() != wanted.values.index()) return "has values of another type than the sweep's";
  return found.flag_meanings == wanted.flag_meanings ? "" : "has flags of other meanings than the sweep's";
}

/// Returns an error message if a shard has not the dimensions and variables of this sweep, else empty.
std::string find_difference_in_layout(const SweepPlan& plan, const ResultSet& result) {
  const ResultSet wanted = lay_out_shard(plan.sweep, plan.stamp, 0, 0, {});
  for (const Dimension& dimension : wanted.dims) {
    const Dimension* found = result.find_dimension(dimension.name);
    if (found == nullptr) return "lacks the dimension " + dimension.name;
    const std::string difference = dimension.name == "run" ? "" : find_difference(dimension, *found);
    if (!difference.empty()) return fmt::format("the dimension {} {}", dimension.name, difference);
  }
  for (const Variable& variable : wanted.variables) {
    const Variable* found = result.find_variable(variable.name);
    if (found == nullptr) return "lacks the variable " + variable.name;
    const std::string difference = find_difference(variable, *found);
    if (!difference.empty()) return fmt::format("the variable {} {}", variable.name, difference);
  }
  return "";
}

/// Returns an error message if a result is not this shard, else empty.
std::string find_difference(const SweepPlan& plan, const std::string& sweep_sha256,
                            const RunNumbers& numbered, std::size_t shard, const ResultSet& result) {
  if (text_attribute(result, "sweep_sha256") != sweep_sha256) return "is a shard of another sweep";
  if (std::string difference = find_difference_in_layout(plan, result); !difference.empty())
    return difference;
  const std::size_t first = numbered.first_run(shard), n_runs = numbered.first_run(shard + 1) - first;
  const Dimension& runs = *result.find_dimension("run");
  const auto* numbers = std::get_if<std::vector<std::int64_t>>(&runs.labels);
  if (numbers == nullptr || numbers->size() != n_runs) return fmt::format("does not hold {} runs", n_runs);
  const auto& points = values_of<std::int32_t>(result, "design_point");
  const auto& realizations = values_of<std::int32_t>(result, "realization");
  const auto& arms = values_of<std::uint8_t>(result, "arm");
  for (std::size_t k = 0; k < n_runs; ++k) {
    const RunAddress found{static_cast<std::size_t>(realizations[k]), static_cast<std::size_t>(points[k]),
                           arms[k]};
    if ((*numbers)[k] != static_cast<std::int64_t>(first + k) || found != numbered.address_of(first + k))
      return fmt::format("holds another run in the place of run {}", first + k);
  }
  return "";
}

/// The text of a file; empty if there is none. Throws FileError if it cannot be read.
std::string text_in(const std::filesystem::path& file) {
  if (!is_there(file)) return "";
  constexpr std::size_t largest = 64 << 20;  // [bytes]
  std::string reason;
  auto text = read_bytes(file, largest, reason, folder_above(file));
  if (!text) throw FileError(file, reason);
  return *std::move(text);
}

/// Files with names of shards, in order; of all folders of shards, should the sweep have grown.
std::vector<std::filesystem::path> shard_files(const SweepFolder& folder) {
  std::vector<std::filesystem::path> folders = {folder.shards()}, files;
  for (const auto& entry : entries_of(folder.path()))
    if (entry.path().filename().string().starts_with("shards")) folders.push_back(entry.path());
  for (const std::filesystem::path& shards : folders) {
    for (const auto& entry : entries_of(shards)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with("shard-") && name.ends_with(".h5")) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string describe_damage(const DamagedShard& damaged) {
  return fmt::format(
      "shard {}: {}; {}", damaged.shard, damaged.reason,
      damaged.is_redone ? "hansa sweep runs it again" : "delete it, and hansa sweep runs it again");
}

ResultSet read_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard) {
  return read_shard(plan, plan.stamp.sha256, plan.numbers(), folder.shard(shard), shard);
}

ResultSet read_shard(const SweepPlan& plan, const std::string& sweep_sha256, const RunNumbers& numbers,
                     const std::filesystem::path& file, std::size_t shard) {
  if (const std::string reason = check_digest(file); !reason.empty()) throw ResultFileError(file, reason);
  ResultSet result = read_result(file);
  if (const std::string difference = find_difference(plan, sweep_sha256, numbers, shard, result);
      !difference.empty())
    throw ResultFileError(file, difference);
  return result;
}

void refuse_edited_sweep(const SweepFolder& folder) {
  constexpr std::size_t most_read = 4;
  const std::string text = text_in(folder.sweep_file()), sha256 = sha256_hex(text);
  if (folder.has_grown_into(sha256)) return;  // also while it grows, when the digest is not written yet
  constexpr std::size_t largest = 64 << 10;   // [bytes]
  std::string unreadable;
  const auto line = read_bytes(folder.sweep_digest(), largest, unreadable, folder.path());
  if (line && *line == digest_line(sha256, folder.sweep_file())) return;
  std::string made_from;
  std::size_t n_read = 0;
  for (const std::filesystem::path& file : shard_files(folder)) {
    if (n_read == most_read) break;
    try {
      const ResultSet result = read_result(file);
      if (text_attribute(result, "sweep_sha256") == sha256) return;
      made_from = text_attribute(result, "sweep");
      ++n_read;
    } catch (const FileError&) {
      continue;  // damaged; reported elsewhere
    }
  }
  if (n_read == 0) return;
  throw ScenarioError(
      {{.file = folder.sweep_file().string(),
        .line = 1,
        .column = 1,
        .key = "file",
        .message = "differs from the sweep of the shards beside it; undo the change, or use another "
                   "folder for the new sweep. Changed lines:\n" +
                   diff_lines(made_from, text)}});
}

FoundSweep open_sweep(const SweepFolder& folder, const DataFolders& data) {
  refuse_edited_sweep(folder);
  return find_sweep(folder, data);
}

std::string check_digest(const std::filesystem::path& file) {
  std::filesystem::path beside = file;
  beside += ".sha256";
  if (!is_there(beside)) return "its .sha256 is missing";
  constexpr std::size_t largest = 64 << 10;  // [bytes]
  std::string reason;
  const auto line = read_bytes(beside, largest, reason, folder_above(beside));
  if (!line) return "its .sha256 " + reason;
  if (line->empty()) return "its .sha256 is empty";
  if (!RegularFile::open(file, reason, folder_above(file))) return reason;
  return *line == digest_line(sha256_of_file(file), file) ? ""
                                                          : "its bytes do not have the SHA-256 beside it";
}

}  // namespace hansa
