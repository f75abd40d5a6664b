#include <sstream>

#include <nlohmann/json.hpp>

#include "analysis/report/page_parts.hpp"
#include "scenarios/load/paths.hpp"
#include "support/input/text_file.hpp"

namespace hansa {

nlohmann::ordered_json source_part(const DataFolders& folders) {
  constexpr std::size_t longest = std::size_t{1} << 20;  // [bytes]
  const Found found = find_shipped_table("SOURCES.md", folders);
  std::string reason;
  const auto text = found.reason.empty() ? read_bytes(found.path, longest, reason) : std::nullopt;
  if (!text) return nullptr;
  std::istringstream lines(*text);
  std::vector<std::string> credits;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) inside = line == "## Credits";
    if (!inside) continue;
    if (line.starts_with("- ")) credits.push_back(line.substr(2));
    if (line.starts_with("  ") && !credits.empty()) credits.back() += line.substr(1);
  }
  return credits;
}

}  // namespace hansa
