// The program's answer to every wrong scenario of tests/scenarios/invalid, whose messages the loader's test compares.
#include <sstream>

#include "tests/hostile/hostile_file.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

TEST_CASE("hansa run refuses every wrong scenario at the place of its first problem, and writes nothing",
          "[hostile]") {
  std::size_t n = 0;
  const std::filesystem::path invalid = test::source / "tests/scenarios/invalid";
  for (const auto& entry : std::filesystem::directory_iterator(invalid)) {
    const std::string name = entry.path().filename(), text = test::text_of(entry.path());
    constexpr std::string_view mark = "# expect: ";
    REQUIRE(text.starts_with(mark));
    std::string wanted = text.substr(mark.size(), text.find('\n') - mark.size());
    const bool own = wanted[0] >= '0' && wanted[0] <= '9';
    const bool needs_library = text.find("two-conferences") != std::string::npos;  // of the loader's tests
    if (!own || needs_library) continue;  // not own: its problem is in another file
    const test::ScratchFolder folder;
    for (const auto& beside : std::filesystem::directory_iterator(invalid))
      if (text.find(beside.path().filename().string()) != std::string::npos || beside.path() == entry.path())
        std::filesystem::copy_file(beside.path(), folder / beside.path().filename().string());
    INFO(name);
    test::expect_refusal(folder, {"run", name}, test::place_and_key(name + ":" + wanted));
    ++n;
  }
  CHECK(n >= 140);
}

}  // namespace
}  // namespace hansa
