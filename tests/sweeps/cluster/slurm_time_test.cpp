#include <catch2/catch.hpp>

#include "sweeps/cluster/slurm_time.hpp"

namespace hansa {
namespace {

TEST_CASE("a time limit is read as Slurm reads it", "[slurm]") {
  const auto [text, minutes] = GENERATE(table<std::string, int>({
      {"90", 90},
      {"1:30", 2},
      {"2:00:00", 120},
      {"0:00:01", 1},
      {"1-0", 1440},
      {"1-02:30", 1590},
      {"2-00:00:30", 2881},
  }));
  CHECK(read_slurm_minutes(text) == minutes);
}

TEST_CASE("what is no time, or never ends, is no time limit", "[slurm]") {
  const auto* text =
      GENERATE("", "0", "-5", "1:", ":5", "1h", "1:2:3:4", "1-", "-1:00", "UNLIMITED", " 5", "9999999999");
  CHECK_FALSE(read_slurm_minutes(text));
}

TEST_CASE("a time limit that is written is read again", "[slurm]") {
  for (const int minutes : {1, 59, 60, 1439, 1440, 10000})
    CHECK(read_slurm_minutes(slurm_time(minutes)) == minutes);
  CHECK(slurm_time(1590) == "1-02:30:00");
}

TEST_CASE("a task has twice the time of its estimate, and stops before its limit", "[slurm]") {
  CHECK(limit_for(0) == 5);
  CHECK(limit_for(1800) == 63);  // 3600 s, 30 to begin, 120 to stop
  CHECK(limit_for(1e9) == 1440);
  CHECK(stop_ahead(1) == 30);
  CHECK(stop_ahead(6) == 90);
  CHECK(stop_ahead(600) == 120);
  for (int minutes = 1; minutes < 100; ++minutes) CHECK(stop_ahead(minutes) <= 30 * minutes);
}

}  // namespace
}  // namespace hansa
