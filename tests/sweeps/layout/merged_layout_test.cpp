#include <catch2/catch.hpp>

#include "analysis/results/result_format.hpp"
#include "sweeps/layout/merged_layout.hpp"

namespace hansa {
namespace {

std::vector<std::int64_t> labels(std::size_t n) { return std::vector<std::int64_t>(n); }

/// A frame of two variables without values: reals along so many years, and messages.
ResultSet frame_of(std::size_t n_points, std::size_t n_realizations, std::size_t n_years) {
  ResultSet frame;
  frame.dims = {{"design_point", labels(n_points), "1", "point"},
                {"realization", labels(n_realizations), "1", "realization"},
                {"arm", labels(2), "1", "arm"},
                {"year", labels(n_years), "1", "year"}};
  frame.variables = {
      {"known", {"design_point"}, std::vector<double>(n_points), "1", "has values", {}},
      {"depth", {"design_point", "realization", "arm", "year"}, std::vector<double>{}, "1", "depth", {}},
      {"failure", {"design_point", "realization", "arm"}, std::vector<std::string>{}, "1", "failure", {}}};
  return frame;
}

TEST_CASE("boxes cover every run of every variable that waits for values once, and cut no chunk", "[sweep]") {
  const auto [n_points, n_realizations, n_years] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
      {{3, 5, 8}, {5000, 7, 26}, {2, 60000, 26}, {1, 1, 1}, {40000, 1, 40}}));
  const std::size_t n_most = GENERATE(std::size_t{1}, std::size_t{3} << 20, std::size_t{64} << 20);
  const ResultSet frame = frame_of(n_points, n_realizations, n_years);
  const std::vector<std::size_t> chunk =
      chunk_shape({n_points, n_realizations, 2, n_years}, largest_chunk / sizeof(double));
  std::vector<std::size_t> covered(3, 0);
  for (const auto& boxes : deal_into_passes(frame, n_most)) {
    std::size_t n_bytes = 0;
    for (const ChunkBox& box : boxes) {
      covered[box.variable] += box.n_points * box.n_realizations;
      n_bytes += box.n_bytes;
      if (box.variable != 1) continue;
      CHECK(box.first_point % chunk[0] == 0);
      CHECK(box.first_realization % chunk[1] == 0);
      CHECK((box.n_points % chunk[0] == 0 || box.first_point + box.n_points == n_points));
      CHECK((box.n_realizations % chunk[1] == 0 ||
             box.first_realization + box.n_realizations == n_realizations));
    }
    CHECK((n_bytes <= n_most || boxes.size() == 1));
    CHECK(n_bytes <= std::max(n_most, largest_chunk));
  }
  CHECK(covered == std::vector<std::size_t>{0, n_points * n_realizations, n_points * n_realizations});
}

}  // namespace
}  // namespace hansa
