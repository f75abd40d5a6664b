#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "tests/support/files/outside_program.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::put;
using test::ScratchFolder;

// Files that HDF5 can read and seals guard, but that are not as docs/reference/result_file.md says.
constexpr std::string_view make_foreign = R"(
import hashlib, os, sys
import h5py
import numpy as np

def make(name, spoil, open_file=lambda path: h5py.File(path, "w", libver="v110", track_order=True),
         alter=lambda image: image):
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
    image = alter(open(path, "rb").read())
    open(path, "wb").write(image + b"sha256 " + hashlib.sha256(image).hexdigest().encode() + b"\n")

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

def of_many_classes(file):  # ended by zeros, as HDF5's own is
    text = h5py.h5t.C_S1.copy()
    text.set_size(16)
    classes = h5py.h5a.create(file["depth"].id, b"CLASS", text, h5py.h5s.create_simple((999,)))
    classes.write(np.array(["DIMENSION_SCALE"] * 999, "S16"), text)

def with_long_units(file):
    del file["depth"].attrs["units"]
    file["depth"].attrs["units"] = np.array("a", dtype=f"S{n}")

def with_other_form(path, address=8, length=8, before=0):
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    creation.set_sizes(address, length)
    creation.set_userblock(before)
    creation.set_link_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
    creation.set_attr_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
    return h5py.File(h5py.h5f.create(path.encode(), fcpl=creation))

n = 54321  # a number that occurs nowhere else in the file; headers of this form have no checksum
def many(file, **how):
    file.create_dataset("extra", (n,), **how)
    described(file["extra"])
    file["place"] = np.arange(n + 1)
    described(file["place"])
    file["place"].make_scale("place")
    file["extra"].dims[0].attach_scale(file["place"])

def number(n, size):
    return n.to_bytes(size, "little")

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
make("texts-at-short-addresses", texts, lambda path: with_other_form(path, address=4))
make("texts-of-short-lengths", texts, lambda path: with_other_form(path, length=4))
make("behind-others", texts, lambda path: with_other_form(path, before=512))
make("counted-from-elsewhere", texts, with_other_form,
     lambda image: image[:24] + number(512, 8) + image[32:40] + number(len(image) + 512, 8) + image[48:])
make("larger-than-the-file", lambda file: many(file, data=np.ones(n, "u1")), with_other_form,
     lambda image: image.replace(number(n, 8), number(2**40, 8)))
make("more-texts-than-room", lambda file: many(file, dtype=h5py.string_dtype(), data=np.full(n, "", object)),
     with_other_form, lambda image: image.replace(number(n, 8), number(n + 1, 8)))
make("words-larger-than-the-file", with_long_units, with_other_form,
     lambda image: image.replace(number(n, 4), number(2**30, 4)))
make("listed-twice", listed_twice)
make("of-many-classes", of_many_classes)
make("of-class-seven", lambda file: file["depth"].attrs.create("CLASS", 7))
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
  for (const char* kind : {"single", "long", "compound", "letters"})
    CHECK(reason_against(kind) == "\"extra\": the values are of a type that no result has");
  CHECK(reason_against("narrow-scale") == "\"other\": the values are of a type that no result has");
  CHECK(reason_against("flags") == "\"extra\": flag_values are not 0, 1, 2, ...");
  CHECK(reason_against("flags-of-reals") == "\"extra\": flag_values are not 0, 1, 2, ...");
  CHECK(reason_against("worded") == "the attribute \"note\" is of a type that no result has");
  CHECK(reason_against("numbered") == "is not a result of Hansa: it has no attribute \"Conventions\"");
  CHECK(reason_against("texts") == "none");
  CHECK(reason_against("texts-in-chunks") == "\"extra\": has texts that are stored as no result stores them");
  CHECK(reason_against("texts-at-short-addresses") ==
        "\"extra\": has texts that are stored as no result stores them");
  CHECK(reason_against("texts-of-short-lengths") ==
        "\"extra\": has texts that are stored as no result stores them");
  CHECK(reason_against("behind-others") == "is not an HDF5 file");
  CHECK(reason_against("counted-from-elsewhere") == "none");  // HDF5 counts from the superblock all the same
  CHECK(reason_against("larger-than-the-file") ==
        "\"extra\": has fewer values in this file than its size says");
  CHECK(reason_against("more-texts-than-room") ==
        "\"extra\": has texts that are stored as no result stores them");
  CHECK_THAT(reason_against("words-larger-than-the-file"),
             Contains("\"depth\": ") && Contains("data size exceeds buffer size"));  // HDF5's own check
  CHECK(reason_against("of-many-classes") == "none");                                // no dimension
  CHECK(reason_against("of-class-seven") == "none");
  CHECK(reason_against("listed-twice") == "\"depth\": does not list its dimensions as HDF5 does");
}

}  // namespace
}  // namespace hansa
