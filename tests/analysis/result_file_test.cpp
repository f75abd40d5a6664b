#include <bit>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/result_file.hpp"
#include "sim/record/publish.hpp"
#include "sim/record/result_writer.hpp"
#include "sim/record/sha256.hpp"
#include "tests/sim/record/child.hpp"
#include "tests/sim/record/sample_result.hpp"
#include "tests/sim/record/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::put;
using test::ScratchFolder;

std::string image_text(const ResultSet& result) {
  const auto image = hdf5_image(result);
  return {reinterpret_cast<const char*>(image.data()), image.size()};
}

ResultSet read_text(const ScratchFolder& scratch, const std::string& text) {
  put(scratch / "result.h5", text);
  return read_result(scratch / "result.h5");
}

// The same bits: NaN equals NaN, and 0 is not -0.
bool same(const Variable::Values& a, const Variable::Values& b) {
  const auto* reals = std::get_if<std::vector<double>>(&a);
  const auto* others = std::get_if<std::vector<double>>(&b);
  if (reals == nullptr || others == nullptr) return a == b;
  return std::equal(reals->begin(), reals->end(), others->begin(), others->end(), [](double x, double y) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
  });
}

TEST_CASE("what was written is read back, bit for bit and in order", "[record]") {
  const ScratchFolder scratch;
  const ResultSet written = test::sample_result();
  const ResultSet read = read_text(scratch, image_text(written));

  REQUIRE(read.dims.size() == written.dims.size());
  for (std::size_t i = 0; i < read.dims.size(); ++i) {
    CAPTURE(written.dims[i].name);
    CHECK(read.dims[i].name == written.dims[i].name);
    CHECK(read.dims[i].labels == written.dims[i].labels);
    CHECK(read.dims[i].units == written.dims[i].units);
    CHECK(read.dims[i].long_name == written.dims[i].long_name);
  }
  REQUIRE(read.variables.size() == written.variables.size());
  for (std::size_t i = 0; i < read.variables.size(); ++i) {
    CAPTURE(written.variables[i].name);
    CHECK(read.variables[i].name == written.variables[i].name);
    CHECK(read.variables[i].dims == written.variables[i].dims);
    CHECK(same(read.variables[i].values, written.variables[i].values));
    CHECK(read.variables[i].units == written.variables[i].units);
    CHECK(read.variables[i].long_name == written.variables[i].long_name);
    CHECK(read.variables[i].flag_meanings == written.variables[i].flag_meanings);
  }
  CHECK(read.attributes == written.attributes);
}

TEST_CASE("a variable of several pieces is read back", "[record]") {
  const ScratchFolder scratch;
  std::vector<double> depths(300'001);  // more than two pieces of 1 MiB
  for (std::size_t i = 0; i < depths.size(); ++i) depths[i] = std::sqrt(static_cast<double>(i));
  const ResultSet read = read_text(scratch, image_text(test::small_result(depths)));
  CHECK((std::get<std::vector<double>>(read.variables.at(0).values) == depths));
}

TEST_CASE("a result without dimensions or variables is a result", "[record]") {
  const ScratchFolder scratch;
  const ResultSet read = read_text(scratch, image_text({}));
  CHECK(read.dims.empty());
  CHECK(read.variables.empty());
  CHECK(read.attributes.empty());
}

TEST_CASE("what is no result file is refused by name, with the reason", "[record]") {
  const ScratchFolder scratch;
  put(scratch / "empty", "");
  put(scratch / "text", "year,depth\n2015,0.5\n");
  put(scratch / "signature", "\x89HDF\r\n\x1a\n");
  std::filesystem::create_directory(scratch / "folder");
  const auto [name, reason] = GENERATE(table<std::string, std::string>({
      {"absent", "cannot be opened: No such file or directory"},
      {"empty", "is not an HDF5 file"},
      {"text", "is not an HDF5 file"},
      {"signature", "cannot open the file"},
      {"folder", "is not a file"},
  }));
  CHECK_THROWS_AS(read_result(scratch / name), ResultFileError);
  CHECK_THROWS_WITH(read_result(scratch / name), Contains(name + ": " + reason));
}

TEST_CASE("a result cut short is refused", "[record]") {
  const ScratchFolder scratch;
  const std::string whole = image_text(test::sample_result());
  for (std::size_t i = 0; i < 100; ++i) {
    CAPTURE(i);
    REQUIRE_THROWS_AS(read_text(scratch, whole.substr(0, whole.size() * i / 100)), ResultFileError);
  }
  REQUIRE_THROWS_AS(read_text(scratch, whole.substr(0, whole.size() - 1)), ResultFileError);
  CHECK_NOTHROW(read_text(scratch, whole));
}

TEST_CASE("a flipped bit anywhere in a file changes its digest", "[record]") {
  const ScratchFolder scratch;
  std::string text = image_text(test::sample_result());
  const std::string digest = sha256_hex(text);
  for (std::size_t i = 0; i < 200; ++i) {
    char& hit = text[i * (text.size() - 1) / 199];  // from the first byte to the last
    const char whole = hit;
    hit = static_cast<char>(hit ^ (1 << i % 8));
    put(scratch / "result.h5", text);
    REQUIRE(sha256_of_file(scratch / "result.h5") != digest);
    hit = whole;
  }
  put(scratch / "result.h5", text);
  CHECK(sha256_of_file(scratch / "result.h5") == digest);
}

// Reads the file with one bit flipped at every step-th byte, in a process of its own: a crash would end it.
void check_flips(const std::string& whole, std::size_t first, std::size_t step) {
  const ScratchFolder scratch;
  const int end = test::in_child([&] {
    std::string text = whole;
    bool refused_any = false;
    for (std::size_t i = first; i < text.size(); i += step) {
      text[i] = static_cast<char>(whole[i] ^ (1 << (i / step) % 8));
      try {
        if (image_text(read_text(scratch, text)) != whole) {
          std::cerr << "wrong values after a flip at byte " << i << std::endl;
          return 1;
        }
      } catch (const ResultFileError&) {
        refused_any = true;
      }
      text[i] = whole[i];
    }
    return refused_any ? 0 : 2;
  });
  CHECK(end == 0);
}

TEST_CASE("a flipped bit is refused or without effect: never a wrong value, never a crash", "[record]") {
  ResultSet result = test::sample_result();
  result.attributes.pop_back();  // the long one, which would take most of the flips
  check_flips(image_text(result), 0, 11);
}

}  // namespace
}  // namespace hansa
