#include <catch2/catch.hpp>

#include "scenarios/load/paths.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

TEST_CASE("a name without folder and extension is that of a library scenario", "[scenario]") {
  for (const char* name : {"paris-2015", "x", "a.b", "my scenario"}) CHECK(is_library_name(name));
  for (const char* path : {"", ".", "..", "./paris-2015", "a/b", "/", "paris-2015.yaml", "x.yml", "a/"}) {
    CHECK_FALSE(is_library_name(path));
  }
}

TEST_CASE("library scenarios are listed by name, once each, the first folder before the second",
          "[scenario]") {
  const test::ScratchFolder one, two;
  test::put(one / "b.yaml", "name: b\n");
  test::put(two / "b.yaml", "name: b\n");
  test::put(two / "a.yaml", "name: a\n");
  test::put(two / "notes.txt", "");
  const DataFolders folders{{}, {one.path(), one / "missing", two.path()}};
  CHECK(library_names(folders) == std::vector<std::string>{"a", "b"});
  CHECK(find_in_library("b", folders).path == one / "b.yaml");
  CHECK(find_in_library("a", folders).path == two / "a.yaml");
  CHECK(find_in_library("notes", folders).reason ==
        "no scenario of the library is called 'notes'; known: a, b");
}

TEST_CASE("a file of the folder is found by any path that stays below it", "[scenario]") {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "inner");
  test::put(folder / "inner/x.csv", "");
  std::filesystem::create_directory_symlink("inner", folder / "link");
  for (const char* path : {"inner/x.csv", "./inner/x.csv", "inner//x.csv", "link/x.csv"}) {
    INFO(path);
    CHECK(find_below(folder.path(), path).reason.empty());
  }
  for (const char* path :
       {"", "inner", "inner/../inner/x.csv", "/etc/passwd", "inner/y.csv", "..", "link/../../x"}) {
    INFO(path);
    CHECK_FALSE(find_below(folder.path(), path).reason.empty());
  }
}

TEST_CASE("a folder whose name begins like the scenario's is outside it", "[scenario]") {
  const test::ScratchFolder outer;
  std::filesystem::create_directory(outer / "a");
  std::filesystem::create_directory(outer / "ab");
  test::put(outer / "ab/x.csv", "");
  std::filesystem::create_symlink("../ab/x.csv", outer / "a/x.csv");
  CHECK(find_below(outer / "a", "x.csv").reason == "'x.csv' is outside this file's folder");
}

}  // namespace
}  // namespace hansa
