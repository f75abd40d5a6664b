#include "sweeps/report/found_results.hpp"

#include <algorithm>
#include <ctime>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "support/files/presence.hpp"
#include "support/input/problem.hpp"
#include "support/input/text_file.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/run/sweep_status.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// The bytes of all files below a folder.
std::uintmax_t size_of(const fs::path& folder) {
  std::error_code ignored;
  std::uintmax_t n_bytes = 0;
  for (auto entry = fs::recursive_directory_iterator(folder, ignored);
       entry != fs::recursive_directory_iterator(); entry.increment(ignored)) {
    if (ignored) break;
    if (const std::uintmax_t size = is_regular(entry->path()) ? entry->file_size(ignored) : 0; !ignored)
      n_bytes += size;
  }
  return n_bytes;
}

/// Whether a text begins as a time does, 2026-01-02T03:04.
bool is_time(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00";
  return text.size() >= shape.size() &&
         std::equal(shape.begin(), shape.end(), text.begin(),
                    [](char want, char is) { return want == '0' ? is >= '0' && is <= '9' : want == is; });
}

/// Fills in what run.json says: when and how the result was made, and which of its files are gone.
void read_provenance(FoundResult& found) {
  constexpr std::size_t largest = 16 << 20;  // [bytes]
  std::string reason;
  const auto text = read_bytes(found.folder / "run.json", largest, reason, found.folder);
  const Json json = Json::parse(text.value_or(""), nullptr, false);
  if (!json.is_object()) {
    found.state = "run.json cannot be read";
    found.is_complete = false;
    return;
  }
  if (json.contains("date") && json["date"].is_string() && is_time(json["date"].get<std::string>()))
    found.made = json["date"].get<std::string>();
  std::vector<std::string> words;
  if (json.contains("command") && json["command"].is_array())
    for (const Json& word : json["command"])
      if (word.is_string()) words.push_back(word.get<std::string>());
  if (!words.empty()) {
    words.front() = "hansa";
    found.command = printable(shell_line(words));
  }
  std::size_t n_gone = 0;
  if (json.contains("sha256") && json["sha256"].is_object())
    for (const auto& [name, digest] : json["sha256"].items())
      if (!is_regular(found.folder / name)) ++n_gone;
  found.is_complete = n_gone == 0;
  found.state = n_gone == 0 ? "complete" : counted(n_gone, "file") + " gone";
}

/// When a file was last written, in UTC; empty if that is not known.
std::string when_written(const fs::path& path) {
  struct stat status {};
  std::tm parts{};
  if (::stat(path.c_str(), &status) != 0 || ::gmtime_r(&status.st_mtime, &parts) == nullptr) return "";
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void survey(FoundResult& found, const DataFolders& data) {
  found.made = when_written(found.folder / "sweep.yaml");
  try {
    const SweepFolder folder(found.folder);
    const SweepPlan plan = find_sweep(folder, data).plan;
    const SweepStatus status = survey_sweep(plan, folder);
    found.command = fmt::format("hansa sweep {}", printable(plan.sweep.name));
    found.is_complete = status.n_runs_done == status.n_runs;
    found.state =
        found.is_complete ? "complete" : fmt::format("{} of {} runs", status.n_runs_done, status.n_runs);
  } catch (const std::exception&) {  // another version's sweep, or a damaged one, must not hide the others
    found.is_complete = false;
    found.state = "cannot be read";
  }
}

/// What a folder holds; empty if it is none of results.
std::string kind_of(const fs::path& folder) {
  if (is_regular(folder / "sweep.yaml")) return "sweep";
  if (is_regular(folder / "compare.json")) return "comparison";
  if (is_regular(folder / "explanation.json")) return "explanation";
  return is_regular(folder / "result.h5") && is_regular(folder / "run.json") ? "run" : "";
}

void search(const fs::path& folder, int n_levels, const DataFolders& data,
            std::vector<FoundResult>& results) {
  if (const std::string kind = kind_of(folder); !kind.empty()) {
    FoundResult found{.folder = folder, .kind = kind, .n_bytes = size_of(folder)};
    if (kind == "sweep")
      survey(found, data);
    else
      read_provenance(found);
    results.push_back(std::move(found));
    return;
  }
  if (n_levels == 0) return;
  std::error_code ignored;
  for (const auto& entry : entries_of(folder))
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
      search(entry.path(), n_levels - 1, data, results);
}

std::string size_text(std::uintmax_t n_bytes) {
  const auto size = static_cast<double>(n_bytes);
  return size < 1e6 ? fmt::format("{:.0f} kB", size / 1e3) : fmt::format("{:.1f} MB", size / 1e6);
}

}  // namespace

std::vector<FoundResult> find_results(const fs::path& folder, const DataFolders& data) {
  constexpr int deepest = 4;
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw ScenarioError({{.file = folder.string(), .key = "file", .message = "there is no such folder"}});
  std::vector<FoundResult> results;
  search(folder, deepest, data, results);
  std::ranges::sort(results, [](const FoundResult& a, const FoundResult& b) {
    return a.made != b.made ? a.made > b.made : a.folder < b.folder;
  });
  return results;
}

Text results_text(const std::vector<FoundResult>& results) {
  TextTable table{.columns = {{.title = "folder"},
                              {.title = "kind", .rank = 2},
                              {.title = "made (UTC)", .rank = 1},
                              {.title = "size", .side = Side::Right, .rank = 3},
                              {.title = "state"},
                              {.title = "command", .rank = 4, .least = 16}}};
  for (const FoundResult& one : results)
    table.rows.push_back({printable(one.folder.string()),
                          one.kind,
                          one.made.substr(0, 10) + " " + one.made.substr(one.made.empty() ? 0 : 11, 5),
                          size_text(one.n_bytes),
                          {one.state, one.is_complete ? Tone::Plain : Tone::Notable},
                          one.command});
  return table;
}

}  // namespace hansa
