// Files that are far too large in one direction: refused within a second and 64 MiB, which expect_refusal() sets.
#include <fmt/format.h>

#include "tests/hostile/hostile_file.hpp"

namespace hansa {
namespace {

using test::HostileFile;
using test::ScratchFolder;

std::string repeated(std::string_view text, std::size_t n) {
  std::string all;
  all.reserve(text.size() * n);
  for (std::size_t k = 0; k < n; ++k) all += text;
  return all;
}

/// Names of columns, each another one.
std::string columns(std::size_t n, const std::string& form = "c{}") {
  std::string names;
  for (std::size_t k = 0; k < n; ++k) names += (k == 0 ? "" : ",") + fmt::format(fmt::runtime(form), k);
  return names;
}

TEST_CASE("a table of facts of any size is refused at once", "[hostile]") {
  const auto [key, file] = GENERATE(table<std::string, HostileFile>({
      {"states", {"a million columns", "iso3,name," + columns(1'000'000) + "\n", "1: file"}},
      {"states", {"half a million columns", "iso3,name," + columns(500'000) + "\n", "1: row"}},
      {"states", {"four million commas", repeated(",", 4'000'000), "1: row"}},
      {"states", {"one state over and over", "iso3,name\n" + repeated("AAA,b\n", 600'000), "3: iso3"}},
      {"counts", {"ten million rows", "year,count\n" + repeated("1990,5\n", 10'000'000), "1: file"}},
      {"counts", {"rows without separators", "year,count\n" + repeated("1\n", 2'000'000), "2: row"}},
      {"counts", {"rows of nothing", "year,count\n" + repeated(",\n", 2'000'000), "2: year"}},
      {"counts", {"one cell", repeated("1", 4'000'000), "1: year, count"}},
      {"counts", {"quotes", repeated("\"\"", 2'000'000), "1: year, count"}},
      {"counts", {"line breaks", repeated("\n", 4'000'000), "1: header"}},
      {"counts", {"a count of networks", "year,count\n2000,999999999\n", "2: count"}},
      {"counts",
       {"wide rows", "year,count," + columns(998) + "\n" + repeated(std::string(999, ',') + "\n", 4000),
        "2: year"}},
      {"memberships",
       {"one member over and over",
        "city_id,network,year,kind\n" + repeated("1,c40,2000,observed\n", 200'000), "2: city_id"}},
  }));
  INFO(file.what);
  const ScratchFolder folder;
  test::put(folder / "t.csv", file.text);
  test::put(folder / "s.yaml", "name: s\nworld: {" + key + ": t.csv}\n");
  test::expect_refusal(folder, {"run", "s.yaml"}, "t.csv:" + file.wanted);
}

TEST_CASE("more networks than a world holds, and a chain of all their mergers, end at once", "[hostile]") {
  std::string text = "id,name,founded,domain,scope,home,members,members_year,roll,merged_into,merged_year\n";
  const std::string header = text;
  for (int k = 0; k < 40'000; ++k) text += fmt::format("n{},N,2000,climate,global,USA,,,none,,\n", k);
  const ScratchFolder folder;
  test::put(folder / "s.yaml", "name: s\nworld: {networks: t.csv}\n");
  test::put(folder / "t.csv", text);
  test::expect_refusal(folder, {"run", "s.yaml"}, "t.csv:5002: id");
  text = header;
  for (int k = 0; k < 5000; ++k)
    text += fmt::format("n{},N,2000,climate,global,USA,,,none,n{},2010\n", k, (k + 1) % 5000);
  test::put(folder / "t.csv", text);
  test::expect_refusal(folder, {"run", "s.yaml"}, "t.csv:2: merged_into");
}

TEST_CASE("a scenario of any size is refused at once", "[hostile]") {
  std::string keys;
  for (int k = 0; k < 90'000; ++k) keys += fmt::format("k{}: 1\n", k);
  test::expect_refusals(
      {
          {"a list", "name: [" + repeated("a,", 500'000) + "]\n", "1: file"},
          {"keys", keys, "10000: file"},
          {"items", repeated("- a\n", 260'000), "20000: file"},
          {"colons", repeated("a: ", 300'000), "1: file"},
          {"a text", "name: \"" + repeated("x", 1'000'000) + "\"\n", "1: name"},
          {"a comment", repeated("#", 1'000'000) + "\n", "1: file"},
          {"line breaks", repeated("\n", 1'040'000), "1: file"},
          {"a large file", repeated("a: 1\n", 30'000'000), "1: file"},
          {"brackets", repeated("[", 1'000'000), "1: file"},
          {"braces", repeated("{a: ", 250'000), "1: file"},
          {"dashes", repeated("- ", 500'000), "1: " + repeated("[1]", 32)},
          {"questions", repeated("? ", 500'000), "1: file"},
      },
      "h.yaml", {"run", "h.yaml"});
}

TEST_CASE("points of a sweep of any size are refused at once", "[hostile][sweep]") {
  const HostileFile file = GENERATE(values<HostileFile>({
      {"a million columns", columns(1'000'000) + "\n", "1: header"},
      {"ten million points", "gridlock.level\n" + repeated("0.5\n", 10'000'000), "1: file"},
      {"ten million wrong points", "gridlock.level\n" + repeated("x\n", 10'000'000), "1: file"},
      {"rows without separators", "gridlock.level,voice.saturation\n" + repeated("1\n", 900'000), "2: row"},
      {"wrong cells", "gridlock.level\n" + repeated("x\n", 900'000), "2: gridlock.level"},
  }));
  INFO(file.what);
  const ScratchFolder folder;
  test::put(folder / "p.csv", file.text);
  test::put(folder / "s.yaml", "name: s\nscenario: copenhagen-2009\ndesign: list\npoints: p.csv\n");
  test::expect_refusal(folder, {"sweep", "s.yaml"}, "p.csv:" + file.wanted);
}

TEST_CASE("a table of actors of any size is refused at once", "[hostile][bargain]") {
  const std::string head = "actor,power,x:position,x:salience\n";
  test::expect_refusals(
      {
          {"rows", head + repeated("A,1,1,1\n", 500'000), "125001: row"},
          {"a large file", head + repeated("A,1,1,1\n", 10'000'000), "1: file"},
          {"rows without separators", head + repeated("1\n", 2'000'000), "499998: row"},
          {"columns", "actor,power," + columns(100'000, "c{0}:position") + "\n", "1: row"},
          {"commas", repeated(",", 4'000'000), "1: row"},
          {"line breaks", head + repeated("\n", 4'000'000), "499998: row"},
          {"a quote left open", head + "\"" + repeated("A,1,1,1\n", 500'000), "2: row"},
          {"wrong cells", head + repeated("A,1,1,x\n", 100'000), "2: x:salience"},
      },
      "h.csv", {"bargain", "h.csv", "--solver", "mean"});
}

}  // namespace
}  // namespace hansa
