// What befalls sweeps: kills, signals, full disks, and others at work on the same folder.
#include <random>

#include <catch2/catch.hpp>

#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Call;
using test::Ended;
using test::hansa_in;
using test::Program;
using test::put;
using test::quick_sweep;
using test::ScratchFolder;
using test::shards_of;

TEST_CASE("any number of threads and workers leaves the same bytes", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(15, 12));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "one", "--threads", "1"}).status == 0);
  const auto shards = shards_of(scratch / "one");
  REQUIRE(shards.size() == 10);
  for (const char* n_threads : {"2", "3"}) {
    CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", n_threads, "--threads", n_threads}).status == 0);
    CHECK((shards_of(scratch / n_threads) == shards));
  }
  const auto worker = [&](const std::string& part) {
    return Call{.words = {"sweep", "q.yaml", "--out", "workers", "--threads", "1", "--shard", part},
                .folder = scratch.path()};
  };
  Program first(worker("1/3")), second(worker("2/3")), third(worker("3/3"));
  for (Program* program : {&first, &second, &third}) CHECK(program->end().status == 0);
  CHECK((shards_of(scratch / "workers") == shards));

  const Call whole{.words = {"sweep", "q.yaml", "--out", "both"}, .folder = scratch.path()};
  Program here(whole), there(whole);  // without --shard both run all missing shards
  CHECK(here.end().status == 0);
  CHECK(there.end().status == 0);
  CHECK((shards_of(scratch / "both") == shards));
}

/// Kills two workers on one folder n_kills times, each time after a drawn moment, and lets a last one finish.
void kill_workers(int n_kills, int n_realizations, unsigned seed) {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(n_realizations, 20));
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "calm", "--quiet"}).status == 0);
  const auto shards = shards_of(scratch / "calm");
  REQUIRE(shards.size() == 2 * static_cast<std::size_t>(n_realizations) / 5);

  std::mt19937 random(seed);
  std::uniform_int_distribution<int> milliseconds(20, 200);
  int n_lost = 0;
  for (int kill = 0; kill < n_kills; ++kill) {
    const std::string part = kill % 3 == 0 ? "1/1" : kill % 3 == 1 ? "1/2" : "2/2";
    Program worker({.words = {"sweep", "q.yaml", "--out", "wild", "--threads", "1", "--shard", part},
                    .folder = scratch.path()});
    Program other({.words = {"sweep", "q.yaml", "--out", "wild", "--threads", "1", "--shard", "2/2"},
                   .folder = scratch.path()});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    worker.send(SIGKILL);
    n_lost += worker.end().status == -SIGKILL ? 1 : 0;
    other.send(SIGKILL);
    static_cast<void>(other.end());
    if (!std::filesystem::exists(scratch / "wild/shards")) continue;
    for (const auto& [name, content] : shards_of(scratch / "wild")) {  // published shards are complete
      const auto calm = std::find_if(shards.begin(), shards.end(),
                                     [&name = name](const auto& s) { return s.first == name; });
      REQUIRE(calm != shards.end());
      REQUIRE((calm->second == content));
    }
  }
  CHECK(n_lost >= n_kills * 3 / 4);
  CHECK(hansa_in(scratch, {"sweep", "q.yaml", "--out", "wild", "--quiet"}).status == 0);
  CHECK((shards_of(scratch / "wild") == shards));
  CHECK(test::hidden_in(scratch / "wild").empty());
  CHECK(hansa_in(scratch, {"verify", "wild"}).out ==
        fmt::format("wild: {} shards with {} runs, intact\n", n_realizations / 5, 4 * n_realizations));
}

TEST_CASE("sixty kills of workers end with every run once, and the bytes of an undisturbed sweep",
          "[sweep][cli]") {
  kill_workers(30, 500, 20);
}

TEST_CASE("a thousand kills of workers do no more harm", "[.soak][faults]") {
  for (unsigned seed = 1; seed <= 13; ++seed) kill_workers(40, 500, seed);
}

TEST_CASE("INT and TERM stop a sweep within five seconds, and it goes on afterwards", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2000, 100));
  const int signal = GENERATE(SIGINT, SIGTERM);
  Program program({.words = {"sweep", "q.yaml", "--out", "s", "--threads", "1"}, .folder = scratch.path()});
  REQUIRE(program.says("8000 runs"));
  while (!std::filesystem::exists(scratch / "s/shards/shard-0001.h5"))
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  program.send(signal);
  const auto sent = std::chrono::steady_clock::now();
  const Ended ended = program.end();
  CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(5));
  CHECK(ended.status == 5);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains("hansa: stopped; ") &&
                            Contains(" of 80 shards are in s, the same command runs the rest"));
  CHECK(test::hidden_in(scratch / "s").empty());
  const auto before = shards_of(scratch / "s");
  CHECK(before.size() >= 4);
  CHECK(hansa_in(scratch, {"status", "s"}).status == 0);
}

TEST_CASE("a disk that is too small is reported before the sweep begins", "[sweep][cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "disk");
  put(scratch / "q.yaml", quick_sweep(50, 100));
  const Ended ended = test::shell(scratch, "\"$HANSA\" sweep q.yaml --out disk/s; echo $?; ls -A disk",
                                  [&] { return test::mount_small_disk(scratch / "disk", "64k"); });
  if (ended.status == test::cannot_prepare) {
    std::cout << "skipped: no disk may be mounted here" << std::endl;
    return;
  }
  CHECK(ended.out == "3\n");
  CHECK_THAT(ended.err, Contains("hansa: disk/s: not enough disk space: 200 runs need about "));
}

TEST_CASE("a disk that others fill leaves complete shards, and the sweep goes on when there is room",
          "[sweep][cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "disk");
  put(scratch / "q.yaml", quick_sweep(300, 60));
  const Ended ended = test::shell(
      scratch,
      "\"$HANSA\" sweep q.yaml --out disk/s --threads 1 & "
      "while ! test -e disk/s/shards/shard-0001.h5; do sleep 0.01; done; "
      "head -c 8m /dev/zero >disk/ballast 2>/dev/null; wait $!; echo $?; "
      "ls -A disk/s/shards | grep -c part; (cd disk/s/shards && sha256sum --check --quiet shard-*.h5.sha256 "
      "2>/dev/null); "
      "\"$HANSA\" status disk/s | grep -c damaged; rm disk/ballast; "
      "\"$HANSA\" sweep q.yaml --out disk/s --quiet >/dev/null; echo $?; \"$HANSA\" verify disk/s",
      [&] { return test::mount_small_disk(scratch / "disk", "3m"); });
  if (ended.status == test::cannot_prepare) {
    std::cout << "skipped: no disk may be mounted here" << std::endl;
    return;
  }
  CHECK_THAT(ended.err, Contains("cannot be written: No space left on device"));
  const auto lines = test::lines_of(ended.out);
  REQUIRE(lines.size() >= 5);
  CHECK(lines[0] == "3");  // the sweep
  CHECK(lines[1] == "0");  // parts left
  CHECK(lines.back() == "disk/s: 20 shards with 1200 runs, intact");
}

TEST_CASE("a reader that leaves early does not make a sweep fail whose shards are all written",
          "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(2, 4));
  const Ended ended =
      test::shell(scratch, "(\"$HANSA\" sweep q.yaml --out s --quiet; echo $? >status) | true; cat status");
  CHECK(ended.out == "0\n");
}

TEST_CASE("a merge that finds no room leaves the sweep as it was, and is done when there is room",
          "[sweep][cli]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "disk");
  put(scratch / "q.yaml", quick_sweep(50, 100));
  const Ended ended =
      test::shell(scratch,
                  "\"$HANSA\" sweep q.yaml --out disk/s --quiet >/dev/null; "
                  "head -c 8m /dev/zero >disk/ballast 2>/dev/null; ls -A disk/s disk/s/shards >before; "
                  "\"$HANSA\" merge disk/s; echo $?; ls -A disk/s disk/s/shards | cmp before - && echo same; "
                  "rm disk/ballast; \"$HANSA\" merge disk/s >/dev/null; echo $?; \"$HANSA\" verify disk/s",
                  [&] { return test::mount_small_disk(scratch / "disk", "3m"); });
  if (ended.status == test::cannot_prepare) {
    std::cout << "skipped: no disk may be mounted here" << std::endl;
    return;
  }
  CHECK_THAT(ended.err, Contains("hansa: disk/s/merged.h5: not enough disk space: 200 runs need about "));
  const auto lines = test::lines_of(ended.out);
  REQUIRE(lines.size() >= 4);
  CHECK(lines[0] == "3");
  CHECK(lines[1] == "same");
  CHECK(lines[2] == "0");
}

/// Puts a folder or a pipe, on which a reader would wait for ever, in the place of a file.
void put_in_place(const std::string& kind, const std::filesystem::path& file) {
  std::filesystem::remove(file);
  if (kind == "folder") std::filesystem::create_directory(file);
  if (kind == "pipe") REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
}

TEST_CASE("a shard whose digest is a folder or a pipe is damaged and does not block", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(3, 2));
  REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  const auto [kind, reason] = GENERATE(table<std::string, std::string>({
      {"folder", "its .sha256 is a folder, not a file"},
      {"pipe", "its .sha256 is not a regular file"},
  }));
  put_in_place(kind, scratch / "s/shards/shard-0001.h5.sha256");
  const Ended status = hansa_in(scratch, {"status", "s"});
  CHECK(status.status == 1);
  CHECK_THAT(status.out,
             Contains("damaged: shard 1: " + reason + "; delete it, and hansa sweep runs it again\n"));
  CHECK(hansa_in(scratch, {"verify", "s"}).out == "s/shards/shard-0001.h5: " + reason + "\n");
  const Ended merged = hansa_in(scratch, {"merge", "s"});
  CHECK(merged.status == 3);
  CHECK_THAT(merged.err, Contains("shard 1: " + reason));
  const Ended again = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"});
  CHECK(again.status == 1);
  CHECK_THAT(again.err, Contains("hansa: s/shards/shard-0001.h5: " + reason));
}

TEST_CASE("a folder or a pipe in the place of sweep.yaml is reported by its name", "[sweep][cli]") {
  const ScratchFolder scratch;
  put(scratch / "q.yaml", quick_sweep(3, 2));
  REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
  const auto [kind, reason] = GENERATE(table<std::string, std::string>({
      {"folder", "is a folder, not a file"},
      {"pipe", "is not a regular file"},
  }));
  put_in_place(kind, scratch / "s/sweep.yaml");
  for (const char* verb : {"status", "verify", "merge"}) {
    const Ended ended = hansa_in(scratch, {verb, "s"});
    CHECK(ended.status == 3);
    CHECK(ended.err == "hansa: s/sweep.yaml: " + reason + "\n");
  }
  const Ended again = hansa_in(scratch, {"sweep", "q.yaml", "--out", "s"});
  CHECK(again.status == 3);
  CHECK(again.err == "hansa: s/sweep.yaml: " + reason + "\n");
}

}  // namespace
}  // namespace hansa
