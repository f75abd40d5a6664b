#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

/// The lines `# expect: LINE:COL: KEY: message` at the head of an invalid scenario; with FILE: in front for
/// another file.
std::string expected(const std::filesystem::path& file) {
  constexpr std::string_view mark = "# expect: ";
  std::istringstream lines(test::text_of(file));
  std::string text, line;
  while (std::getline(lines, line) && line.starts_with(mark)) {
    line.erase(0, mark.size());
    const bool own = line[0] >= '0' && line[0] <= '9';
    text += (text.empty() ? "" : "\n") + (own ? file.filename().string() + ":" : "") + line;
  }
  return text;
}

TEST_CASE("every invalid scenario is refused with all its problems, each at its place", "[scenario][yaml]") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(test::source / "tests/scenarios/invalid")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 150);
  for (const auto& file : files) {
    INFO(file.filename());
    const std::string wanted = expected(file);
    CHECK_FALSE(wanted.empty());
    CHECK(test::problems_of(file) == wanted);
  }
}

}  // namespace
}  // namespace hansa
