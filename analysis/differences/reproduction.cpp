#include "analysis/differences/reproduction.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "hansa_version.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& message) {
  throw ScenarioError({{.file = file.string(), .key = "file", .message = message}});
}

/// Refuses one run of a sweep, whose realization has the number that it has there.
void expect_all_realizations(const std::filesystem::path& file, const ResultSet& kept, int n) {
  const Dimension* dimension = kept.find_dimension("realization");
  const auto* numbers =
      dimension == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&dimension->labels);
  if (numbers != nullptr && numbers->size() == static_cast<std::size_t>(n) && numbers->front() == 0) return;
  refuse(file, "holds one run of a sweep; hansa run --from DIR --run K repeats it");
}

}  // namespace

KeptResult read_kept(const std::filesystem::path& file, const DataFolders& folders) {
  ResultSet kept = read_run(file);
  const std::string text = text_attribute(kept, "scenario");
  if (text.empty()) refuse(file, "holds no scenario, so that it is not the result of a run");
  PreparedScenario prepared = prepare_text(text, file.parent_path() / "scenario.yaml", folders);
  expect_all_realizations(file, kept, prepared.scenario().realizations);
  return {std::move(kept), std::move(prepared)};
}

std::string other_writer(const ResultSet& kept, const std::filesystem::path& run_json) {
  std::string source = text_attribute(kept, "source"), reason;
  const std::string here = fmt::format("Hansa {}", version);
  const auto bytes = read_bytes(run_json, 1 << 20, reason);
  const auto json = nlohmann::json::parse(bytes.value_or(""), nullptr, false);
  const std::string kept_commit =
      json.is_object() && json.contains("commit") && json["commit"].is_string() ? json["commit"] : "";
  if (source == here && (kept_commit.empty() || kept_commit == commit)) return "";
  if (!kept_commit.empty()) source += fmt::format(" ({})", kept_commit);
  return fmt::format("was written by {}, this is {} ({})", printable(source), here, commit);
}

Reproduction compare_bytes(const std::filesystem::path& file, const ResultSet& kept, const ResultSet& again) {
  std::string reason;
  const auto bytes = read_bytes(file, std::numeric_limits<std::size_t>::max(), reason);
  if (!bytes) throw ResultFileError(file, reason);
  const std::vector<std::byte> image = hdf5_image(again, file);
  if (image.size() == bytes->size() && std::memcmp(image.data(), bytes->data(), image.size()) == 0)
    return {.equal = true, .n_bytes = image.size()};
  return {.equal = false, .n_bytes = bytes->size(), .difference = find_differences(kept, again)};
}

}  // namespace hansa
