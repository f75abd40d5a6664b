// Where the program finds the tables and scenarios that it brings along.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/places.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::put;
using test::ScratchFolder;
using test::text_of;

/// Puts a word into the title of a library scenario.
void retitle(const std::filesystem::path& library, const std::string& word) {
  std::string scenario = text_of(library / "paris-2015.yaml");
  const auto title = scenario.find("\ntitle: ");
  REQUIRE(title != std::string::npos);
  put(library / "paris-2015.yaml", scenario.insert(title + 8, word + " "));
}

/// Installs the program here; false, and says so, where that cannot be done.
bool install(const ScratchFolder& folder) {
  const std::string build = program_file().parent_path();
  const test::Answer answer =
      test::ask("cmake --install '" + build + "' --prefix '" + (folder / "first").string() + "'");
  if (answer.status == 0) return true;
  const auto lines = test::lines_of(answer.text);
  std::cout << "skipped: the program cannot be installed: ";
  for (const std::string& line : lines) {
    if (line.find("rror") != std::string::npos) std::cout << line << ' ';
  }
  std::cout << std::endl;
  return false;
}

TEST_CASE("an installed program lives on its own data, wherever its folder is moved", "[cli]") {
  const ScratchFolder scratch;
  if (!install(scratch)) return;
  std::filesystem::rename(scratch / "first", scratch / "moved");
  const auto call = [&](std::vector<std::string> words) {
    return test::run(
        {.words = std::move(words), .folder = scratch.path(), .program = scratch / "moved/bin/hansa"});
  };
  const Ended installed = call({"run", "paris-2015", "--realizations", "2", "--quiet", "--out", "installed"});
  CHECK(installed.status == 0);
  CHECK(test::hansa_in(scratch, {"run", "paris-2015", "--realizations", "2", "--quiet", "--out", "built"})
            .out == installed.out);
  CHECK(test::same_result(scratch / "installed", scratch / "built"));

  retitle(scratch / "moved/share/hansa/library", "Installed");
  CHECK_THAT(call({"list"}).out, Contains(" Installed COP1"));
  std::filesystem::remove(scratch / "moved/share/hansa/library/copenhagen-2009.yaml");
  CHECK(call({"check", "copenhagen-2009"}).status == 2);  // the source's is none of its own
  put(scratch / "moved/share/hansa/data/cities.csv", "nonsense\n");
  const Ended broken = call({"check", "paris-2015"});
  CHECK(broken.status == 2);
  CHECK_THAT(broken.err, Contains((scratch / "moved").string()) && Contains("cities.csv:1:1: "));
}

TEST_CASE("HANSA_DATA_DIR goes before all other data", "[cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directories(scratch / "mine/data");
  std::filesystem::copy(source_dir() / "scenarios/library", scratch / "mine/library",
                        std::filesystem::copy_options::recursive);
  retitle(scratch / "mine/library", "Mine");
  put(scratch / "mine/library/aaa.yaml", "broken");
  const Ended ended =
      test::run({.words = {"list"}, .folder = scratch.path(), .variables = {"HANSA_DATA_DIR=mine"}});
  CHECK_THAT(ended.out, Contains(" Mine COP1") && Contains("copenhagen-2009"));
  CHECK_THAT(ended.err, Contains("mine/library/aaa.yaml:1:1: "));  // which does not hide the others
  CHECK(ended.status == 2);
}

TEST_CASE("a HANSA_DATA_DIR without data is refused, not passed over", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = test::run({.words = {"run", "copenhagen-2009", "--realizations", "1"},
                                 .folder = scratch.path(),
                                 .variables = {"HANSA_DATA_DIR=nowhere"}});
  CHECK(ended.status == 2);
  CHECK(ended.err == "HANSA_DATA_DIR:1:1: nowhere: contains no folder called data\n");
  CHECK(scratch.names().empty());
}

}  // namespace
}  // namespace hansa
