// Sweeps that grow in their folder: what was run stays, and the result is that of the larger sweep run at once.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "support/input/problem.hpp"
#include "sweeps/run/earlier_runs.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/sweep_status.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using test::law_plan;
using test::ScratchFolder;
using test::text_of;

const std::string ranges =
    "parameters: {gridlock.level: {min: 0, max: 1}, lobbying.strength: {min: 0, max: 2}}\n";
const std::string arms = "arms: [full, {without: home}]\n";

/// A sweep before and after it grew.
struct Pair {
  std::string name;
  SweepPlan before, after;
};

Pair more_realizations() {
  const std::string keys =
      "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.4, 0.9]}}\nshard_runs: 7\n" + arms;
  return {"realizations", law_plan(keys + "realizations: 3\n"), law_plan(keys + "realizations: 5\n")};
}

Pair more_samples(const std::string& design, const std::string& before, const std::string& after) {
  const std::string keys = "design: " + design + "\n" + ranges + arms;
  return {design, law_plan(keys + before), law_plan(keys + after)};
}

Pair more_points_of_a_list() {
  const std::string keys = "design: list\nrealizations: 3\nshard_runs: 5\n" + arms,
                    points =
                        "points: [{gridlock.level: 0.1, networks.enabled: true}, {gridlock.level: 0.3, "
                        "networks.enabled: true}";
  return {"list", law_plan(keys + points + "]\n"),
          law_plan(keys + points + ", {gridlock.level: 0.2, networks.enabled: false}]\n")};
}

Pair more_points_of_a_file() {
  const std::string keys = "design: list\nrealizations: 2\nshard_runs: 5\npoints: p.csv\n" + arms,
                    points = "gridlock.level,networks.enabled\n0.1,true\n0.3,true\n";
  return {"file", law_plan(keys, points), law_plan(keys, points + "0.2,false\n0.7,true\n")};
}

std::vector<Pair> all_pairs() {
  return {more_realizations(),
          more_samples("sobol", "samples: 16\nrealizations: 1\nshard_runs: 7\n",
                       "samples: 32\nrealizations: 2\nshard_runs: 7\n"),
          more_samples("lhs", "samples: 6\nrealizations: 3\nshard_runs: 7\n",
                       "samples: 24\ndoubled_from: 6\nrealizations: 3\nshard_runs: 11\n"),
          more_samples("morris", "samples: 3\nrealizations: 2\nshard_runs: 7\n",
                       "samples: 5\nrealizations: 3\nshard_runs: 7\n"),
          more_points_of_a_list(),
          more_points_of_a_file()};
}

/// Runs a sweep's missing shards in its folder; returns how many runs were played.
std::size_t play(const SweepPlan& plan, const std::filesystem::path& folder, const WorkerPart& part = {}) {
  std::size_t n = 0;
  const ShardWork work{.runner = [&](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
    ++n;
    return run_realization(facts, seed, realization);
  }};
  static_cast<void>(run_sweep(plan, SweepFolder::open(folder, plan), part, work));
  return n;
}

/// merged.h5 and all shards of a folder.
std::string bytes_in(const SweepPlan& plan, const std::filesystem::path& path) {
  const SweepFolder folder(path);
  std::string bytes = text_of(merge_sweep(plan, folder, {.replace = true}).file);
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard)
    bytes += text_of(folder.shard(shard)) + text_of(folder.digest_of(shard));
  return bytes;
}

std::string bytes_at_once(const SweepPlan& plan, const ScratchFolder& scratch) {
  CHECK(play(plan, scratch / "once") == plan.n_runs());
  return bytes_in(plan, scratch / "once");
}

TEST_CASE("a sweep grows by playing its new runs alone, and ends as if it had been run at once",
          "[sweep][growth]") {
  for (const Pair& pair : all_pairs()) {
    INFO(pair.name);
    const ScratchFolder scratch;
    CHECK(play(pair.before, scratch / "s") == pair.before.n_runs());
    static_cast<void>(merge_sweep(pair.before, SweepFolder(scratch / "s"), {}));
    const SweepFolder ahead(scratch / "s", pair.after);
    CHECK(count_missing_runs(pair.after, ahead, {}) == pair.after.n_runs());
    CHECK(count_kept_runs(pair.after, ahead, {}) == pair.before.n_runs());
    CHECK(play(pair.after, scratch / "s") == pair.after.n_runs() - pair.before.n_runs());
    CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
    CHECK(find_faults(pair.after, SweepFolder(scratch / "s")).empty());
    CHECK_NOTHROW(refuse_edited_sweep(SweepFolder(scratch / "s")));
    std::size_t n_entries = 0;  // nothing of the smaller sweep is left
    for (const auto& entry : std::filesystem::directory_iterator(scratch / "s"))
      n_entries +=
          entry.path().filename() == "shards" || entry.path().filename().string().starts_with("earlier")
              ? 100U
              : 1U;
    CHECK(n_entries == (pair.name == "file" ? 6U : 5U));
  }
}

TEST_CASE("a sweep grows before it is complete, and again before it has grown", "[sweep][growth]") {
  const std::string keys = "design: sobol\n" + ranges + arms;
  const SweepPlan small = law_plan(keys + "samples: 16\nrealizations: 1\nshard_runs: 9\n"),
                  middle = law_plan(keys + "samples: 16\nrealizations: 3\nshard_runs: 9\n"),
                  large = law_plan(keys + "samples: 32\nrealizations: 3\nshard_runs: 20\n");
  const ScratchFolder scratch;
  CHECK(play(small, scratch / "s") == small.n_runs());
  const SweepFolder first(scratch / "s");
  for (const std::size_t lost : {0U, 4U, 5U}) std::filesystem::remove(first.shard(lost));
  CHECK(count_kept_runs(middle, SweepFolder(scratch / "s", middle), {}) == small.n_runs() - 27);
  const std::size_t of_middle = play(middle, scratch / "s", {.index = 1, .n = 3});
  CHECK(of_middle > 0);
  const SweepStatus status = survey_sweep(middle, SweepFolder(scratch / "s"));
  CHECK(status.n_kept > 0);
  CHECK(status.n_runs_done + status.n_kept == small.n_runs() - 27 + of_middle);
  const std::size_t kept = count_kept_runs(large, SweepFolder(scratch / "s", large), {});
  CHECK(kept == status.n_runs_done + status.n_kept);
  CHECK(play(large, scratch / "s") == large.n_runs() - kept);
  CHECK((bytes_in(large, scratch / "s") == bytes_at_once(large, scratch)));
  CHECK_FALSE(std::filesystem::exists(scratch / "s/shards"));
}

TEST_CASE("who still works on the smaller sweep does no harm, and what it finishes counts",
          "[sweep][growth]") {
  const Pair pair = more_realizations();
  const ScratchFolder scratch;
  const SweepFolder old = SweepFolder::open(scratch / "s", pair.before);
  const SweepFolder grown = SweepFolder::open(scratch / "s", pair.after);
  CHECK(run_sweep(pair.before, old, {}, {}).n_runs_done == pair.before.n_runs());
  CHECK(survey_sweep(pair.after, grown).n_kept == pair.before.n_runs());
  CHECK(play(pair.after, scratch / "s") == pair.after.n_runs() - pair.before.n_runs());
  CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
}

TEST_CASE("a sweep that was killed while it grew goes on", "[sweep][growth]") {
  const Pair pair = more_points_of_a_file();
  const ScratchFolder scratch;
  CHECK(play(pair.before, scratch / "s") == pair.before.n_runs());
  const SweepFolder ahead(scratch / "s", pair.after);
  const std::string old_digest = text_of(ahead.sweep_digest());
  const int killed = GENERATE(0, 1, 2, 3);
  if (killed == 0) {  // before sweep.yaml was replaced: it is the smaller sweep still
    std::filesystem::create_directory(ahead.shards());
    CHECK_NOTHROW(refuse_edited_sweep(SweepFolder(scratch / "s")));
    CHECK(find_faults(pair.before, SweepFolder(scratch / "s")).empty());
  } else {
    static_cast<void>(SweepFolder::open(scratch / "s", pair.after));
    if (killed == 1) test::put(ahead.sweep_digest(), old_digest);  // before its digest was
    if (killed == 3) std::filesystem::remove(ahead.sweep_digest());
    CHECK_NOTHROW(refuse_edited_sweep(SweepFolder(scratch / "s")));
    CHECK_NOTHROW(refuse_edited_sweep(SweepFolder(scratch / "s", more_realizations().after)));  // by any plan
    CHECK(survey_sweep(pair.after, SweepFolder(scratch / "s")).n_kept == pair.before.n_runs());
  }
  CHECK(play(pair.after, scratch / "s") == pair.after.n_runs() - pair.before.n_runs());
  CHECK(text_of(ahead.sweep_digest()) == digest_line(pair.after.stamp.sha256, ahead.sweep_file()));
  CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
}

TEST_CASE("runs in a damaged shard of the smaller sweep are played again", "[sweep][growth]") {
  const Pair pair = more_realizations();
  const ScratchFolder scratch;
  CHECK(play(pair.before, scratch / "s") == pair.before.n_runs());
  const SweepFolder old(scratch / "s");
  std::string bytes = text_of(old.shard(1));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  test::put(old.shard(1), bytes);
  CHECK(play(pair.after, scratch / "s") == pair.after.n_runs() - pair.before.n_runs() + 7);
  CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
}

TEST_CASE("a failed run stays failed when the sweep grows", "[sweep][growth]") {
  const test::SweptFolder swept(true);  // run 6: design point 0, arm full, realization 1
  SweepPlan after = law_plan(
      "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.4, 0.9]}}\nrealizations: 6\nshard_runs: "
      "7\n"
      "arms: [full, {without: lobbying}]\n");
  CHECK(play(after, swept.folder.path()) == 6);
  CHECK(check_sweep(after, SweepFolder(swept.folder.path())).failures ==
        std::vector<std::string>{
            "run 6: design point 0, arm full, realization 1, gridlock.level=0.1: out of ink"});
}

std::string refusal(const SweepPlan& before, const SweepPlan& after) {
  const ScratchFolder scratch;
  const SweepFolder folder = SweepFolder::open(scratch / "s", before);
  try {
    folder.refuse_other(after);
  } catch (const ScenarioError& error) {
    const Problem& problem = error.problems().front();
    return problem.key + ": " + problem.message;
  }
  return "";
}

TEST_CASE("a sweep that shrinks or changes is refused its folder, with what differs", "[sweep][growth]") {
  for (const Pair& pair : all_pairs()) {
    INFO(pair.name);
    CHECK(refusal(pair.before, pair.after).empty());
    CHECK_THAT(refusal(pair.after, pair.before),
               Catch::Matchers::Contains("in its folder a sweep only grows"));
  }
  const std::string drawn = ranges + arms;
  CHECK(refusal(law_plan("design: morris\nsamples: 3\nrealizations: 2\n" + drawn),
                law_plan("design: morris\nsamples: 4\nrealizations: 1\n" + drawn)) ==
        "realizations: holds this sweep with 2 realizations, more than 1; in its folder a sweep only grows. "
        "Use another "
        "folder for 1");
  CHECK(
      refusal(law_plan("design: lhs\nsamples: 6\n" + drawn), law_plan("design: lhs\nsamples: 9\n" + drawn)) ==
      "samples: holds this sweep with 6 samples; a Latin hypercube of 9 has other points. One of 12 with "
      "`doubled_from: 6` keeps them, or use another folder");
  CHECK(refusal(law_plan("design: lhs\nsamples: 12\n" + drawn),
                law_plan("design: lhs\nsamples: 24\ndoubled_from: 6\n" + drawn)) ==
        "file: is a different sweep; use another folder. Changed lines:\n+ doubled_from: 6\n");
  CHECK(refusal(law_plan("design: sobol\nsamples: 16\n" + drawn),
                law_plan("design: sobol\nsamples: 32\nseed: 4\n" + drawn)) ==
        "file: is a different sweep; use another folder. Changed lines:\n- seed: 11\n+ seed: 4\n-   seed: "
        "11\n+   seed: "
        "4\n");
  CHECK_THAT(refusal(law_plan("design: grid\nparameters: {gridlock.level: {values: [0, 1]}}\n"),
                     law_plan("design: grid\nparameters: {gridlock.level: {values: [0, 1, 0.5]}}\n")),
             Catch::Matchers::EndsWith("+   gridlock.level: {values: [0, 1, 0.5]}\n"));
  CHECK_THAT(
      refusal(
          law_plan("design: grid\nrealizations: 2\nparameters: {gridlock.level: {values: [0, 1]}}\n"),
          law_plan("design: grid\nrealizations: 3\nparameters: {gridlock.level: {values: [0, 1]}}\n" + arms)),
      Catch::Matchers::EndsWith("+   - {name: without-home, without: home}\n"));
  CHECK_THAT(refusal(law_plan("design: list\npoints: p.csv\n", "gridlock.level\n0.1\n0.2\n"),
                     law_plan("design: list\npoints: p.csv\n", "gridlock.level\n0.1\n0.3\n0.4\n")),
             Catch::Matchers::EndsWith("Changed points:\n- 0.2\n+ 0.3\n"));
  CHECK_THAT(
      refusal(law_plan("design: list\npoints: p.csv\n", "gridlock.level\n0.1\n0.2\n"),
              law_plan("design: list\npoints: p.csv\n", "gridlock.level,networks.initial\n0.1,5\n0.2,5\n")),
      Catch::Matchers::Contains("- gridlock.level\n"));
}

TEST_CASE("an edited sweep.yaml is refused in a folder that has grown, too", "[sweep][growth]") {
  const Pair pair = more_realizations();
  const ScratchFolder scratch;
  static_cast<void>(play(pair.before, scratch / "s"));
  static_cast<void>(play(pair.after, scratch / "s"));
  test::put(scratch / "s/sweep.yaml", pair.after.stamp.text + "# mine\n");
  CHECK_THROWS_WITH(refuse_edited_sweep(SweepFolder(scratch / "s")),
                    Catch::Matchers::EndsWith("Changed lines:\n+ # mine\n"));
}

TEST_CASE("what a sweep was before is kept until the last of its workers has done its part",
          "[sweep][growth]") {
  const Pair pair = more_realizations();
  const ScratchFolder scratch;
  static_cast<void>(play(pair.before, scratch / "s"));
  const auto is_kept = [&] { return std::filesystem::exists(scratch / "s/shards"); };
  static_cast<void>(play(pair.after, scratch / "s", {.index = 0, .n = 2}));
  CHECK(is_kept());
  static_cast<void>(play(pair.after, scratch / "s", {.index = 1, .n = 2}));
  CHECK_FALSE(is_kept());
  CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
}

TEST_CASE("files that are named like a smaller sweep and are none keep no run", "[sweep][growth]") {
  const Pair pair = more_points_of_a_file();
  const ScratchFolder scratch;
  static_cast<void>(play(pair.before, scratch / "s"));
  test::put(scratch / "s/earlier-notes.txt", "mine");
  test::put(scratch / "s/points-notes.csv", "mine");
  test::put(scratch / "s/points-000000000000.txt", "mine");
  test::put(scratch / "s/earlier-000000000000.yaml", pair.before.stamp.text);
  CHECK(play(pair.after, scratch / "s") == pair.after.n_runs() - pair.before.n_runs());
  CHECK((bytes_in(pair.after, scratch / "s") == bytes_at_once(pair.after, scratch)));
  CHECK(text_of(scratch / "s/earlier-notes.txt") == "mine");
  CHECK(text_of(scratch / "s/points-notes.csv") == "mine");
  CHECK(text_of(scratch / "s/points-000000000000.txt") == "mine");
}

TEST_CASE("a sweep that has grown further meanwhile keeps what the smaller one was before",
          "[sweep][growth]") {
  const std::string keys =
      "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.4]}}\nshard_runs: 7\nrealizations: ";
  const SweepPlan small = law_plan(keys + "3\n"), middle = law_plan(keys + "5\n"),
                  large = law_plan(keys + "6\n");
  const ScratchFolder scratch;
  CHECK(play(small, scratch / "s") == 6);
  const SweepFolder of_middle = SweepFolder::open(scratch / "s", middle);
  static_cast<void>(SweepFolder::open(scratch / "s", large));
  CHECK(run_sweep(middle, of_middle, {}, {}).n_runs_done == 10);
  CHECK(std::filesystem::exists(scratch / "s/shards"));
  CHECK(play(large, scratch / "s") == 2);
  CHECK((bytes_in(large, scratch / "s") == bytes_at_once(large, scratch)));
}

TEST_CASE("a sweep.yaml that is none, of another design or without its points is refused by its lines",
          "[sweep][growth]") {
  const ScratchFolder scratch;
  const SweepPlan drawn = law_plan("design: sobol\nsamples: 16\n" + ranges),
                  other = law_plan("design: lhs\nsamples: 16\n" + ranges);
  CHECK_THAT(refusal(drawn, other), Catch::Matchers::Contains("- design: sobol\n+ design: lhs\n"));
  const SweepFolder folder = SweepFolder::open(scratch / "s", drawn);
  test::put(folder.sweep_file(), "a letter\n");
  CHECK_THROWS_WITH(folder.refuse_other(drawn), Catch::Matchers::Contains("\n- a letter\n"));
  const SweepPlan listed = law_plan("design: list\npoints: p.csv\n", "gridlock.level\n0.1\n0.2\n"),
                  changed = law_plan("design: list\npoints: p.csv\n", "gridlock.level\n0.3\n0.4\n");
  const SweepFolder of_list = SweepFolder::open(scratch / "list", listed);
  for (const auto& entry : std::filesystem::directory_iterator(scratch / "list"))
    if (entry.path().filename().string().starts_with("points-")) std::filesystem::remove(entry.path());
  CHECK_THROWS_WITH(of_list.refuse_other(changed), Catch::Matchers::Contains("is a different sweep") &&
                                                       !Catch::Matchers::Contains("Changed points"));
  const SweepPlan inside = law_plan("design: list\npoints: [{gridlock.level: 0.1}, {gridlock.level: 0.2}]\n");
  CHECK_THAT(refusal(listed, inside), !Catch::Matchers::Contains("Changed points"));
}

}  // namespace
}  // namespace hansa
