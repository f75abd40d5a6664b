#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "sim/record/leftover.hpp"
#include "sim/record/output_folder.hpp"
#include "tests/sim/record/child.hpp"
#include "tests/sim/record/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Names = std::vector<std::string>;
using test::put;
using test::ScratchFolder;
using test::text_of;

// A run.json that names the other files and says who wrote it.
std::string mark_of(const std::string& writer) { return writer + R"( "result.h5" "scenario.yaml")"; }

// A run whose three files say who wrote them.
void fill(OutputFolder& folder, const std::string& writer) {
  folder.add("result.h5", std::string(100'000, writer.at(0)));
  folder.add("run.json", mark_of(writer));
  folder.add("scenario.yaml", writer);
}

std::filesystem::path write_run(const std::filesystem::path& folder, IfTaken if_taken,
                                const std::string& writer) {
  OutputFolder output(folder, if_taken);
  fill(output, writer);
  return output.publish();
}

// "" unless the folder is the whole work of one writer.
std::string writer_of(const std::filesystem::path& folder) {
  const std::string writer = text_of(folder / "scenario.yaml");
  const bool is_whole = !writer.empty() && text_of(folder / "run.json") == mark_of(writer) &&
                        text_of(folder / "result.h5") == std::string(100'000, writer[0]);
  return is_whole ? writer : "";
}

void put_run(const std::filesystem::path& folder, const std::string& writer) {
  write_run(folder, IfTaken::Refuse, writer);
}

TEST_CASE("results with somebody else's file beside them are not replaced", "[record]") {
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
  const auto results = scratch / "results";  // made on the way
  OutputFolder folder(results / "paris", IfTaken::Refuse);
  fill(folder, "a");
  folder.add("without-lobbying/result.h5", "arm");
  CHECK_FALSE(std::filesystem::exists(results / "paris"));
  CHECK(folder.publish() == results / "paris");
  CHECK(writer_of(results / "paris") == "a");
  CHECK(text_of(results / "paris/without-lobbying/result.h5") == "arm");
  CHECK(std::distance(std::filesystem::directory_iterator(results), {}) == 1);
}

TEST_CASE("a run that is given up leaves nothing", "[record]") {
  const ScratchFolder scratch;
  {
    OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    fill(folder, "a");
    CHECK(scratch.names().size() == 1);
  }
  CHECK(scratch.names().empty());
}

TEST_CASE("a run that is under way is not swept away, wherever its process is", "[record]") {
  const ScratchFolder scratch;
  const std::string dead = std::to_string(test::dead_process());
  {
    const OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    // As if seen from a container without that process.
    std::filesystem::rename(scratch / scratch.names().at(0),
                            scratch / (".paris.part-" + host_name() + "-" + dead + "-0"));
    CHECK(sweep_leftovers(scratch.path()) == 0);
  }
  CHECK(sweep_leftovers(scratch.path()) == 1);
}

TEST_CASE("a folder that exists is refused before the run and after it", "[record]") {
  const ScratchFolder scratch;
  OutputFolder late(scratch / "paris", IfTaken::Refuse);
  fill(late, "late");
  put_run(scratch / "paris", "early");
  CHECK_THROWS_WITH(late.publish(), Contains("paris: exists already and is not overwritten"));
  CHECK_THROWS_AS(OutputFolder(scratch / "paris", IfTaken::Refuse), OutputError);
  CHECK_THROWS_WITH(OutputFolder(scratch / "paris/", IfTaken::Refuse), Contains("exists already"));
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

TEST_CASE("what is not the result of a run is never replaced", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "file", "mine");
  std::filesystem::create_directory(scratch / "home");
  put(scratch / "home" / "thesis.tex", "mine");
  put_run(scratch / "paris", "a");
  std::filesystem::create_directory_symlink("paris", scratch / "link");
  const std::string name = GENERATE("file", "home", "link");
  CHECK_THROWS_AS(OutputFolder(scratch / name, IfTaken::Replace), OutputError);
  CHECK_THROWS_WITH(OutputFolder(scratch / name, IfTaken::Replace), Contains("is no folder with a run.json"));
  CHECK(scratch.names() == Names{"file", "home", "link", "paris"});
  CHECK(text_of(scratch / "home" / "thesis.tex") == "mine");
}

TEST_CASE("an empty folder makes room when asked to", "[record]") {
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

TEST_CASE("a name that is no name is refused", "[record]") {
  const std::string name = GENERATE(".", "..", "/", "", "paris/..", "./");
  CAPTURE(name);
  CHECK_THROWS_WITH(OutputFolder(name, IfTaken::Refuse), Contains("is not a name for a new folder"));
}

TEST_CASE("a folder without another above it in its name lands in the working folder", "[record]") {
  const ScratchFolder scratch;
  const auto home = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  CHECK(write_run("paris", IfTaken::Refuse, "a") == "paris");
  CHECK(write_run("./paris/", IfTaken::Replace, "b") == "paris");
  std::filesystem::current_path(home);
  CHECK(writer_of(scratch / "paris") == "b");
  CHECK(scratch.names() == Names{"paris"});
}

TEST_CASE("where nothing may be written a run ends before it begins", "[record]") {
  const ScratchFolder scratch;
  ::chmod(scratch.path().c_str(), 0555);
  const auto refused = [&](const std::filesystem::path& folder) {
    return test::in_child([&] {
      test::become_nobody();
      try {
        OutputFolder(folder, IfTaken::Refuse);
        return 1;
      } catch (const OutputError& error) {
        return std::string(error.what()) == folder.string() + ": the folder cannot be made: Permission denied"
                   ? 0
                   : 2;
      }
    });
  };
  CHECK(refused(scratch / "paris") == 0);
  CHECK(refused(scratch / "results/paris") == 0);
  ::chmod(scratch.path().c_str(), 0755);
  CHECK(scratch.names().empty());
}

TEST_CASE("on a full disk a run leaves no folder", "[record]") {
  const ScratchFolder scratch;
  constexpr int no_disk = 50;
  const int end = test::in_child([&] {
    if (!test::mount_small_disk(scratch.path(), "1m")) return no_disk;
    put_run(scratch / "paris", "old");
    try {
      OutputFolder folder(scratch / "paris", IfTaken::Replace);
      fill(folder, "new");
      folder.add("report.html", std::string(2 << 20, 'x'));
      return 1;
    } catch (const OutputError& error) {
      if (error.file() != scratch / "paris/report.html") return 2;
      if (error.cause() != "cannot be written: No space left on device") return 3;
    }
    return scratch.names() == Names{"paris"} && writer_of(scratch / "paris") == "old" ? 0 : 4;
  });
  if (end == no_disk) {
    std::cout << "skipped: no small disk can be mounted here" << std::endl;
    return;
  }
  CHECK(end == 0);
}

TEST_CASE("whatever call the disk refuses, no folder appears and the old one stays", "[record]") {
  if (!test::can_break_calls()) return;
  const long call =
      GENERATE(as<long>(), SYS_mkdir, SYS_openat, SYS_write, SYS_fsync, SYS_close, SYS_renameat2);
  const auto if_taken = GENERATE(IfTaken::Refuse, IfTaken::Replace, IfTaken::Number);
  CAPTURE(call, static_cast<int>(if_taken));
  const ScratchFolder scratch;
  if (if_taken == IfTaken::Replace) put_run(scratch / "paris", "old");
  const int end = test::in_child([&, call = call] {
    test::break_call(call, EIO);
    try {
      write_run(scratch / "paris", if_taken, "new");
      return 1;
    } catch (const OutputError& error) {
      return error.cause().ends_with("Input/output error") ? 0 : 2;
    }
  });
  CHECK(end == 0);
  if (if_taken == IfTaken::Replace) CHECK(writer_of(scratch / "paris") == "old");
  // A disk on which nothing can be opened keeps the unfinished folder too, under its hidden name.
  sweep_leftovers(scratch.path());
  CHECK(scratch.names() == (if_taken == IfTaken::Replace ? Names{"paris"} : Names{}));
}

// A run with a folder in its folder, while fsync fails for what is opened as the n-th next.
int publish_unsynced(const ScratchFolder& scratch, int n) {
  return test::in_child([&] {
    const int next = ::dup(0);
    ::close(next);
    OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    folder.add("arm/result.h5", "x");
    test::break_call(SYS_fsync, EIO, next + n);
    try {
      folder.publish();
      return 1;
    } catch (const OutputError& error) {
      return error.cause() == "cannot be brought to the disk: Input/output error" ? 0 : 2;
    }
  });
}

TEST_CASE("every folder of a run is brought to the disk before the run appears", "[record]") {
  if (!test::can_break_calls()) return;
  const int n =
      GENERATE(0, 2);  // the hidden folder, open all the time; "arm", beside the list of what is in there
  const ScratchFolder scratch;
  CHECK(publish_unsynced(scratch, n) == 0);
  CHECK(scratch.names().empty());
}

TEST_CASE("the folder above is brought to the disk after a run has appeared in it", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  CHECK(publish_unsynced(scratch, 1) == 0);
  CHECK(scratch.names() == Names{"paris"});
}

TEST_CASE("when a new folder cannot take the place of the old one, the old one comes back", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  put_run(scratch / "paris", "old");
  const int end = test::in_child([&] {
    OutputFolder folder(scratch / "paris", IfTaken::Replace);
    fill(folder, "new");
    // The hidden folder becomes a link, which this file system cannot put in place; there is no exchange
    // either.
    const auto hidden = scratch / scratch.names().at(0);
    std::filesystem::rename(hidden, scratch / "moved");
    std::filesystem::create_directory_symlink("moved", hidden);
    test::break_call(SYS_renameat2, EINVAL);
    test::break_call(SYS_link, EPERM);
    try {
      folder.publish();
      return 1;
    } catch (const OutputError& error) {
      return error.cause() == "cannot get its name: Operation not permitted" ? 0 : 2;
    }
  });
  CHECK(end == 0);
  CHECK(scratch.names() == Names{"moved", "paris"});
  CHECK(writer_of(scratch / "paris") == "old");
}

TEST_CASE("every file of a run is brought to the disk", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  const int end = test::in_child([&] {
    const int next = ::dup(0);
    ::close(next);
    OutputFolder folder(scratch / "paris", IfTaken::Refuse);
    test::break_call(SYS_fsync, EIO, next + 1);  // the file's; the hidden folder's is `next`
    try {
      folder.add("result.h5", "x");
      return 1;
    } catch (const OutputError& error) {
      return error.file() == scratch / "paris/result.h5" ? 0 : 2;
    }
  });
  CHECK(end == 0);
  CHECK(scratch.names().empty());
}

TEST_CASE("a run begins by sweeping away what dead ones left beside it", "[record]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(
      scratch / (".rome.part-" + host_name() + "-" + std::to_string(test::dead_process()) + "-0"));
  write_run(scratch / "paris", IfTaken::Refuse, "a");
  CHECK(scratch.names() == Names{"paris"});
}

TEST_CASE("a process killed while it replaces a run loses neither the old one nor the new", "[record]") {
  const bool has_exchange = GENERATE(true, false);
  if (!has_exchange && !test::can_break_calls()) return;
  const ScratchFolder scratch;
  put_run(scratch / "paris", "0");
  std::size_t n_leftovers = 0;
  for (unsigned kill = 0; kill < 50; ++kill) {
    const pid_t writer = test::start_child([&] {
      if (!has_exchange) test::break_call(SYS_renameat2, EINVAL);
      for (int i = 0;; ++i) write_run(scratch / "paris", IfTaken::Replace, std::to_string(i));
      return 0;
    });
    std::this_thread::sleep_for(
        std::chrono::microseconds(1'000 + kill * 7919 % 20'000));  // spread over 20 ms
    ::kill(writer, SIGKILL);
    REQUIRE(test::end_of_child(writer) == -SIGKILL);
    if (has_exchange) REQUIRE(writer_of(scratch / "paris") != "");  // not for a moment without
    n_leftovers += sweep_leftovers(scratch.path());
    REQUIRE(scratch.names() == Names{"paris"});
    REQUIRE(writer_of(scratch / "paris") != "");
  }
  CHECK(n_leftovers >= 5);  // else the kills came between runs, and show nothing
}

}  // namespace
}  // namespace hansa
