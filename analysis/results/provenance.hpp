#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hansa {

/// How a result came to be: all that may differ between runs whose results are equal, and so may not stand in
/// result.h5.
struct Provenance {
  std::string version;  // of the program
  std::string commit;   // of its source; "unknown" when it was not built from a repository
  std::string compiler;
  std::string date;  // when the run began, as utc_now() gives it
  std::string host;
  std::vector<std::string> command;  // the words of the command line
  int n_threads = 1;
  double wall_seconds = 0.0;
  std::vector<std::pair<std::string, std::string>>
      sha256;  // of each file beside run.json: its name and digest
};

/// All but the command, the threads, the time taken and the digests, which the caller knows.
[[nodiscard]] Provenance begin_provenance();

/// The text of run.json, as docs/result_file.md describes it.
[[nodiscard]] std::string run_json(const Provenance& provenance);

/// Now, in Greenwich, to the second: 2026-11-22T18:29:00Z.
[[nodiscard]] std::string utc_now();

}  // namespace hansa
