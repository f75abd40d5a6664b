#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/files/file_descriptor.hpp"
#include "sweeps/cluster/slurm_commands.hpp"

namespace hansa {

/// DIR/jobs.txt, a line for each job that was submitted: number, cluster or "-", time. It is the same under
/// every path of the folder. Who submits holds it, so that two submissions cannot overlap.
class JobRecord {
 public:
  /// Opens and locks the record, which it creates. nullopt if another process holds it. Where a file system
  /// has no locks, it is not held. Throws OutputError.
  [[nodiscard]] static std::optional<JobRecord> claim(const std::filesystem::path& folder);

  /// Appends a job and syncs. Throws OutputError.
  void add(const SubmittedJob& job) const;

 private:
  explicit JobRecord(FileDescriptor opened) : opened_(std::move(opened)) {}

  FileDescriptor opened_;
};

/// The jobs of a folder's record, in order; none if there is no record.
[[nodiscard]] std::vector<SubmittedJob> recorded_jobs(const std::filesystem::path& folder);

}  // namespace hansa
