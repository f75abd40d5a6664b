#include <cstdio>

#include <catch2/catch.hpp>

#include "analysis/report/run_page.hpp"
#include "tests/cli/bargaining/two_actors.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;
using test::two;

TEST_CASE("forecasts are written as a table, a row for each issue and solver", "[cli][bargain]") {
  const ScratchFolder scratch;
  test::put(scratch / "t.csv",
            "actor,power,a:position "
            "0..10,a:salience,a:decided,b:position,b:salience\nA,2,0,100,4,1,50\nB,1,10,100,,"
            "5,50\n");
  const Ended ended = hansa_in(scratch, {"bargain", "t.csv", "--solver", "mean", "--csv", "f.csv"});
  CHECK(ended.status == 0);
  CHECK(test::text_of(scratch / "f.csv") ==
        "case,issue,solver,outcome,forecast,error,agreed,actors,rule\n"
        "t,a,mean,4,3.33333333,0.666666667,yes,2,consensus\nt,b,mean,,2.33333333,,yes,2,consensus\n");
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "f.csv"}).status == 3);
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "f.csv", "--force"}).status == 0);
  CHECK(hansa_in(scratch, {"bargain", "t.csv", "--csv", "t.csv", "--force"}).status == 2);
}

TEST_CASE("a picture is written beside the result, the same bytes each time, and replaced only if asked",
          "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const std::vector<std::string> line = {"bargain", "two.csv", "--picture", "two.svg"};
  const Ended first = hansa_in(scratch, line);
  CHECK(first.status == 0);
  CHECK_THAT(first.out, StartsWith("two.csv: 2 actors"));
  const std::string drawn = test::text_of(scratch / "two.svg");
  CHECK_THAT(drawn, StartsWith("<svg xmlns=") && Contains("two.csv"));
  test::put(scratch / "two.svg", "mine");
  const Ended again = hansa_in(scratch, line);
  CHECK(again.status == 3);
  CHECK_THAT(again.err, Contains("two.svg"));
  CHECK(again.out.empty());
  CHECK(test::text_of(scratch / "two.svg") == "mine");
  std::vector<std::string> forced = line;
  forced.emplace_back("--force");
  CHECK(hansa_in(scratch, forced).status == 0);
  CHECK(test::text_of(scratch / "two.svg") == drawn);
  const Ended nowhere = hansa_in(scratch, {"bargain", "two.csv", "--picture", "none/two.svg"});
  CHECK(nowhere.status == 3);
}

TEST_CASE("a picture takes the place of nothing but a file", "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  test::put(scratch / "mine.svg", "mine");
  std::filesystem::create_symlink("mine.svg", scratch / "link.svg");
  std::filesystem::create_symlink("nothing", scratch / "loose.svg");
  REQUIRE(::mkfifo((scratch / "pipe.svg").c_str(), 0600) == 0);
  std::filesystem::create_directory(scratch / "folder.svg");
  const auto [name, what] = GENERATE(table<std::string, std::string>({
      {"link.svg", "is a symbolic link, not a regular file, and is not replaced"},
      {"loose.svg", "is a symbolic link, not a regular file, and is not replaced"},
      {"pipe.svg", "is a device, a pipe or a socket, not a regular file, and is not replaced"},
      {"folder.svg", "is a folder, not a regular file, and is not replaced"},
  }));
  const auto type = std::filesystem::symlink_status(scratch / name).type();
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", name, "--force"});
  CHECK(ended.status == 3);
  CHECK(ended.out.empty());
  CHECK(ended.err == "hansa: " + name + ": " + what + "\n");
  CHECK(std::filesystem::symlink_status(scratch / name).type() == type);
  CHECK(test::text_of(scratch / "mine.svg") == "mine");
}

TEST_CASE("a picture never takes the place of its own table, under whatever name",
          "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  std::filesystem::create_symlink("two.csv", scratch / "link.csv");
  for (const char* name : {"two.csv", "./two.csv", "link.csv"}) {
    const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", name, "--force"});
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err, Contains(fmt::format("--picture: {} is the table itself", name)));
  }
  CHECK(hansa_in(scratch, {"bargain", "link.csv", "--picture", "two.csv", "--force"}).status == 2);
  CHECK(test::text_of(scratch / "two.csv") == two);
}

TEST_CASE("a picture without a name is refused", "[cli][bargain][picture]") {
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended ended = hansa_in(scratch, {"bargain", "two.csv", "--picture", ""});
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("--picture: expected the name of a file"));
}

TEST_CASE("the page of a bargain replaces a file only with --force, and never its own table",
          "[cli][bargain][report]") {
  if (!can_make_pages()) {
    std::puts("skipped: this build has no page");
    return;
  }
  const ScratchFolder scratch;
  test::put(scratch / "two.csv", two);
  const Ended first = hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html"});
  CHECK(first.status == 0);
  const std::string page = test::text_of(scratch / "two.html");
  CHECK_THAT(page, Contains("<title>two.csv"));
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html"}).status == 3);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.html", "--force"}).status == 0);
  CHECK(test::text_of(scratch / "two.html") == page);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--report", "two.csv", "--force"}).status == 2);
  CHECK(hansa_in(scratch, {"bargain", "two.csv", "--force"}).status == 2);
  CHECK(test::text_of(scratch / "two.csv") == two);
}

}  // namespace
}  // namespace hansa
