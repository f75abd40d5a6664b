#include "sweeps/cluster/job_record.hpp"

#include <cerrno>
#include <chrono>
#include <fstream>
#include <span>
#include <sstream>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <sys/file.h>

#include "support/files/file_error.hpp"

namespace hansa {
namespace {

std::filesystem::path record_in(const std::filesystem::path& folder) { return folder / "jobs.txt"; }

}  // namespace

std::optional<JobRecord> JobRecord::claim(const std::filesystem::path& folder) {
  const auto file = record_in(folder);
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) throw OutputError(file, system_cause("cannot be opened", errno));
  FileDescriptor opened(descriptor, file);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return std::nullopt;
  return JobRecord(std::move(opened));
}

void JobRecord::add(const SubmittedJob& job) const {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const std::string line = fmt::format("{} {} {:%Y-%m-%dT%H:%M:%SZ}\n", job.number,
                                       job.cluster.empty() ? "-" : job.cluster, fmt::gmtime(now));
  opened_.write_all(std::as_bytes(std::span(line)));
  opened_.sync();
}

std::vector<SubmittedJob> recorded_jobs(const std::filesystem::path& folder) {
  std::vector<SubmittedJob> jobs;
  std::ifstream stream(record_in(folder));
  for (std::string line; std::getline(stream, line);) {
    std::istringstream words(line);
    SubmittedJob job;
    if (!(words >> job.number >> job.cluster)) continue;
    if (job.number.find_first_not_of("0123456789") != std::string::npos) continue;
    if (job.cluster == "-") job.cluster.clear();
    jobs.push_back(job);
  }
  return jobs;
}

}  // namespace hansa
