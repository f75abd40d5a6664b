#include <iostream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "support/files/abandoned_file.hpp"
#include "support/files/file_descriptor.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using test::put;
using Names = std::vector<std::string>;

std::string hidden_of(std::string_view name, std::string_view kind, int process,
                      const std::string& host = host_name()) {
  return fmt::format(".{}.{}-{}-{}-0", name, kind, host, process);
}

TEST_CASE("a hidden name states its owner and its file", "[record]") {
  const auto part = hidden_name("results/paris-2015", HiddenKind::Temporary, 3);
  CHECK(part == fmt::format("results/.paris-2015.part-{}-{}-3", host_name(), ::getpid()));
  const auto read = read_hidden_name(part.filename().string());
  REQUIRE(read.has_value());
  CHECK(read->kind == HiddenKind::Temporary);
  CHECK(read->name == "paris-2015");
  CHECK(read->process == ::getpid());
  CHECK(read_hidden_name(hidden_of("a.part-b", "old", 7))->name == "a.part-b");
  CHECK(read_hidden_name(hidden_of("a", "old", 7))->kind == HiddenKind::Replaced);
}

TEST_CASE("a name that merely looks hidden is not an abandoned file", "[record]") {
  const std::string host = host_name();
  const std::string name =
      GENERATE_COPY(std::string("paris"), ".bashrc", "..part-" + host + "-7-0", "x.part-" + host + "-7-0",
                    ".x.part-" + host + "-7", ".x.part-" + host + "-7-", ".x.part-" + host + "-0-0",
                    ".x.part-" + host + "--7-0", ".x.part-" + host + "-7-0a", ".x.part-" + host + "-7-0.h5",
                    ".x.part-" + host + "-99999999999-0", ".x.part-7-0", ".x.part--7-0");
  CAPTURE(name);
  CHECK_FALSE(read_hidden_name(name).has_value());
}

TEST_CASE("files of a dead process are removed, those of others are not", "[record]") {
  const test::ScratchFolder scratch;
  const int dead = test::dead_process();
  put(scratch / hidden_of("result.h5", "part", dead), "half");
  std::filesystem::create_directories(scratch / hidden_of("paris", "part", dead) / "sub");
  put(scratch / hidden_of("paris", "part", dead) / "sub" / "result.h5", "half");
  const Names kept = {hidden_of("a", "part", ::getpid()), hidden_of("a", "part", 1),
                      hidden_of("a", "part", dead, "elsewhere"), "paris", "result.h5"};
  for (const auto& name : kept) put(scratch / name, "mine");

  CHECK(remove_abandoned_files(scratch.path()) == 2);
  Names expected = kept;
  std::sort(expected.begin(), expected.end());
  CHECK(scratch.names() == expected);
  CHECK(remove_abandoned_files(scratch.path()) == 0);
  CHECK(remove_abandoned_files(scratch / "absent") == 0);
}

TEST_CASE("a locked temporary file stays even if its process is not visible from here", "[record]") {
  const test::ScratchFolder scratch;
  const std::string part = hidden_of("result.h5", "part", test::dead_process());
  {
    const auto held = FileDescriptor::of_new_file(scratch / part, "result.h5");
    held->claim();
    CHECK(remove_abandoned_files(scratch.path()) == 0);
    CHECK(scratch.names() == Names{part});
  }
  CHECK(remove_abandoned_files(scratch.path()) == 1);
  CHECK(scratch.names().empty());
}

TEST_CASE("a temporary file without a lock is abandoned after some minutes, whatever its host and process",
          "[record]") {
  const test::ScratchFolder scratch;
  const std::string reused = hidden_of("result.h5", "part", 1), lost = hidden_of("a", "part", 7, "node-12");
  for (const auto& name : {reused, lost}) put(scratch / name, "half");
  CHECK(is_in_work(scratch / "result.h5"));
  CHECK_FALSE(is_in_work(scratch / "a"));
  CHECK(remove_abandoned_files(scratch.path()) == 0);
  for (const auto& name : {reused, lost})
    std::filesystem::last_write_time(scratch / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  CHECK_FALSE(is_in_work(scratch / "result.h5"));
  CHECK(remove_abandoned_files(scratch.path()) == 2);
  CHECK(scratch.names().empty());
}

TEST_CASE("a locked temporary file of another host stays, however old", "[record]") {
  const test::ScratchFolder scratch;
  const std::string part = hidden_of("result.h5", "part", 7, "node-12");
  const auto held = FileDescriptor::of_new_file(scratch / part, "result.h5");
  held->claim();
  std::filesystem::last_write_time(scratch / part,
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  CHECK(is_in_work(scratch / "result.h5"));
  CHECK(remove_abandoned_files(scratch.path()) == 0);
}

TEST_CASE("an old folder gets its name back unless a new one has it", "[record]") {
  const test::ScratchFolder scratch;
  const std::string old = hidden_of("paris", "old", test::dead_process());
  std::filesystem::create_directory(scratch / old);
  put(scratch / old / "run.json", "old");
  SECTION("killed before the new one was in place") {
    CHECK(remove_abandoned_files(scratch.path()) == 1);
    CHECK(scratch.names() == Names{"paris"});
    CHECK(test::text_of(scratch / "paris" / "run.json") == "old");
  }
  SECTION("killed before the old one was deleted") {
    std::filesystem::create_directory(scratch / "paris");
    put(scratch / "paris" / "run.json", "new");
    CHECK(remove_abandoned_files(scratch.path()) == 1);
    CHECK(scratch.names() == Names{"paris"});
    CHECK(test::text_of(scratch / "paris" / "run.json") == "new");
  }
}

TEST_CASE("what another user planted under a hidden name is neither renamed nor removed", "[record]") {
  if (::geteuid() != 0) {
    std::cout << "skipped: only root can make files of another user" << std::endl;
    return;
  }
  const test::ScratchFolder scratch;
  const std::string old = hidden_of("prize", "old", test::dead_process()),
                    part = hidden_of("prize", "part", test::dead_process());
  for (const std::string& name : {old, part}) {
    std::filesystem::create_directory(scratch / name);
    put(scratch / name / "run.json", "planted");
    REQUIRE(::lchown((scratch / name).c_str(), 65534, 65534) == 0);
  }
  CHECK(remove_abandoned_files(scratch.path()) == 0);
  CHECK(scratch.names() == Names{old, part});
}

}  // namespace
}  // namespace hansa
