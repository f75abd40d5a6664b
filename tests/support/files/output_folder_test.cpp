#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "support/files/abandoned_file.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/some_run.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Names = std::vector<std::string>;
using test::fill;
using test::put;
using test::put_run;
using test::ScratchFolder;
using test::text_of;
using test::write_run;
using test::writer_of;

TEST_CASE("results with a foreign file among them are not replaced", "[record]") {
  const ScratchFolder scratch;
  put_run(scratch / "paris", "a");
  put(scratch / "paris" / "thesis.txt", "mine");
  CHECK_THROWS_WITH(OutputFolder(scratch / "paris", IfTaken::Replace),
                    Contains("it holds thesis.txt, which no run wrote"));
  CHECK(writer_of(scratch / "paris") == "a");
  CHECK(text_of(scratch / "paris" / "thesis.txt") == "mine");
}

TEST_CASE("the files of a run appear together", "[record]") {
  const ScratchFolder scratch;
  const auto results = scratch / "results";  // created as needed
  OutputFolder folder(results / "paris", IfTaken::Refuse);
  fill(folder, "a");
  folder.add("without-lobbying/result.h5", "arm");
  CHECK_FALSE(std::filesystem::exists(results / "paris"));
  CHECK(folder.publish() == results / "paris");
  CHECK(writer_of(results / "paris") == "a");
  CHECK(text_of(results / "paris/without-lobbying/result.h5") == "arm");
  CHECK(std::distance(std::filesystem::directory_iterator(results), {}) == 1);
}

TEST_CASE("an abandoned run leaves nothing", "[record]") {
  const ScratchFolder scratch;
  {
    OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    fill(folder, "a");
    CHECK(scratch.names().size() == 1);
  }
  CHECK(scratch.names().empty());
}

TEST_CASE("the files of a run in progress are not removed, wherever its process is", "[record]") {
  const ScratchFolder scratch;
  const std::string dead = std::to_string(test::dead_process());
  {
    const OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    // as seen from a container without that process
    std::filesystem::rename(scratch / scratch.names().at(0),
                            scratch / (".paris.part-" + host_name() + "-" + dead + "-0"));
    CHECK(remove_abandoned_files(scratch.path()) == 0);
  }
  CHECK(remove_abandoned_files(scratch.path()) == 1);
}

TEST_CASE("a folder that exists is refused before the run and after it", "[record]") {
  const ScratchFolder scratch;
  OutputFolder late(scratch / "paris", IfTaken::Refuse);
  fill(late, "late");
  put_run(scratch / "paris", "early");
  CHECK_THROWS_WITH(late.publish(), Contains("paris: already exists and is not overwritten"));
  CHECK_THROWS_AS(OutputFolder(scratch / "paris", IfTaken::Refuse), OutputError);
  CHECK_THROWS_WITH(OutputFolder(scratch / "paris/", IfTaken::Refuse), Contains("already exists"));
  CHECK(writer_of(scratch / "paris") == "early");
}

TEST_CASE("without a name of its own a run takes the next number", "[record]") {
  const ScratchFolder scratch;
  CHECK(write_run(scratch / "paris", IfTaken::Number, "a") == scratch / "paris");
  CHECK(write_run(scratch / "paris", IfTaken::Number, "b") == scratch / "paris-2");
  put(scratch / "paris-3", "a file");
  CHECK(write_run(scratch / "paris", IfTaken::Number, "c") == scratch / "paris-4");
  CHECK(writer_of(scratch / "paris") == "a");
  CHECK(writer_of(scratch / "paris-2") == "b");
  CHECK(writer_of(scratch / "paris-4") == "c");
  CHECK(scratch.names() == Names{"paris", "paris-2", "paris-3", "paris-4"});
}

TEST_CASE("runs that end at the same time get a number each", "[record]") {
  const bool has_no_replace = GENERATE(true, false);
  if (!has_no_replace && !test::can_break_calls()) return;
  const ScratchFolder scratch;
  std::vector<pid_t> writers;
  for (int i = 0; i < 8; ++i) {
    writers.push_back(test::start_child([&] {
      if (!has_no_replace) test::break_call(SYS_renameat2, EINVAL);
      for (int run = 0; run < 5; ++run)
        write_run(scratch / "paris", IfTaken::Number, std::string(1, static_cast<char>('a' + i)));
      return 0;
    }));
  }
  for (const pid_t writer : writers) CHECK(test::end_of_child(writer) == 0);
  CHECK(scratch.names().size() == 40);
  CHECK(std::filesystem::exists(scratch / "paris-40"));
  for (const auto& name : scratch.names()) CHECK(writer_of(scratch / name) != "");
}

TEST_CASE("a run replaces an earlier one when asked to", "[record]") {
  const bool has_exchange = GENERATE(true, false);
  if (!has_exchange && !test::can_break_calls()) return;
  const ScratchFolder scratch;
  put_run(scratch / "paris", "old");
  const int end = test::in_child([&] {
    if (!has_exchange) test::break_call(SYS_renameat2, EINVAL);
    write_run(scratch / "paris", IfTaken::Replace, "new");
    write_run(scratch / "rome", IfTaken::Replace, "new");  // nothing there: nothing to replace
    return 0;
  });
  CHECK(end == 0);
  CHECK(writer_of(scratch / "paris") == "new");
  CHECK(scratch.names() == Names{"paris", "rome"});
}

TEST_CASE("only results of a run are replaced", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "file", "mine");
  std::filesystem::create_directory(scratch / "home");
  put(scratch / "home" / "thesis.tex", "mine");
  put_run(scratch / "paris", "a");
  std::filesystem::create_directory_symlink("paris", scratch / "link");
  const std::string name = GENERATE("file", "home", "link");
  CHECK_THROWS_AS(OutputFolder(scratch / name, IfTaken::Replace), OutputError);
  CHECK_THROWS_WITH(OutputFolder(scratch / name, IfTaken::Replace),
                    Contains("is not a folder with a run.json"));
  CHECK(scratch.names() == Names{"file", "home", "link", "paris"});
  CHECK(text_of(scratch / "home" / "thesis.tex") == "mine");
}

TEST_CASE("an empty folder is replaced when asked to", "[record]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "paris");
  write_run(scratch / "paris", IfTaken::Replace, "new");
  CHECK(writer_of(scratch / "paris") == "new");
  CHECK(scratch.names() == Names{"paris"});
}

TEST_CASE("a folder that ceases to be a result during the run is not replaced", "[record]") {
  const ScratchFolder scratch;
  put_run(scratch / "paris", "old");
  OutputFolder folder(scratch / "paris", IfTaken::Replace);
  fill(folder, "new");
  std::filesystem::remove(scratch / "paris" / "run.json");
  CHECK_THROWS_AS(folder.publish(), OutputError);
  CHECK(text_of(scratch / "paris" / "scenario.yaml") == "old");
}

TEST_CASE("an invalid name is refused", "[record]") {
  const std::string name = GENERATE(".", "..", "/", "", "paris/..", "./");
  CAPTURE(name);
  CHECK_THROWS_WITH(OutputFolder(name, IfTaken::Refuse), Contains("is not a name for a new folder"));
}

TEST_CASE("a folder name without a parent is placed in the working folder", "[record]") {
  const ScratchFolder scratch;
  const auto home = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  CHECK(write_run("paris", IfTaken::Refuse, "a") == "paris");
  CHECK(write_run("./paris/", IfTaken::Replace, "b") == "paris");
  std::filesystem::current_path(home);
  CHECK(writer_of(scratch / "paris") == "b");
  CHECK(scratch.names() == Names{"paris"});
}

}  // namespace
}  // namespace hansa
