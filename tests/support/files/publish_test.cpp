#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/publish.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Names = std::vector<std::string>;
using test::bytes;
using test::put;
using test::ScratchFolder;
using test::text_of;

const std::string megabytes(2 << 20, 'm');

// For a child: 0 if the file cannot be published and the error names it and this cause.
int fails_with(const std::filesystem::path& file, std::string_view content, std::string_view cause,
               bool replace = false) {
  try {
    publish(file, bytes(content), replace);
    return 1;
  } catch (const OutputError& error) {
    const std::string_view what = error.what();
    return error.file() == file && what.starts_with(file.string() + ": ") && what.find(cause) != what.npos
               ? 0
               : 2;
  }
}

TEST_CASE("a published file has its name, its content and nothing beside it", "[record]") {
  const ScratchFolder scratch;
  const std::string content = GENERATE(as<std::string>(), "", "short", megabytes);
  publish(scratch / "result.h5", bytes(content), false);
  CHECK(scratch.names() == Names{"result.h5"});
  CHECK((text_of(scratch / "result.h5") == content));
}

TEST_CASE("the umask decides who may read a published file", "[record]") {
  const ScratchFolder scratch;
  const mode_t mask = ::umask(027);
  publish(scratch / "result.h5", bytes("x"), false);
  ::umask(mask);
  struct stat facts {};
  REQUIRE(::stat((scratch / "result.h5").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0640);
}

TEST_CASE("a file without a folder in its name is placed in the working folder", "[record]") {
  const ScratchFolder scratch;
  const auto home = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  publish("result.h5", bytes("x"), false);
  std::filesystem::current_path(home);
  CHECK(scratch.names() == Names{"result.h5"});
}

TEST_CASE("a file that exists is not overwritten unasked", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "result.h5", "old");
  CHECK_THROWS_AS(publish(scratch / "result.h5", bytes("new"), false), OutputError);
  CHECK_THROWS_WITH(publish(scratch / "result.h5", bytes("new"), false),
                    Contains("result.h5: already exists and is not overwritten"));
  CHECK(text_of(scratch / "result.h5") == "old");
  CHECK(scratch.names() == Names{"result.h5"});

  publish(scratch / "result.h5", bytes("new"), true);
  CHECK(text_of(scratch / "result.h5") == "new");
  CHECK(scratch.names() == Names{"result.h5"});
}

TEST_CASE("a link to nowhere is a name that is taken", "[record]") {
  const ScratchFolder scratch;
  std::filesystem::create_symlink("nowhere", scratch / "result.h5");
  CHECK_THROWS_WITH(publish(scratch / "result.h5", bytes("new"), false), Contains("already exists"));
  CHECK(scratch.names() == Names{"result.h5"});
}

TEST_CASE("a missing folder, or a file in its place, is an error that names the file", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "file", "x");
  std::filesystem::create_directory(scratch / "folder");
  CHECK(fails_with(scratch / "absent/result.h5", "x", "No such file or directory") == 0);
  CHECK(fails_with(scratch / "file/result.h5", "x", "Not a directory") == 0);
  CHECK(fails_with(scratch / "folder", "x", "already exists") == 0);
  CHECK(fails_with(scratch / "folder", "x", "cannot be renamed into place: Is a directory", true) == 0);
  CHECK(fails_with(scratch / std::string(250, 'n'), "x", "File name too long") == 0);
  CHECK(scratch.names() == Names{"file", "folder"});
}

TEST_CASE("a folder that may not be written keeps its content, with an error", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "old.h5", "old");
  ::chmod(scratch.path().c_str(), 0555);
  const int fresh = test::in_child([&] {
    test::become_nobody();
    return fails_with(scratch / "result.h5", "x", "cannot be created: Permission denied");
  });
  const int replaced = test::in_child([&] {
    test::become_nobody();
    return fails_with(scratch / "old.h5", "x", "cannot be created: Permission denied", true);
  });
  ::chmod(scratch.path().c_str(), 0755);
  CHECK(fresh == 0);
  CHECK(replaced == 0);
  CHECK(scratch.names() == Names{"old.h5"});
  CHECK(text_of(scratch / "old.h5") == "old");
}

TEST_CASE("on a full disk nothing is published, and the old file stays", "[record]") {
  const ScratchFolder scratch;
  const bool replace = GENERATE(false, true);
  constexpr int no_disk = 50;
  const int end = test::in_child([&] {
    if (!test::mount_small_disk(scratch.path(), "1m")) return no_disk;
    put(scratch / "old.h5", "old");
    const auto file = scratch / (replace ? "old.h5" : "result.h5");
    if (const int wrong = fails_with(file, megabytes, "No space left on device", replace); wrong != 0)
      return wrong;
    if (scratch.names() != Names{"old.h5"} || text_of(scratch / "old.h5") != "old") return 10;
    publish(file, bytes(std::string(500'000, 'x')), replace);  // the failed file's space is free again
    return text_of(file).size() == 500'000 ? 0 : 11;
  });
  if (end == no_disk) {
    std::cout << "skipped: no small disk can be mounted here" << std::endl;
    return;
  }
  CHECK(end == 0);
}

TEST_CASE("a file larger than the process may write is not published in part", "[record]") {
  const ScratchFolder scratch;
  const int end = test::in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{.rlim_cur = 1 << 20, .rlim_max = 1 << 20};
    ::setrlimit(RLIMIT_FSIZE, &little);
    return fails_with(scratch / "result.h5", megabytes, "File too large");
  });
  CHECK(end == 0);
  CHECK(scratch.names().empty());
}

TEST_CASE("whichever call fails, no file appears and the old one stays", "[record]") {
  if (!test::can_break_calls()) return;
  const auto [call, error] = GENERATE(table<long, int>({{SYS_openat, EMFILE},
                                                        {SYS_openat, EIO},
                                                        {SYS_write, ENOSPC},
                                                        {SYS_write, EIO},
                                                        {SYS_write, EDQUOT},
                                                        {SYS_fsync, EIO},
                                                        {SYS_fsync, ENOSPC},
                                                        {SYS_close, EIO},
                                                        {SYS_close, EDQUOT},
                                                        {SYS_renameat2, EACCES},
                                                        {SYS_rename, EACCES},
                                                        {SYS_rename, EIO},
                                                        {SYS_renameat2, EIO}}));
  const bool is_there = GENERATE(false, true);
  const bool replace = GENERATE(false, true);
  if (call == (replace ? SYS_renameat2 : SYS_rename)) return;  // the other call renames
  CAPTURE(call, error, is_there, replace);
  const ScratchFolder scratch;
  if (is_there) put(scratch / "result.h5", "old");
  const int end = test::in_child([&, call = call, error = error] {
    test::break_call(call, error);
    return fails_with(scratch / "result.h5", "new", std::strerror(error), replace);
  });
  CHECK(end == 0);
  CHECK(scratch.names() == (is_there ? Names{"result.h5"} : Names{}));
  if (is_there) CHECK(text_of(scratch / "result.h5") == "old");
}

TEST_CASE("a folder that cannot be synced is an error, and the file is complete", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  const auto fail_folder = [&](int error) {
    return test::in_child([&] {
      const int folder = ::dup(0);  // the next number, which the folder, opened first, gets
      ::close(folder);
      test::break_call(SYS_fsync, error, folder);
      return fails_with(scratch / "result.h5", "new", std::strerror(error));
    });
  };
  SECTION("an error counts") { CHECK(fail_folder(EIO) == 0); }
  SECTION("a file system on which folders cannot be synced does not") { CHECK(fail_folder(EINVAL) == 1); }
  CHECK(scratch.names() == Names{"result.h5"});
  CHECK(text_of(scratch / "result.h5") == "new");
}

TEST_CASE("a file system without the no-replace rename refuses an existing file too", "[record]") {
  if (!test::can_break_calls()) return;
  const int error = GENERATE(EINVAL, ENOSYS);
  const ScratchFolder scratch;
  put(scratch / "old.h5", "old");
  const int end = test::in_child([&] {
    test::break_call(SYS_renameat2, error);
    publish(scratch / "result.h5", bytes("new"), false);
    return fails_with(scratch / "old.h5", "new", "already exists");
  });
  CHECK(end == 0);
  CHECK(scratch.names() == Names{"old.h5", "result.h5"});
  CHECK(text_of(scratch / "result.h5") == "new");
  CHECK(text_of(scratch / "old.h5") == "old");
}

TEST_CASE("a file system without links either is an error, not a risk", "[record]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  const int end = test::in_child([&] {
    test::break_call(SYS_renameat2, EINVAL);
    test::break_call(SYS_link, EPERM);
    return fails_with(scratch / "result.h5", "new", "cannot be renamed into place: Operation not permitted");
  });
  CHECK(end == 0);
  CHECK(scratch.names().empty());
}

TEST_CASE("of writers to one name exactly one wins, and the others get an error", "[record]") {
  const ScratchFolder scratch;
  for (int round = 0; round < 50; ++round) {
    const auto file = scratch / ("result-" + std::to_string(round));
    int gate[2];
    REQUIRE(::pipe(gate) == 0);
    std::vector<pid_t> writers;
    for (const char letter : {'a', 'b', 'c'}) {
      writers.push_back(test::start_child([&] {
        ::close(gate[1]);
        char ignored = 0;
        std::ignore = ::read(gate[0], &ignored, 1);  // all start when the gate is closed
        return fails_with(file, std::string(10'000, letter), "already exists") == 0 ? 7 : letter;
      }));
    }
    ::close(gate[0]);
    ::close(gate[1]);
    std::vector<int> ends;
    for (const pid_t writer : writers) ends.push_back(test::end_of_child(writer));
    REQUIRE(std::count(ends.begin(), ends.end(), 7) == 2);
    const auto winner = static_cast<char>(*std::max_element(ends.begin(), ends.end()));
    REQUIRE((text_of(file) == std::string(10'000, winner)));
  }
  CHECK(scratch.names().size() == 50);
}

TEST_CASE("threads that publish under one name do not write into each other's file", "[record]") {
  const ScratchFolder scratch;
  std::vector<std::thread> threads;
  for (const char letter : {'a', 'b', 'c', 'd'}) {
    threads.emplace_back([&, letter] {
      const std::string content(300'000, letter);
      for (int i = 0; i < 25; ++i) publish(scratch / "result.h5", bytes(content), true);
    });
  }
  for (auto& thread : threads) thread.join();
  const std::string content = text_of(scratch / "result.h5");
  CHECK((content == std::string(300'000, content.at(0))));
  CHECK(scratch.names() == Names{"result.h5"});
}

TEST_CASE("a file being written is not removed, wherever its process is", "[record]") {
  const ScratchFolder scratch;
  const std::string content(4'000'000, 'a');
  const auto held =
      scratch / (".held.part-" + host_name() + "-" + std::to_string(test::dead_process()) + "-0");
  bool was_kept = false;
  for (int attempt = 0; attempt < 100 && !was_kept; ++attempt) {
    const pid_t writer = test::start_child([&] {
      for (;;) publish(scratch / "result.h5", bytes(content), true);
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(writer, SIGSTOP);
    ::waitpid(writer, nullptr, WUNTRACED);
    for (const auto& name : scratch.names()) {  // as seen from a container without that process
      if (name.front() == '.') std::filesystem::rename(scratch / name, held);
    }
    if (std::filesystem::exists(held)) was_kept = remove_abandoned_files(scratch.path()) == 0;
    ::kill(writer, SIGKILL);
    test::end_of_child(writer);
    remove_abandoned_files(scratch.path());
    REQUIRE_FALSE(std::filesystem::exists(held));
  }
  CHECK(was_kept);
}

TEST_CASE("a process killed at any moment leaves a complete file or none", "[record]") {
  const ScratchFolder scratch;
  constexpr std::size_t size = 4'000'000;  // so that most of the time goes into writing, whatever the disk
  const std::string contents[] = {std::string(size, 'a'), std::string(size, 'b')};
  std::size_t n_abandoned = 0;
  for (unsigned kill = 0; kill < 50; ++kill) {
    const pid_t writer = test::start_child([&] {
      for (int i = 0;; ++i) {
        publish(scratch / "result.h5", bytes(contents[i % 2]), true);
        publish(scratch / ("once-" + std::to_string(i)), bytes(contents[i % 2]), false);
      }
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::microseconds(500 + kill * 7919 % 20'000));  // spread over 20 ms
    ::kill(writer, SIGKILL);
    REQUIRE(test::end_of_child(writer) == -SIGKILL);
    n_abandoned += remove_abandoned_files(scratch.path());
    for (const auto& name : scratch.names()) {
      REQUIRE(name.front() != '.');
      const std::string content = text_of(scratch / name);
      REQUIRE((content == contents[0] || content == contents[1]));
      if (name != "result.h5") std::filesystem::remove(scratch / name);
    }
  }
  CHECK(n_abandoned >= 5);  // otherwise the kills came between files and show nothing
}

TEST_CASE("reserved space that is not needed is released", "[record]") {
  const test::ScratchFolder scratch;
  TemporaryFile part(scratch / "a");
  part.reserve(1 << 20);
  std::ofstream(part.path(), std::ios::app) << "half";
  struct stat before {
  }, after{};
  REQUIRE(::stat(part.path().c_str(), &before) == 0);
  part.release();
  REQUIRE(::stat(part.path().c_str(), &after) == 0);
  CHECK(after.st_size == 4);
  CHECK(after.st_blocks <= before.st_blocks);
  CHECK(after.st_blocks * 512 <= 64 * 1024);
}

}  // namespace
}  // namespace hansa
