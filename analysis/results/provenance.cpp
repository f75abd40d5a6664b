#include "analysis/results/provenance.hpp"

#include <chrono>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

#include "analysis/results/result_format.hpp"
#include "hansa_version.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/text/json_text.hpp"

namespace hansa {

Provenance begin_provenance() {
  Provenance begun;
  begun.version = version;
  begun.commit = commit;
  begun.compiler = compiler;
  begun.date = utc_now();
  begun.host = host_name();
  return begun;
}

std::string run_json(const Provenance& provenance) {
  nlohmann::ordered_json digests = nlohmann::ordered_json::object();
  for (const auto& [file, digest] : provenance.sha256) digests[file] = digest;
  const nlohmann::ordered_json run = {
      {"format_version", result_format_version},
      {"program", "hansa"},
      {"version", provenance.version},
      {"commit", provenance.commit},
      {"compiler", provenance.compiler},
      {"command", provenance.command},
      {"date", provenance.date},
      {"host", provenance.host},
      {"threads", provenance.n_threads},
      {"wall_seconds", provenance.wall_seconds},
      {"sha256", digests},
  };
  return json_text(run);  // replaces bytes of the command line that are not UTF-8
}

std::string utc_now() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace hansa
