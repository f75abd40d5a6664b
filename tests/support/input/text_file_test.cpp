#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "support/input/text_file.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

std::string problem_with(const std::filesystem::path& file) {
  ProblemList problems;
  const auto text = read_text_file(file, 1024, problems.add_file("f"), problems);
  CHECK(text.has_value() == problems.empty());
  return to_text(problems.sorted());
}

TEST_CASE("a pipe, a folder and a device are refused without waiting", "[yaml]") {
  const test::ScratchFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(problem_with(folder / "pipe") == "f:1:1: file: is not a regular file");
  CHECK(problem_with(folder.path()) == "f:1:1: file: is a folder, not a file");
  CHECK(problem_with("/dev/zero") == "f:1:1: file: is not a regular file");
  CHECK(problem_with("/dev/null") == "f:1:1: file: is not a regular file");
  CHECK(problem_with(folder / "none") == "f:1:1: file: cannot be read: No such file or directory");
  REQUIRE(::symlink("loop", (folder / "loop").c_str()) == 0);
  CHECK(problem_with(folder / "loop") == "f:1:1: file: cannot be read: Too many levels of symbolic links");
  CHECK_THROWS_WITH(problem_with("/proc/self/mem"), "/proc/self/mem: cannot be read: Input/output error");
}

TEST_CASE("a file may be as large as the limit and not a byte larger", "[yaml]") {
  const test::ScratchFolder folder;
  test::put(folder / "a", std::string(1024, 'a'));
  CHECK(problem_with(folder / "a").empty());
  test::put(folder / "a", std::string(1025, 'a'));
  CHECK(problem_with(folder / "a") == "f:1:1: file: is larger than 1 KiB");
}

TEST_CASE("invalid UTF-8 and hidden characters are reported at their line and column", "[yaml]") {
  const test::ScratchFolder folder;
  using namespace std::string_literals;
  const auto [text, problem] = GENERATE(table<std::string, std::string>({
      {"a: b\n", ""},
      {"a: b\r\nc: d\r\n", ""},
      {"\xEF\xBB\xBFname: x\n", ""},
      {"name: \xC3\xA5\xE2\x82\xAC\xF0\x9F\x8C\x8D\n", ""},
      {"a: b\rc: d\n", "f:1:5: file: carriage return without a line feed"},
      {"a: b\r", "f:1:5: file: carriage return without a line feed"},
      {"a: \xE9t\xE9\n", "f:1:4: file: byte 0xe9 is not UTF-8"},                     // Latin-1
      {"\xC3\xA9: 1\n\xC3\xA9: \xC0\xAF\n", "f:2:4: file: byte 0xc0 is not UTF-8"},  // overlong
      {"a: \xE0\x80\xAF\n", "f:1:4: file: byte 0xe0 is not UTF-8"},                  // overlong
      {"a: \xED\xA0\x80\n", "f:1:4: file: byte 0xed is not UTF-8"},                  // surrogate
      {"a: \xF4\x90\x80\x80\n", "f:1:4: file: byte 0xf4 is not UTF-8"},  // past the last character
      {"a: \xE2\x82", "f:1:4: file: byte 0xe2 is not UTF-8"},            // truncated
      {"a: \x80\n", "f:1:4: file: byte 0x80 is not UTF-8"},              // continues nothing
      {"\xFF\xFEn\0a\0"s, "f:1:1: file: byte 0xff is not UTF-8"},        // UTF-16
      {"n\0a\0m\0e\0"s, "f:1:2: file: hidden character U+0000"},         // UTF-16 without a mark
      {"\x7F"
       "ELF\x02\x01",
       "f:1:1: file: hidden character U+007F"},
      {"a: \x1B[31m\n", "f:1:4: file: hidden character U+001B"},
      {"a: \xC2\x85\n", "f:1:4: file: hidden character U+0085"},
      {"a:\xE2\x80\xA8\n", "f:1:3: file: hidden character U+2028"},
      {"a: \xE2\x80\xAE\n", "f:1:4: file: hidden character U+202E"},
      {"a: \xE2\x81\xA6\n", "f:1:4: file: hidden character U+2066"},
      {"a: \xEF\xBB\xBF\n", "f:1:4: file: hidden character U+FEFF"},
  }));
  test::put(folder / "a", text);
  CHECK(problem_with(folder / "a") == problem);
}

TEST_CASE("the byte order mark of a file is not part of its text", "[yaml]") {
  const test::ScratchFolder folder;
  test::put(folder / "a", "\xEF\xBB\xBFname: x\n");
  ProblemList problems;
  CHECK(read_text_file(folder / "a", 1024, problems.add_file("f"), problems) == "name: x\n");
}

}  // namespace
}  // namespace hansa
