#include <algorithm>
#include <functional>

#include <catch2/catch.hpp>
#include <fmt/core.h>

#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/sweep_status.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using test::small_plan;
using test::SweptFolder;

TEST_CASE("a sweep file that changed beside its shards is refused with the changes", "[sweep]") {
  const SweptFolder swept;
  CHECK_NOTHROW(refuse_edited_sweep(swept.folder));
  SweepPlan edited = small_plan();
  edited.sweep.seed = 8;
  edited.stamp.text = print_sweep(edited.sweep, {});
  test::put(swept.folder.sweep_file(), edited.stamp.text);
  test::put(swept.folder.shards() / "notes.txt", "x");
  CHECK_THROWS_WITH(refuse_edited_sweep(swept.folder),
                    Catch::Matchers::Contains("differs from the sweep of the shards beside it") &&
                        Catch::Matchers::Contains("\n- seed: 11\n+ seed: 8\n"));
}

TEST_CASE("files among the shards that are none of them are reported", "[sweep]") {
  const SweptFolder swept;
  const std::filesystem::path shards = swept.folder.shard(0).parent_path();
  CHECK(find_faults(swept.plan, swept.folder).empty());
  for (const char* name : {"shard-0005.h5", "notes.txt", ".shard-0001.h5.part-here-1-0"})
    test::put(shards / name, "x");
  CHECK(find_faults(swept.plan, swept.folder) ==
        fmt::format("{0}/notes.txt: is no file of this sweep\n{0}/shard-0005.h5: is no file of this sweep\n",
                    shards.string()));
}

TEST_CASE("a merged file without its digest, or a digest without it, is reported", "[sweep]") {
  const SweptFolder swept;
  const std::filesystem::path file = merge_sweep(swept.plan, swept.folder, {}).file;
  CHECK(find_faults(swept.plan, swept.folder).empty());
  const std::string digest = test::text_of(file.string() + ".sha256");
  std::filesystem::remove(file.string() + ".sha256");
  CHECK_THAT(find_faults(swept.plan, swept.folder),
             Catch::Matchers::EndsWith("merged.h5: its .sha256 is missing\n"));
  test::put(file.string() + ".sha256", digest);
  std::filesystem::remove(file);
  CHECK_THAT(find_faults(swept.plan, swept.folder),
             Catch::Matchers::EndsWith("merged.h5: is missing, but its .sha256 exists\n"));
}

TEST_CASE("a merged file that does not say how many runs it lacks is reported", "[sweep][hostile]") {
  const SweptFolder swept;
  const std::filesystem::path file = merge_sweep(swept.plan, swept.folder, {}).file;
  const auto faults_with = [&](const std::function<void(std::vector<Attribute>&)>& change) {
    ResultSet merged = swept.merged();
    change(merged.attributes);
    const auto image = hdf5_image(merged);
    const std::string bytes(reinterpret_cast<const char*>(image.data()), image.size());
    test::put(file, bytes);
    test::put(file.string() + ".sha256", digest_line(sha256_hex(bytes), file));
    const std::string faults = find_faults(swept.plan, swept.folder);
    static_cast<void>(merge_sweep(swept.plan, swept.folder, {.replace = true}));
    return faults;
  };
  const auto missing_runs = [](std::vector<Attribute>& attributes) {
    return std::find_if(attributes.begin(), attributes.end(),
                        [](const Attribute& one) { return one.first == "missing_runs"; });
  };
  CHECK(faults_with([](auto&) {}).empty());
  const auto told = Catch::Matchers::EndsWith("merged.h5: does not say how many runs it lacks\n");
  CHECK_THAT(faults_with([&](auto& all) { all.erase(missing_runs(all)); }), told);
  CHECK_THAT(faults_with([&](auto& all) { missing_runs(all)->second = std::string("none"); }), told);
  CHECK_THAT(faults_with([&](auto& all) { missing_runs(all)->second = std::int64_t{-1}; }), told);
}

TEST_CASE("a shard that lost a bit, or is another one, is reported", "[sweep]") {
  const SweptFolder swept;
  std::string bytes = test::text_of(swept.folder.shard(0));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  test::put(swept.folder.shard(0), bytes);
  test::put(swept.folder.shard(1), test::text_of(swept.folder.shard(2)));
  const std::string line =
      digest_line(sha256_hex(test::text_of(swept.folder.shard(1))), swept.folder.shard(1));
  test::put(swept.folder.digest_of(1), line);
  std::filesystem::remove(swept.folder.digest_of(4));
  const SweepStatus status = check_sweep(swept.plan, swept.folder);
  REQUIRE(status.damaged.size() == 3);
  CHECK(status.damaged[0].reason == "its bytes do not have the SHA-256 beside it");
  CHECK(status.damaged[1].reason == "holds another run in the place of run 7");
  CHECK(status.damaged[2].reason == "its .sha256 is missing");
  CHECK_THROWS_AS(merge_sweep(swept.plan, swept.folder, {}), FileError);
}

TEST_CASE("a shard of another sweep, or in the place of another, is refused", "[sweep]") {
  const SweptFolder swept;
  SweepPlan other = small_plan();
  other.stamp.sha256 = "0";
  CHECK_THROWS_WITH(read_shard(other, swept.folder, 0),
                    Catch::Matchers::EndsWith("is a shard of another sweep"));
  test::put(swept.folder.shard(1), test::text_of(swept.folder.shard(0)));
  test::put(swept.folder.digest_of(1),
            digest_line(sha256_hex(test::text_of(swept.folder.shard(1))), swept.folder.shard(1)));
  CHECK_THROWS_WITH(read_shard(swept.plan, swept.folder, 1),
                    Catch::Matchers::EndsWith("holds another run in the place of run 7"));
}

/// What is found of shard 1 of a sweep after this change of its content, sealed and with its digest.
std::string faults_after(const std::function<void(ResultSet&)>& change) {
  const SweptFolder swept;
  ResultSet shard = read_result(swept.folder.shard(1));
  change(shard);
  const auto image = hdf5_image(shard);
  const std::string bytes(reinterpret_cast<const char*>(image.data()), image.size());
  test::put(swept.folder.shard(1), bytes);
  test::put(swept.folder.digest_of(1), digest_line(sha256_hex(bytes), swept.folder.shard(1)));
  return find_faults(swept.plan, swept.folder);
}

Variable& variable_of(ResultSet& result, std::string_view name) {
  return *std::find_if(result.variables.begin(), result.variables.end(),
                       [&](const Variable& variable) { return variable.name == name; });
}

TEST_CASE("a sealed shard of other dimensions, types or meanings than the sweep's is refused",
          "[sweep][hostile]") {
  using Catch::Matchers::Contains;
  CHECK(faults_after([](ResultSet&) {}).empty());
  CHECK_THAT(
      faults_after([](ResultSet& shard) {
        Variable& networks = variable_of(shard, "networks");
        networks.dims = {"year"};
        std::get<std::vector<std::int32_t>>(networks.values).resize(shard.find_dimension("year")->size());
      }),
      Contains("the variable networks is along (year) instead of (run, year)"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               std::swap(variable_of(shard, "networks").dims[0], variable_of(shard, "networks").dims[1]);
             }),
             Contains("the variable networks is along (year, run) instead of (run, year)"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               Variable& failure = variable_of(shard, "failure");
               failure.dims.clear();
               failure.values = std::vector<std::string>{"x"};
             }),
             Contains("the variable failure is along () instead of (run)"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               Variable& voice = variable_of(shard, "voice");
               voice.values = std::vector<std::int32_t>(voice.size());
             }),
             Contains("the variable voice has values of another type than the sweep's"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               variable_of(shard, "status").flag_meanings = {"failed", "ok"};
             }),
             Contains("the variable status has flags of other meanings than the sweep's"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               for (Dimension& dimension : shard.dims)
                 if (dimension.name == "year") ++std::get<std::vector<std::int64_t>>(dimension.labels)[0];
             }),
             Contains("the dimension year has other labels than the sweep"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               std::erase_if(shard.variables, [](const Variable& v) { return v.name == "voice"; });
             }),
             Contains("lacks the variable voice"));
  const auto is_along_channels = [](const Variable& v) {
    return std::find(v.dims.begin(), v.dims.end(), "channel") != v.dims.end();
  };
  CHECK_THAT(faults_after([&](ResultSet& shard) {
               std::erase_if(shard.variables, is_along_channels);
               std::erase_if(shard.dims, [](const Dimension& d) { return d.name == "channel"; });
             }),
             Contains("lacks the dimension channel"));
}

TEST_CASE("a sealed shard of other runs than its place in the sweep is refused", "[sweep][hostile]") {
  using Catch::Matchers::Contains;
  CHECK_THAT(faults_after([](ResultSet& shard) {
               for (Dimension& dimension : shard.dims)
                 if (dimension.name == "run")
                   dimension.labels = std::vector<std::string>{"7", "8", "9", "10", "11", "12", "13"};
             }),
             Contains("does not hold 7 runs"));
  CHECK_THAT(faults_after([](ResultSet& shard) {
               std::get<std::vector<std::int32_t>>(variable_of(shard, "realization").values)[2] = 0;
             }),
             Contains("holds another run in the place of run 9"));
  const SweptFolder swept;
  test::put(swept.folder.shard(1), test::text_of(swept.folder.shard(4)));  // which has two runs
  test::put(swept.folder.digest_of(1),
            digest_line(sha256_hex(test::text_of(swept.folder.shard(1))), swept.folder.shard(1)));
  CHECK_THAT(find_faults(swept.plan, swept.folder), Contains("does not hold 7 runs"));
  test::put(swept.folder.digest_of(1), "");
  CHECK_THAT(find_faults(swept.plan, swept.folder), Contains("its .sha256 is empty"));
}

TEST_CASE("the reason why a run failed is kept without what would act on a terminal", "[sweep][hostile]") {
  const test::ScratchFolder scratch;
  const SweepPlan plan = small_plan();
  const SweepFolder folder = SweepFolder::open(scratch / "s", plan);
  const auto runner = [](const Facts&, std::uint64_t, std::uint32_t) -> RunRecord {
    throw std::runtime_error("\033]0;taken over\a\nline two");
  };
  static_cast<void>(run_sweep(plan, folder, {}, {.n_threads = 1, .runner = runner}));
  const ResultSet shard = read_result(folder.shard(0));
  CHECK(std::get<std::vector<std::string>>(shard.find_variable("failure")->values)[0] ==
        "\\u001b]0;taken over\\u0007\nline two");
}

}  // namespace
}  // namespace hansa
