#include <atomic>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "support/files/file_error.hpp"
#include "support/files/presence.hpp"
#include "support/files/regular_file.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;
using test::ScratchFolder;

/// The text of a file, or in brackets why it cannot be read.
std::string read(const fs::path& file, const fs::path& root = {}) {
  std::string reason;
  const auto opened = RegularFile::open(file, reason, root);
  if (!opened) return "[" + reason + "]";
  std::string text(opened->size() + 1, '\0');
  text.resize(opened->read_at(0, text));
  return text;
}

/// A folder `in` with links, and a file beside it.
struct Linked {
  ScratchFolder scratch;
  fs::path in = scratch / "in";

  Linked() {
    fs::create_directories(in / "deep");
    test::put(in / "own", "own");
    test::put(in / "deep/own", "deep");
    test::put(scratch / "foreign", "foreign");
    fs::create_symlink("own", in / "to-own");
    fs::create_symlink("../own", in / "deep/up");
    fs::create_symlink("../foreign", in / "out");
    fs::create_symlink(scratch / "foreign", in / "absolute");
    fs::create_symlink("/proc/self/fd/0", in / "magic");
    fs::create_directory_symlink("..", in / "above");
  }
};

void check_links(const Linked& linked) {
  const std::string refused = "[leads out of its folder]";
  CHECK(read(linked.in / "own", linked.in) == "own");
  CHECK(read(linked.in / "deep/own", linked.in) == "deep");
  CHECK(read(linked.in / "to-own", linked.in) == "own");
  CHECK(read(linked.in / "deep/up", linked.in) == "own");
  CHECK(read(linked.in / "deep/up", linked.in / "deep") == refused);
  for (const char* name : {"out", "absolute", "above/foreign"}) {
    CHECK(read(linked.in / name, linked.in) == refused);
    CHECK(read(linked.in / name) == "foreign");
  }
  CHECK(read(linked.in / "magic", linked.in).starts_with('['));
  CHECK(read(linked.in / "none", linked.in) == "[cannot be read: No such file or directory]");
}

TEST_CASE("links to a file lead nowhere out of its folder", "[files]") { check_links(Linked()); }

TEST_CASE("links lead nowhere out of a folder on kernels without openat2", "[files]") {
  if (!test::can_break_calls()) return;
  const Linked linked;
  const int end = test::in_child([&] {
    test::break_call(SYS_openat2, ENOSYS);
    const std::string refused = "[leads out of its folder]";
    const bool good =
        read(linked.in / "own", linked.in) == "own" && read(linked.in / "deep/up", linked.in) == "own" &&
        read(linked.in / "out", linked.in) == refused && read(linked.in / "absolute", linked.in) == refused &&
        read(linked.in / "none", linked.in) == "[cannot be read: No such file or directory]";
    return good ? 0 : 1;
  });
  CHECK(end == 0);
}

TEST_CASE("a file that becomes a link while it is opened is never read outside its folder", "[files]") {
  const Linked linked;
  std::atomic<bool> done{false};
  std::thread swapping([&] {
    while (!done) {
      fs::create_symlink("../foreign", linked.in / "next");
      fs::rename(linked.in / "next", linked.in / "own");
      test::put(linked.in / "next", "own");
      fs::rename(linked.in / "next", linked.in / "own");
    }
  });
  std::size_t n_own = 0, n_refused = 0;
  for (int k = 0; k < 20'000; ++k) {
    const std::string text = read(linked.in / "own", linked.in);
    n_own += text == "own" ? 1U : 0U;
    n_refused += text == "[leads out of its folder]" ? 1U : 0U;
  }
  done = true;
  swapping.join();
  CHECK(n_own + n_refused == 20'000);
  CHECK(n_own > 0);
  CHECK(n_refused > 0);
}

TEST_CASE("what is no regular file is refused without waiting", "[files]") {
  const ScratchFolder scratch;
  REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
  CHECK(read(scratch / "pipe") == "[is not a regular file]");
  CHECK(read(scratch / "pipe", scratch.path()) == "[is not a regular file]");
  CHECK(read(scratch.path()) == "[is a folder, not a file]");
  CHECK(read("/dev/zero") == "[is not a regular file]");
}

TEST_CASE("a file is read from where it is asked, as far as it goes", "[files]") {
  const ScratchFolder scratch;
  test::put(scratch / "f", "0123456789");
  std::string reason;
  const auto opened = RegularFile::open(scratch / "f", reason);
  REQUIRE(opened);
  CHECK(opened->size() == 10);
  std::string four(4, ' ');
  CHECK(opened->read_at(3, four) == 4);
  CHECK(four == "3456");
  CHECK(opened->read_at(8, four) == 2);
  CHECK(opened->read_at(10, four) == 0);
  test::put(scratch / "g", "other");
  fs::rename(scratch / "g", scratch / "f");  // the file that was opened stays
  CHECK(opened->read_at(3, four) == 4);
  CHECK(four == "3456");
}

/// For a child: 3 if this throws FileError with this cause.
template <class Work> int end_of(const Work& work, const std::string& cause) {
  try {
    work();
    return 0;
  } catch (const FileError& error) {
    return error.cause() == cause ? 3 : 4;
  }
}

TEST_CASE("a fault of the machine is no absence", "[files]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  test::put(scratch / "f", "text");
  const auto [call, error] =
      GENERATE(table<long, int>({{SYS_openat, EIO}, {SYS_openat, EMFILE}, {SYS_pread64, EIO}}));
  CHECK(test::in_child([&, call = call, error = error] {
          test::break_call(call, error);
          return end_of([&] { read(scratch / "f"); }, system_cause("cannot be read", error));
        }) == 3);
  CHECK(test::in_child([&] {
          test::break_call(SYS_newfstatat, EIO);
          return end_of([&] { static_cast<void>(is_there(scratch / "f")); },
                        "cannot be examined: Input/output error");
        }) == 3);
  CHECK(test::in_child([&] {
          test::break_call(SYS_newfstatat, EIO);
          return end_of([&] { static_cast<void>(is_regular(scratch / "f")); },
                        "cannot be examined: Input/output error");
        }) == 3);
  CHECK(test::in_child([&] {
          test::break_call(SYS_getdents64, EIO);
          return end_of([&] { static_cast<void>(entries_of(scratch.path())); },
                        "cannot be listed: Input/output error");
        }) == 3);
}

TEST_CASE("what is not there is absent, and a folder that is not there has no entries", "[files]") {
  const ScratchFolder scratch;
  test::put(scratch / "f", "text");
  fs::create_symlink("nowhere", scratch / "link");
  CHECK(is_there(scratch / "f"));
  CHECK(is_there(scratch / "link"));
  CHECK_FALSE(is_there(scratch / "none"));
  CHECK_FALSE(is_there(scratch / "f/below"));
  CHECK_FALSE(is_there(scratch / std::string(300, 'n')));
  CHECK(is_regular(scratch / "f"));
  CHECK_FALSE(is_regular(scratch / "link"));
  CHECK_FALSE(is_regular(scratch.path()));
  CHECK(entries_of(scratch.path()).size() == 2);
  CHECK(entries_of(scratch / "none").empty());
  CHECK(entries_of(scratch / "f").empty());
}

}  // namespace
}  // namespace hansa
