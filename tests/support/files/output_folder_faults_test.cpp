// Faults while a run is written: missing permission, a full disk, failing calls, a kill.
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

using Names = std::vector<std::string>;
using test::fill;
using test::put;
using test::put_run;
using test::ScratchFolder;
using test::write_run;
using test::writer_of;

TEST_CASE("without write permission a run is refused before it begins", "[record]") {
  const ScratchFolder scratch;
  ::chmod(scratch.path().c_str(), 0555);
  const auto refused = [&](const std::filesystem::path& folder) {
    return test::in_child([&] {
      test::become_nobody();
      try {
        OutputFolder(folder, IfTaken::Refuse);
        return 1;
      } catch (const OutputError& error) {
        return std::string(error.what()) ==
                       folder.string() + ": the folder cannot be created: Permission denied"
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

TEST_CASE("whichever call fails, no folder appears and the old one stays", "[record]") {
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
    } catch (const FileError& error) {
      return error.cause().ends_with("Input/output error") ? 0 : 2;
    }
  });
  CHECK(end == 0);
  if (if_taken == IfTaken::Replace) CHECK(writer_of(scratch / "paris") == "old");
  // If nothing can be opened, the unfinished folder stays too, under its hidden name.
  remove_abandoned_files(scratch.path());
  CHECK(scratch.names() == (if_taken == IfTaken::Replace ? Names{"paris"} : Names{}));
}

// A run with a nested folder, where fsync fails for the n-th file or folder opened from here on.
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
      return error.cause() == "cannot be flushed to disk: Input/output error" ? 0 : 2;
    }
  });
}

TEST_CASE("every folder of a run is synced before the run appears", "[record]") {
  if (!test::can_break_calls()) return;
  const int n = GENERATE(0, 2);  // the hidden folder, open all the time; "arm", after the list of its entries
  const ScratchFolder scratch;
  CHECK(publish_unsynced(scratch, n) == 0);
  CHECK(scratch.names().empty());
}

TEST_CASE("the parent folder is synced after a run has appeared in it", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  CHECK(publish_unsynced(scratch, 1) == 0);
  CHECK(scratch.names() == Names{"paris"});
}

TEST_CASE("if a new folder cannot replace the old one, the old one is restored", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  put_run(scratch / "paris", "old");
  const int end = test::in_child([&] {
    OutputFolder folder(scratch / "paris", IfTaken::Replace);
    fill(folder, "new");
    // The hidden folder becomes a link, which this file system cannot rename without replacing; exchange
    // fails too.
    const auto hidden = scratch / scratch.names().at(0);
    std::filesystem::rename(hidden, scratch / "moved");
    std::filesystem::create_directory_symlink("moved", hidden);
    test::break_call(SYS_renameat2, EINVAL);
    test::break_call(SYS_link, EPERM);
    try {
      folder.publish();
      return 1;
    } catch (const OutputError& error) {
      return error.cause() == "cannot be renamed into place: Operation not permitted" ? 0 : 2;
    }
  });
  CHECK(end == 0);
  CHECK(scratch.names() == Names{"moved", "paris"});
  CHECK(writer_of(scratch / "paris") == "old");
}

TEST_CASE("every file of a run is synced", "[record]") {
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

TEST_CASE("a run begins by removing the abandoned files beside it", "[record]") {
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
  std::size_t n_abandoned = 0;
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
    if (has_exchange) REQUIRE(writer_of(scratch / "paris") != "");  // there is one at any moment
    n_abandoned += remove_abandoned_files(scratch.path());
    REQUIRE(scratch.names() == Names{"paris"});
    REQUIRE(writer_of(scratch / "paris") != "");
  }
  CHECK(n_abandoned >= 5);  // otherwise the kills came between runs and show nothing
}

}  // namespace
}  // namespace hansa
