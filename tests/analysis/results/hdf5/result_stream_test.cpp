#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_stream.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// What is read of a file into which each variable that has a dimension and values was written as one box.
ResultSet streamed(const test::ScratchFolder& scratch, const ResultSet& result) {
  ResultSet frame = result;
  for (Variable& variable : frame.variables)
    if (!variable.dims.empty()) std::visit([](auto& values) { values.clear(); }, variable.values);
  ResultStream stream(scratch / "r.h5", "r.h5", frame);
  for (const Variable& variable : result.variables) {
    if (variable.size() == 0 || variable.dims.empty()) continue;
    std::vector<std::size_t> count;
    for (const std::string& dim : variable.dims) count.push_back(result.find_dimension(dim)->size());
    stream.write(variable.name, std::vector<std::size_t>(count.size(), 0), count, variable.values);
  }
  stream.close();
  static_cast<void>(seal_file(scratch / "r.h5"));
  return read_result(scratch / "r.h5");
}

TEST_CASE("what is written box by box is read back, also where there is nothing to write", "[record]") {
  const test::ScratchFolder scratch;
  ResultSet result = test::small_result({0.25, 0.5});
  result.dims.push_back({"city", std::vector<std::string>{}, "1", "city, by its number"});
  result.variables.push_back({"reach", {"year", "city"}, std::vector<double>{}, "1", "reach of cities", {}});
  result.variables.push_back({"name", {"year"}, std::vector<std::string>{"a", "bb"}, "1", "name", {}});
  result.variables.push_back({"total", {}, std::vector<double>{0.75}, "1", "total", {}});
  const ResultSet found = streamed(scratch, result);
  CHECK(values_of<double>(found, "total") == std::vector{0.75});
  CHECK(values_of<double>(found, "depth") == std::vector{0.25, 0.5});
  CHECK(values_of<double>(found, "reach").empty());
  CHECK(values_of<std::string>(found, "name") == std::vector<std::string>{"a", "bb"});
}

TEST_CASE("rows that are larger than a read are read back in parts", "[record]") {
  const test::ScratchFolder scratch;
  constexpr std::size_t n = 2'200'000;  // 17.6 MB
  std::vector<std::int64_t> places(n);
  std::iota(places.begin(), places.end(), 0);
  ResultSet result = test::small_result({0.25, 0.5});
  result.dims.push_back({"place", places, "1", "number of the place"});
  std::vector<double> values(2 * n);
  std::iota(values.begin(), values.end(), 0.0);
  result.variables.push_back({"rise", {"year", "place"}, values, "1", "rise", {}});
  CHECK(values_of<double>(streamed(scratch, result), "rise") == values);
}

}  // namespace
}  // namespace hansa
