// Files that are no files, and names that act on a terminal.
#include <sys/stat.h>

#include "tests/hostile/hostile_file.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::ScratchFolder;

TEST_CASE("a pipe, a folder, a device or nothing in the place of a file is told at once", "[hostile]") {
  using Words = std::vector<std::string>;
  const std::string before = "name: s\nscenario: ", points = "design: list\npoints: p.csv\n";
  const auto [words, name, line] = GENERATE(table<Words, std::string, std::string>({
      {{"run", "h.yaml"}, "h.yaml", "h.yaml:1: file"},
      {{"check", "h.yaml"}, "h.yaml", "h.yaml:1: file"},
      {{"compare", "h.yaml", "--without", "lobbying"}, "h.yaml", "h.yaml:1: file"},
      {{"explain", "h.yaml", "C"}, "h.yaml", "h.yaml:1: file"},
      {{"sweep", "h.yaml"}, "h.yaml", "h.yaml:1: file"},
      {{"bargain", "h.csv", "--solver", "mean"}, "h.csv", "h.csv:1: file"},
      {{"run", "world.yaml"}, "t.csv", "t.csv:1: file"},
      {{"run", "child.yaml"}, "base.yaml", "base.yaml:1: file"},
      {{"sweep", "list.yaml"}, "p.csv", "p.csv:1: file"},
      {{"sweep", "of.yaml"}, "base.yaml", "base.yaml:1: file"},
  }));
  const auto kind = GENERATE(values<std::string>({"pipe", "folder", "endless", "circle"}));
  if (words[0] == "bargain" && kind == "pipe") return;  // a table of actors may come from one
  if (kind == "endless" && name != "h.yaml")
    return;  // leads out of the folder, which is told by another word
  const ScratchFolder folder;
  test::put(folder / "world.yaml", "name: s\nworld: {states: t.csv}\n");
  test::put(folder / "child.yaml", "extends: base.yaml\nname: s\n");
  test::put(folder / "list.yaml", before + "copenhagen-2009\n" + points);
  test::put(folder / "of.yaml",
            before + "base.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 1]}}\n");
  const std::filesystem::path file = folder / name;
  if (kind == "pipe") REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  if (kind == "folder") std::filesystem::create_directory(file);
  if (kind == "endless") std::filesystem::create_symlink("/dev/zero", file);
  if (kind == "circle") std::filesystem::create_symlink(name, file);
  INFO(words[0] << " " << words[1] << ": a " << kind << " for " << name);
  const test::Ended ended =
      test::run({.words = words, .folder = folder.path(), .before = test::limit_refusal});
  INFO(ended.err);
  CHECK(ended.status == 2);
  const std::string place = words[1] + ":";  // of the file itself, or of what names it
  CHECK((ended.err.starts_with(name + ":1:1: file: ") || ended.err.starts_with(place)));
  CHECK(ended.out.empty());
}

TEST_CASE("an output whose name acts on a terminal is refused by every verb", "[hostile][cli]") {
  const ScratchFolder scratch;
  const auto name = GENERATE(values<std::string>({"a\nb", "a\x1b[31mb", "a\tb", "a\x7f",
                                                  "\xe2\x80\xae"
                                                  "gpj.h5"}));
  for (const std::vector<std::string>& words : {std::vector<std::string>{"run", "copenhagen-2009", "--out"},
                                                {"sweep", "gridlock-one-off", "--out"},
                                                {"bargain", "ec-car-emission", "--picture"},
                                                {"bargain", "ec-car-emission", "--csv"}}) {
    std::vector<std::string> with_name = words;
    with_name.push_back(name);
    const test::Ended ended = test::hansa_in(scratch, with_name);
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err,
               Contains(words.back() + ": a path must not hold hidden characters; got 'a") ||
                   Contains(words.back() + ": a path must not hold hidden characters; got '\\u202e"));
  }
  CHECK(scratch.names().empty());
}

TEST_CASE("a conference that nobody attends is refused", "[hostile]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv", "iso3,name\nDEU,Germany\nFRA,France\n");
  const std::string world =
      "name: s\nyears: {from: 2008, to: 2010}\nworld: {states: t.csv, cities: none, networks: none, "
      "memberships: none, "
      "accreditations: none, counts: none, treaties: none, ratifications: none, un_votes: none, "
      "veto_players: none}\n"
      "conferences:\n";
  test::put(scratch / "s.yaml", world + "  - {name: C, year: 2009, forms: [hard], absent: [DEU, FRA]}\n");
  test::expect_refusal(scratch, {"run", "s.yaml"}, "s.yaml:5: conferences.C.absent");
  test::put(scratch / "s.yaml", world + "  - {name: C, year: 2009, forms: [hard], participants: aosis}\n");
  test::expect_refusal(scratch, {"run", "s.yaml"}, "s.yaml:5: conferences.C.participants");
}

TEST_CASE("memory that runs out is told with what to ask less of", "[hostile][cli]") {
  const ScratchFolder scratch;
  const auto little = [] {
    constexpr rlimit memory{.rlim_cur = 6 << 20, .rlim_max = 6 << 20};
    return ::setrlimit(RLIMIT_DATA, &memory) == 0;
  };
  const test::Ended ended =
      test::run({.words = {"run", "paris-2015", "--realizations", "4", "--threads", "1"},
                 .folder = scratch.path(),
                 .before = little});
  INFO(ended.err);
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("realizations: "));
  CHECK_THAT(ended.err, Contains("ask for fewer"));
  CHECK_THAT(ended.err, !Contains("internal error"));
  CHECK(scratch.names().empty());
}

}  // namespace
}  // namespace hansa
