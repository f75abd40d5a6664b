#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hansa {

/// How a result was made: everything that may differ between runs with equal results, and so is not in result.h5.
struct Provenance {
  std::string version;  // of the program
  std::string commit;   // of its source; "unknown" if not built from a repository
  std::string compiler;
  std::string date;  // start of the run, from utc_now()
  std::string host;
  std::vector<std::string> command;  // words of the command line
  int n_threads = 1;
  double wall_seconds = 0.0;
  std::vector<std::pair<std::string, std::string>>
      sha256;  // name and digest of each other file of the folder
};

/// A provenance without command, threads, duration and digests, which the caller fills in.
[[nodiscard]] Provenance begin_provenance();

/// The text of run.json; see docs/reference/result_file.md.
[[nodiscard]] std::string run_json(const Provenance& provenance);

/// The current time in UTC, to the second: 2026-11-22T18:29:00Z.
[[nodiscard]] std::string utc_now();

}  // namespace hansa
