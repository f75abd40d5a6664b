#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("a device that takes little at a time, with interruptions, gets every byte in order", "[record]") {
  std::string content(3'000'000, ' ');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>('a' + i * i % 23);
  int pipe[2];
  REQUIRE(::pipe(pipe) == 0);
  const pid_t writer = test::start_child([&] {
    ::close(pipe[0]);
    struct sigaction alarm {};
    alarm.sa_handler = [](int) {};  // no SA_RESTART: write() stops in the middle, or with EINTR
    ::sigaction(SIGALRM, &alarm, nullptr);
    const itimerval often{.it_interval = {0, 2000}, .it_value = {0, 2000}};
    ::setitimer(ITIMER_REAL, &often, nullptr);
    FileDescriptor(pipe[1], "pipe").write_all(test::bytes(content));
    return 0;
  });
  ::close(pipe[1]);
  std::string read;
  std::vector<char> piece(50'000);
  for (ssize_t n = 0; (n = ::read(pipe[0], piece.data(), piece.size())) > 0;) {
    read.append(piece.data(), static_cast<std::size_t>(n));
    std::this_thread::sleep_for(std::chrono::microseconds(700));
  }
  ::close(pipe[0]);
  CHECK(test::end_of_child(writer) == 0);
  CHECK((read == content));
}

TEST_CASE("a device that is always full is an error", "[record]") {
  const FileDescriptor full(::open("/dev/full", O_WRONLY), "result.h5");
  CHECK_THROWS_AS(full.write_all(test::bytes("x")), OutputError);
  CHECK_THROWS_WITH(full.write_all(test::bytes("x")),
                    "result.h5: cannot be written: No space left on device");
}

TEST_CASE("a new file is not created over an existing one", "[record]") {
  const test::ScratchFolder scratch;
  test::put(scratch / "old", "old");
  CHECK_FALSE(FileDescriptor::of_new_file(scratch / "old", "old").has_value());
  CHECK(test::text_of(scratch / "old") == "old");
  CHECK(FileDescriptor::of_new_file(scratch / "new", "new").has_value());
  CHECK_THROWS_WITH(FileDescriptor::of_new_file(scratch / "absent/new", "shown"),
                    Contains("shown: cannot be created: No such"));
}

}  // namespace
}  // namespace hansa
