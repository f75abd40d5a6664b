// Where `hansa run` puts its results, and what it never touches.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::same_result;
using test::ScratchFolder;
using test::text_of;
using Names = std::vector<std::string>;

TEST_CASE("runs without --out are numbered, those at the same time too", "[cli]") {
  const ScratchFolder scratch;
  const test::Call call{.words = {"run", "copenhagen-2009", "--realizations", "2"}, .folder = scratch.path()};
  CHECK_THAT(test::run(call).err, Contains("written to results/copenhagen-2009:"));
  test::Program one(call), other(call);
  CHECK(one.end().status == 0);
  CHECK(other.end().status == 0);
  CHECK_THAT(test::run(call).err, Contains("written to results/copenhagen-2009-4:"));
  for (const char* name : {"", "-2", "-3", "-4"})
    CHECK(same_result(scratch / "results/copenhagen-2009",
                      scratch / (std::string("results/copenhagen-2009") + name)));
}

TEST_CASE("a run with --out leaves alone what is there, and with --force replaces a run alone", "[cli]") {
  const ScratchFolder scratch;
  const Names run = {"run", "copenhagen-2009", "--realizations", "2", "--out"};
  const auto run_to = [&](const std::string& out, const Names& more = {}) {
    Names words = run;
    words.push_back(out);
    words.insert(words.end(), more.begin(), more.end());
    return hansa_in(scratch, words);
  };
  CHECK(run_to("earlier").status == 0);
  const std::string earlier = text_of(scratch / "earlier/run.json");
  std::filesystem::create_directory(scratch / "mine");
  test::put(scratch / "mine/letter", "dear");
  test::put(scratch / "file", "mine");
  std::filesystem::create_symlink("mine", scratch / "link");
  const Names before = scratch.names();

  for (const char* taken : {"earlier", "mine", "file", "link", "link/", "./mine/../mine"}) {
    INFO(taken);
    const Ended refused = run_to(taken);
    CHECK(refused.status == 3);
    CHECK(refused.out.empty());
    CHECK_THAT(refused.err, Contains("already exists and is not overwritten"));
  }
  CHECK(text_of(scratch / "earlier/run.json") == earlier);
  for (const char* not_a_run : {"mine", "file", "link"}) {
    INFO(not_a_run);
    const Ended refused = run_to(not_a_run, {"--force"});
    CHECK(refused.status == 3);
    CHECK_THAT(refused.err, Contains("is not replaced: it is not a folder with a run.json"));
  }
  CHECK(text_of(scratch / "mine/letter") == "dear");
  CHECK(text_of(scratch / "file") == "mine");

  CHECK(run_to("earlier", {"--force", "--seed", "5"}).status == 0);
  CHECK_THAT(text_of(scratch / "earlier/scenario.yaml"), Contains("\nseed: 5\n"));
  CHECK(scratch.names() == before);
}

TEST_CASE("a run may write to a folder above, and makes the folders on the way", "[cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directories(scratch / "deep/er");
  const Ended ended =
      test::run({.words = {"run", "copenhagen-2009", "--realizations", "1", "--out", "../../x/./y/"},
                 .folder = scratch / "deep/er"});
  CHECK(ended.status == 0);
  CHECK(std::filesystem::exists(scratch / "x/y/result.h5"));
}

TEST_CASE("a read-only folder is reported before the run", "[cli]") {
  const ScratchFolder scratch;
  std::filesystem::permissions(scratch.path(), std::filesystem::perms{0755});
  std::filesystem::create_directory(scratch / "locked");
  std::filesystem::permissions(scratch / "locked", std::filesystem::perms{0555});
  const auto as_nobody = [] { return test::become_nobody(), true; };
  if (test::run({.words = {"list"}, .folder = scratch.path(), .before = as_nobody}).status != 0) {
    std::cout << "skipped: the user nobody may not read the program or its data here" << std::endl;
    return;
  }
  const Ended ended = test::run({.words = {"run", "copenhagen-2009", "--out", "locked/run"},
                                 .folder = scratch.path(),
                                 .before = as_nobody});
  CHECK(ended.status == 3);
  CHECK(ended.err == "hansa: locked/run: the folder cannot be created: Permission denied\n");
  CHECK(std::filesystem::is_empty(scratch / "locked"));
}

TEST_CASE("a full disk is reported, and nothing of a run stays on it", "[cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "disk");
  const Ended ended = test::shell(
      scratch, "\"$HANSA\" run copenhagen-2009 --realizations 2 --out disk/run; echo $?; ls -A disk",
      [&] { return test::mount_small_disk(scratch / "disk", "64k"); });
  if (ended.status == test::cannot_prepare) {
    std::cout << "skipped: no disk may be mounted here" << std::endl;
    return;
  }
  CHECK(ended.out == "3\n");
  CHECK_THAT(ended.err, Contains("hansa: disk/run/result.h5: cannot be written: No space left on device\n"));
}

}  // namespace
}  // namespace hansa
