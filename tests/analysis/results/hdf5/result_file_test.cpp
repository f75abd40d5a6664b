#include <bit>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/publish.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/scratch_folder.hpp"

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
      {"absent", "cannot be read: No such file or directory"},
      {"empty", "is not an HDF5 file"},
      {"text", "is not an HDF5 file"},
      {"signature", "is cut short"},
      {"folder", "is a folder, not a file"},
  }));
  CHECK_THROWS_AS(read_result(scratch / name), FileError);
  if (name != "absent") CHECK_THROWS_AS(read_result(scratch / name), ResultFileError);
  CHECK_THROWS_WITH(read_result(scratch / name), Contains(name + ": " + reason));
}

TEST_CASE("a result cut short is refused", "[record]") {
  const ScratchFolder scratch;
  const std::string image = image_text(test::sample_result());
  for (std::size_t i = 0; i < 100; ++i) {
    CAPTURE(i);
    REQUIRE_THROWS_AS(read_text(scratch, image.substr(0, image.size() * i / 100)), ResultFileError);
  }
  REQUIRE_THROWS_AS(read_text(scratch, image.substr(0, image.size() - 1)), ResultFileError);
  CHECK_NOTHROW(read_text(scratch, image));
}

TEST_CASE("a flipped bit anywhere in a file changes its digest", "[record]") {
  const ScratchFolder scratch;
  std::string text = image_text(test::sample_result());
  const std::string digest = sha256_hex(text);
  for (std::size_t i = 0; i < 200; ++i) {
    char& hit = text[i * (text.size() - 1) / 199];  // from the first byte to the last
    const char intact = hit;
    hit = static_cast<char>(hit ^ (1 << i % 8));
    put(scratch / "result.h5", text);
    REQUIRE(sha256_of_file(scratch / "result.h5") != digest);
    hit = intact;
  }
  put(scratch / "result.h5", text);
  CHECK(sha256_of_file(scratch / "result.h5") == digest);
}

TEST_CASE("a flipped bit anywhere in a file is refused, and the file left alone by HDF5", "[record]") {
  const ScratchFolder scratch;
  std::string text = image_text(test::sample_result());
  for (std::size_t i = 0; i < 200; ++i) {
    char& hit = text[i * (text.size() - 1) / 199];
    const char intact = hit;
    hit = static_cast<char>(hit ^ (1 << i % 8));
    REQUIRE_THROWS_AS(read_text(scratch, text), ResultFileError);
    hit = intact;
  }
  CHECK_NOTHROW(read_text(scratch, text));
}

// The text with one part replaced by another of the same length, and a new seal: damage that a seal cannot
// show.
std::string resealed(std::string text, const std::string& part, const std::string& other) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(part, at + 1) == std::string::npos);
  text.replace(at, part.size(), other);
  const auto bytes = test::bytes(std::string_view(text).substr(0, text.size() - seal_size));
  std::vector<std::byte> content(bytes.begin(), bytes.end());
  seal(content);
  return {reinterpret_cast<const char*>(content.data()), content.size()};
}

TEST_CASE("numbers that changed are noticed without the seal too", "[record]") {
  const ScratchFolder scratch;
  const std::string text = image_text(test::small_result({0.25, 0.5, 0.125}));
  const std::string half("\0\0\0\0\0\0\xe0\x3f", 8);  // 0.5
  const std::string other("\0\0\0\0\0\0\xe1\x3f", 8);
  CHECK_THROWS_WITH(read_text(scratch, resealed(text, half, other)),
                    Contains("\"depth\": cannot read the values: ") && Contains("Fletcher32"));
}

TEST_CASE("a variable that a result lacks, or has as another type, is missed by its name", "[record]") {
  const ResultSet result = test::small_result({0.25});
  CHECK(values_of<double>(result, "depth").size() == 1);
  CHECK_THROWS_WITH(values_of<double>(result, "breadth"),
                    Contains("breadth: is missing among the variables"));
  CHECK_THROWS_WITH(values_of<std::int32_t>(result, "depth"),
                    Contains("depth: is missing among the variables"));
}

}  // namespace
}  // namespace hansa
