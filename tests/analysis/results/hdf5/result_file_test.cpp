#include <bit>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/publish.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/support/files/outside_program.hpp"
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

// Files that HDF5 can read and seals guard, but that are not as docs/reference/result_file.md says.
constexpr std::string_view make_foreign = R"(
import hashlib, os, sys
import h5py
import numpy as np

def make(name, spoil, open_file=lambda path: h5py.File(path, "w", libver="v110", track_order=True)):
    path = os.path.join(sys.argv[1], name)
    with open_file(path) as file:
        file.attrs["Conventions"] = np.array("CF-1.11 Hansa-2", dtype="S15")
        file.attrs["format_version"] = np.array("2.0", dtype="S3")
        file.attrs["missing_values"] = np.array("NaN", dtype="S3")
        for array, numbers in (("year", np.array([1995, 1996], "<i8")), ("depth", np.array([0.5, 0.25]))):
            file[array] = numbers
            file[array].attrs["units"] = np.array("1", dtype="S1")
            file[array].attrs["long_name"] = np.array("x", dtype="S1")
        file["year"].make_scale("year")
        file["depth"].dims[0].attach_scale(file["year"])
        spoil(file)
    image = open(path, "rb").read()
    open(path, "ab").write(b"sha256 " + hashlib.sha256(image).hexdigest().encode() + b"\n")

def described(array):
    array.attrs["units"] = np.array("1", dtype="S1")
    array.attrs["long_name"] = np.array("x", dtype="S1")

def extra(file, values):
    file["extra"] = values
    described(file["extra"])
    file["extra"].dims[0].attach_scale(file["year"])

def second_scale(file):
    file["other"] = np.array([1, 2], "<i8")
    described(file["other"])
    file["other"].make_scale("other")
    file["depth"].dims[0].attach_scale(file["other"])

def narrow_scale(file):
    file["other"] = np.array([1, 2], "<i4")
    described(file["other"])
    file["other"].make_scale("other")

def flags(file, values=np.array([0, 1], "<i4"), numbers=(1, 2)):
    extra(file, values)
    file["extra"].attrs["flag_meanings"] = np.array("no yes", dtype="S6")
    file["extra"].attrs["flag_values"] = np.array(numbers, "<i4")

def texts(file, **how):
    file.create_dataset("extra", data=np.array(["a", "b"], object), dtype=h5py.string_dtype(), **how)
    described(file["extra"])
    file["extra"].dims[0].attach_scale(file["year"])

def listed_twice(file):
    each = np.empty(2, h5py.vlen_dtype(h5py.ref_dtype))
    each[:] = [np.array([file["year"].ref], h5py.ref_dtype)] * 2
    del file["depth"].attrs["DIMENSION_LIST"]
    file["depth"].attrs.create("DIMENSION_LIST", each, dtype=each.dtype)

def with_short_addresses(path):
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    creation.set_sizes(4, 4)
    creation.set_link_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
    creation.set_attr_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
    return h5py.File(h5py.h5f.create(path.encode(), fcpl=creation))

make("fine", lambda file: None)
make("later", lambda file: file.attrs.modify("format_version", np.array("3.0", dtype="S3")))
make("smaller-step", lambda file: file.attrs.modify("format_version", np.array("2.7", dtype="S3")))
make("other", lambda file: file.attrs.modify("Conventions", np.array("CF-1.11", dtype="S7")))
make("unversioned", lambda file: file.attrs.__delitem__("format_version"))
make("listed", lambda file: file.attrs.create("seeds", np.array([1, 2])))
make("group", lambda file: file.create_group("arm"))
make("unnamed", lambda file: file["depth"].dims[0].detach_scale(file["year"]))
make("named-twice", second_scale)
make("unitless", lambda file: file["depth"].attrs.__delitem__("units"))
make("single", lambda file: extra(file, np.array([0.5, 0.25], "<f4")))
make("long", lambda file: extra(file, np.array([1, 2], "<i8")))
make("compound", lambda file: extra(file, np.array([(1, 2), (3, 4)], [("a", "<i4"), ("b", "<i4")])))
make("flags", flags)
make("flags-of-reals", lambda file: flags(file, np.array([0.0, 1.0]), (0, 1)))
make("worded", lambda file: file.attrs.create("note", "text of any length"))
make("numbered", lambda file: file.attrs.create("Conventions", 2))
make("letters", lambda file: extra(file, np.array([b"a", b"b"])))
make("narrow-scale", narrow_scale)
make("texts", texts)
make("texts-in-chunks", lambda file: texts(file, chunks=(2,)))
make("texts-at-short-addresses", texts, with_short_addresses)
make("listed-twice", listed_twice)
print("made")
)";

TEST_CASE("a file that HDF5 can read but no Hansa wrote is refused, with the reason", "[record]") {
  if (!test::has_python_with("h5py")) return;
  const ScratchFolder scratch;
  put(scratch / "make.py", make_foreign);
  REQUIRE(
      test::ask(test::python + " " + (scratch / "make.py").string() + " " + scratch.path().string()).text ==
      "made\n");
  const auto reason_against = [&](const std::string& name) -> std::string {
    try {
      return read_result(scratch / name).variables.empty() ? "empty" : "none";
    } catch (const ResultFileError& error) {
      return error.cause();
    }
  };
  CHECK(reason_against("fine") == "none");
  CHECK(reason_against("smaller-step") == "none");
  CHECK(reason_against("later") == "is of format 3.0, and this program reads 2.x");
  CHECK(reason_against("other") == "is not a result of Hansa");
  CHECK(reason_against("unversioned") == "is not a result of Hansa: it has no attribute \"format_version\"");
  CHECK(reason_against("listed") == "the attribute \"seeds\" is of a type that no result has");
  CHECK_THAT(reason_against("group"), Contains("\"arm\": cannot open it as an array"));
  CHECK(reason_against("unnamed") == "\"depth\": a dimension has no name or several");
  CHECK(reason_against("named-twice") == "\"depth\": a dimension has no name or several");
  CHECK_THAT(reason_against("unitless"), Contains("\"depth\": cannot find \"units\""));
  const std::string kind = GENERATE("single", "long", "compound");
  CHECK(reason_against(kind) == "\"extra\": the values are of a type that no result has");
  CHECK(reason_against("letters") == "\"extra\": the values are of a type that no result has");
  CHECK(reason_against("narrow-scale") == "\"other\": the values are of a type that no result has");
  CHECK(reason_against("flags") == "\"extra\": flag_values are not 0, 1, 2, ...");
  CHECK(reason_against("flags-of-reals") == "\"extra\": flag_values are not 0, 1, 2, ...");
  CHECK(reason_against("worded") == "the attribute \"note\" is of a type that no result has");
  CHECK(reason_against("numbered") == "is not a result of Hansa: it has no attribute \"Conventions\"");
  CHECK(reason_against("texts") == "none");
  CHECK(reason_against("texts-in-chunks") == "\"extra\": has texts that are stored as no result stores them");
  CHECK(reason_against("texts-at-short-addresses") ==
        "\"extra\": has texts that are stored as no result stores them");
  CHECK(reason_against("listed-twice") == "\"depth\": does not list its dimensions as HDF5 does");
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
