#include <atomic>
#include <chrono>
#include <csignal>
#include <functional>
#include <future>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/syscall.h>
#include <unistd.h>

#include "sim/run.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/files/file_error.hpp"
#include "support/input/problem.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/sweep_folder.hpp"
#include "tests/support/files/child.hpp"
#include "tests/sweeps/run/law_sweep.hpp"

namespace hansa {
namespace {

using test::ScratchFolder;
using test::small_plan;
using test::text_of;

/// Every file of a sweep's shards, one after another.
std::string all_shards(const SweepPlan& plan, const SweepFolder& folder) {
  std::string bytes;
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard)
    bytes += text_of(folder.shard(shard)) + text_of(folder.digest_of(shard));
  return bytes;
}

TEST_CASE("two workers leave together what one leaves alone", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder alone = SweepFolder::open(scratch / "alone", plan);
  CHECK(run_sweep(plan, alone, {}, {}).n_runs_done == 30);
  const SweepFolder shared = SweepFolder::open(scratch / "shared", plan);
  CHECK(run_sweep(plan, shared, {.index = 1, .n = 2}, {}).n_shards_done == 2);
  CHECK(shared.missing(5) == std::vector<std::size_t>{0, 2, 4});
  CHECK(
      run_sweep(plan, SweepFolder::open(scratch / "shared", plan), {.index = 0, .n = 2}, {}).n_shards_done ==
      3);
  CHECK(shared.missing(5).empty());
  CHECK(all_shards(plan, shared) == all_shards(plan, alone));
  CHECK(text_of(shared.sweep_file()) == plan.stamp.text);
}

TEST_CASE("shards that are written beside the runs of the next are what one thread leaves", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder one = SweepFolder::open(scratch / "one", plan);
  static_cast<void>(run_sweep(plan, one, {}, {.n_threads = 1}));
  const SweepFolder three = SweepFolder::open(scratch / "three", plan);
  std::vector<std::size_t> told;
  const SweepProgress made =
      run_sweep(plan, three, {}, {.n_threads = 3, .watch = {.progress = [&](std::size_t n) {
                                                    if (n == 30) told.push_back(n);
                                                  }}});
  CHECK(made.n_shards_done == 5);
  CHECK(made.n_runs_done == 30);
  CHECK(told.size() == 1);  // the last run counts those of shards that are still being written
  CHECK(all_shards(plan, three) == all_shards(plan, one));
}

TEST_CASE("a shard that cannot be written ends the sweep, the last one as well", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  for (const std::size_t n_threads : {std::size_t{1}, std::size_t{3}})
    for (const std::size_t shard : {std::size_t{0}, plan.n_shards() - 1}) {
      const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
      std::atomic<std::size_t> n_played{0};
      const ShardWork work{.n_threads = n_threads,
                           .runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
                             std::error_code ignored;  // a removal would lose to a shard being written
                             if (++n_played > plan.first_run(shard))
                               std::filesystem::rename(folder.shards(), scratch / "s/gone", ignored);
                             return run_realization(facts, seed, realization);
                           }};
      CHECK_THROWS_AS(run_sweep(plan, folder, {}, work), OutputError);
      CHECK_FALSE(folder.has(shard));
      std::filesystem::remove_all(scratch / "s");
    }
}

TEST_CASE("a sweep goes on where it was, and does no run twice", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  std::size_t n_runs = 0;
  const ShardWork work{.runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
    ++n_runs;
    return run_realization(facts, seed, realization);
  }};
  static_cast<void>(run_sweep(plan, folder, {}, work));
  CHECK(n_runs == 30);
  const std::string bytes = all_shards(plan, folder);
  std::filesystem::remove(folder.shard(3));
  CHECK(count_missing_runs(plan, folder, {}) == 7);
  static_cast<void>(run_sweep(plan, folder, {}, work));
  CHECK(n_runs == 37);
  CHECK(all_shards(plan, folder) == bytes);
}

/// Another process that has begun a shard, and lives.
class Worker {
 public:
  explicit Worker(const std::filesystem::path& shard) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    process_ = test::start_child([&] {
      const TemporaryFile begun(shard);
      char word = 'x';
      static_cast<void>(!::write(ready[1], &word, 1));
      ::pause();
      return 0;
    });
    char word = 0;
    REQUIRE(::read(ready[0], &word, 1) == 1);
    for (const int end : ready) ::close(end);
  }
  ~Worker() { end(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void end() {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    test::end_of_child(process_);
    process_ = 0;
  }

 private:
  pid_t process_ = 0;
};

TEST_CASE("a shard of a running process is left to it; that of a dead one is taken over", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  Worker worker(folder.shard(1));
  CHECK(is_in_work(folder.shard(1)));
  CHECK_FALSE(is_in_work(folder.shard(0)));
  std::size_t n_waited_for = 0;
  const auto waits = [&](std::size_t n) {
    n_waited_for = n;
    worker.end();
  };
  CHECK(run_sweep(plan, folder, {}, {}, waits).n_shards_done == 5);
  CHECK(n_waited_for == 1);
  CHECK(folder.missing(5).empty());
}

TEST_CASE("a sweep waits for another process as long as it takes, and tells it once or not at all",
          "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  static_cast<void>(run_sweep(plan, folder, {}, {}));
  std::filesystem::remove(folder.shard(4));
  Worker worker(folder.shard(4));
  std::future<void> end;
  const auto end_later = [&] {  // several looks at the shard later
    end = std::async(std::launch::async, [&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      worker.end();
    });
  };
  std::size_t n_told = 0;
  const auto tell = [&](std::size_t) {
    if (++n_told == 1) end_later();
  };
  CHECK(run_sweep(plan, folder, {}, {}, tell).n_shards_done == 1);
  CHECK(n_told == 1);
  end.get();
  std::filesystem::remove(folder.shard(4));
  Worker other(folder.shard(4));
  end = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    other.end();
  });
  CHECK(run_sweep(plan, folder, {}, {}).n_shards_done == 1);
}

TEST_CASE("another sweep is refused the folder, with the changed lines", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  static_cast<void>(SweepFolder::open(scratch / "s", plan));
  SweepPlan other = small_plan();
  other.sweep.seed = 8;
  other.stamp.text = print_sweep(other.sweep, {});
  CHECK_THROWS_WITH(
      SweepFolder::open(scratch / "s", other),
      Catch::Matchers::EndsWith(
          "sweep.yaml:1:1: file: is a different sweep; use "
          "another folder. Changed lines:\n- seed: 11\n+ seed: 8\n-   seed: 11\n+   seed: 8\n"));
  CHECK(text_of(scratch / "s/sweep.yaml") == plan.stamp.text);
}

TEST_CASE("a folder that holds something else is left alone", "[sweep]") {
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "mine");
  test::put(scratch / "mine/letter", "dear");
  CHECK_THROWS_AS(SweepFolder::open(scratch / "mine", small_plan()), OutputError);
  CHECK_THROWS_AS(SweepFolder::open(scratch / "mine/letter", small_plan()), OutputError);
  CHECK(text_of(scratch / "mine/letter") == "dear");
}

TEST_CASE("there is no sweep in a folder without sweep.yaml, not in the working folder either", "[sweep]") {
  const ScratchFolder scratch;
  const std::string told = ":1:1: file: is not the folder of a sweep: it has no sweep.yaml";
  CHECK_THROWS_WITH(find_sweep(SweepFolder(scratch.path()), test::folders()), scratch.path().string() + told);
  CHECK_THROWS_WITH(find_sweep(SweepFolder(""), test::folders()), "." + told);
}

TEST_CASE("a folder that cannot be listed is no place for a sweep", "[sweep]") {
  if (!test::can_break_calls()) return;
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "s");
  CHECK(test::in_child([&] {
          if (!test::break_call(SYS_getdents64, EIO)) return 1;
          try {
            static_cast<void>(SweepFolder::open(scratch / "s", small_plan()));
          } catch (const OutputError& error) {
            return error.cause() == "the folder cannot be read: Input/output error" ? 0 : 2;
          }
          return 3;
        }) == 0);
}

TEST_CASE("a sweep of points from a file goes on where it was killed before its sweep.yaml was there",
          "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan =
      test::law_plan("design: list\nrealizations: 1\npoints: p.csv\n", "gridlock.level\n0.1\n0.2\n");
  std::filesystem::create_directory(scratch / "s");
  const std::string name = points_file_name(plan.sweep);
  test::put(scratch / "s" / name, print_points(plan.sweep));
  test::put(scratch / "s/.notes", "mine");
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  CHECK(run_sweep(plan, folder, {}, {}).n_runs_done == 2);
  std::filesystem::remove(folder.sweep_digest());  // as if it had been killed before that was there
  static_cast<void>(SweepFolder::open(scratch / "s", plan));
  CHECK(text_of(folder.sweep_digest()) == digest_line(plan.stamp.sha256, folder.sweep_file()));
  std::filesystem::create_directory(scratch / "other");
  test::put(scratch / "other/points-000000000000.csv", "of another sweep\n");
  CHECK_THROWS_AS(SweepFolder::open(scratch / "other", plan), OutputError);
}

TEST_CASE("a shard that another worker was first to place stays, and its digest with it", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  TemporaryFile one(folder.shard(0)), other(folder.shard(0));
  folder.publish_shard(0, one, test::bytes("first"));
  folder.publish_shard(0, other, test::bytes("second"));
  CHECK(text_of(folder.shard(0)) == "first");
  CHECK(text_of(folder.digest_of(0)) == digest_line(sha256_hex("first"), "shard-0000.h5"));
}

TEST_CASE("a digest that was left without its shard gives way", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  test::put(folder.digest_of(0), "of a dead process");
  CHECK_FALSE(folder.has(0));
  TemporaryFile part(folder.shard(0));
  folder.publish_shard(0, part, test::bytes("whole"));
  CHECK(text_of(folder.digest_of(0)) == digest_line(sha256_hex("whole"), "shard-0000.h5"));
}

TEST_CASE("a shard that lost its digest is run again, and what was there gives way", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  static_cast<void>(run_sweep(plan, folder, {}, {}));
  const std::string bytes = all_shards(plan, folder);
  std::filesystem::remove(folder.digest_of(3));
  test::put(folder.shard(3), "who knows what");
  CHECK(folder.has_file(3));
  CHECK_FALSE(folder.has(3));
  CHECK(folder.missing(5) == std::vector<std::size_t>{3});
  CHECK(run_sweep(plan, folder, {}, {}).n_runs_done == 7);
  CHECK(all_shards(plan, folder) == bytes);
}

TEST_CASE("too many shards are refused with a sufficient shard_runs", "[sweep]") {
  CHECK_NOTHROW(refuse_many_shards(small_plan(), 5));
  CHECK_THROWS_WITH(
      refuse_many_shards(small_plan(), 4),
      Catch::Matchers::Contains("30 runs in shards of 7 are 5 files, more than 4; set "
                                "shard_runs: 8 or more, or allow more files with --max-shards"));
}

TEST_CASE("a sweep that is stopped while it waits for another process ends", "[sweep]") {
  const ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  const Worker worker(folder.shard(1));
  std::atomic<bool> stop{false};
  const SweepProgress made = run_sweep(plan, folder, {}, {.watch = {.progress = {}, .stop = &stop}},
                                       [&](std::size_t) { stop = true; });
  CHECK(made.stopped);
  CHECK(made.n_shards_done == 4);
  CHECK(folder.missing(5) == std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace hansa
