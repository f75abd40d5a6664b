// Shards that whoever made them could seal: each is refused at its place before a value is read, and nothing else is opened.
#include <array>
#include <functional>
#include <iostream>

#include <catch2/catch.hpp>
#include <hdf5_hl.h>

#include "tests/analysis/results/hdf5/altered_result.hpp"
#include "tests/cli/sweep_folder.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::ScratchFolder;

/// An array in the place of another, along these dimensions of the file, all of its values 0.
struct Craft {
  std::vector<std::string> dims;
  std::vector<hsize_t> shape;
  hid_t type = H5T_IEEE_F64LE;
  hid_t creation = H5P_DEFAULT;
};

void describe(hid_t array, const char* attribute) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "size");
  const Hdf5Handle type = hdf5_text_type(1);
  const Hdf5Handle text(H5Acreate2(array, attribute, *type, *space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                        "describe");
  must(H5Awrite(*text, *type, "1"), "describe");
}

void replace(hid_t file, const std::string& name, const Craft& craft) {
  must(H5Ldelete(file, name.c_str(), H5P_DEFAULT), "remove");
  const Hdf5Handle space(craft.shape.empty() ? H5Screate(H5S_SCALAR)
                                             : H5Screate_simple(static_cast<int>(craft.shape.size()),
                                                                craft.shape.data(), nullptr),
                         H5Sclose, "size");
  const Hdf5Handle array(
      H5Dcreate2(file, name.c_str(), craft.type, *space, H5P_DEFAULT, craft.creation, H5P_DEFAULT), H5Dclose,
      "create");
  if (craft.creation == H5P_DEFAULT && H5Tget_class(craft.type) != H5T_STRING &&
      H5Sget_simple_extent_npoints(*space) < 1000) {
    const std::vector<double> zeros(1000);
    must(H5Dwrite(*array, craft.type, H5S_ALL, H5S_ALL, H5P_DEFAULT, zeros.data()), "write");
  }
  describe(*array, "units");
  describe(*array, "long_name");
  for (unsigned k = 0; k < craft.dims.size(); ++k) {
    const Hdf5Handle scale(H5Dopen2(file, craft.dims[k].c_str(), H5P_DEFAULT), H5Dclose, "open a dimension");
    must(H5DSattach_scale(*array, *scale, k), "attach a dimension");
  }
}

hsize_t size_of(hid_t file, const char* dimension) {
  const Hdf5Handle scale(H5Dopen2(file, dimension, H5P_DEFAULT), H5Dclose, "open a dimension");
  const Hdf5Handle space(H5Dget_space(*scale), H5Sclose, "size");
  return static_cast<hsize_t>(H5Sget_simple_extent_npoints(*space));
}

/// One kind of crafted shard: what is changed, and what verify says of it.
struct Kind {
  std::string name;
  std::function<void(hid_t file, const std::string& secret)> change;
  std::string said;
};

std::vector<Kind> kinds() {
  const auto years = [](hid_t file) { return size_of(file, "year"); };
  const auto runs = [](hid_t file) { return size_of(file, "run"); };
  return {
      {"a scalar in the place of one text a run",
       [](hid_t file, const std::string&) { replace(file, "failure", {.type = *hdf5_text_type()}); },
       "\"failure\": "},
      {"a number in the place of one a run",
       [](hid_t file, const std::string&) { replace(file, "arm", {.type = H5T_STD_U8LE}); },
       "the variable arm is along () instead of (run)"},
      {"a missing dimension",
       [=](hid_t file, const std::string&) {
         replace(file, "networks", {.dims = {"year"}, .shape = {years(file)}, .type = H5T_STD_I32LE});
       },
       "the variable networks is along (year) instead of (run, year)"},
      {"swapped dimensions",
       [=](hid_t file, const std::string&) {
         replace(file, "networks",
                 {.dims = {"year", "run"}, .shape = {years(file), runs(file)}, .type = H5T_STD_I32LE});
       },
       "the variable networks is along (year, run) instead of (run, year)"},
      {"another type",
       [=](hid_t file, const std::string&) {
         replace(file, "networks", {.dims = {"run", "year"}, .shape = {runs(file), years(file)}});
       },
       "the variable networks has values of another type than the sweep's"},
      {"a flag without a meaning",
       [](hid_t file, const std::string&) {
         const Hdf5Handle array(H5Dopen2(file, "status", H5P_DEFAULT), H5Dclose, "open");
         const std::array<std::uint8_t, 2> values = {0, 7};
         must(H5Dwrite(*array, H5T_NATIVE_UINT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write");
       },
       "\"status\": a flag value has no meaning"},
      {"2^40 values",
       [](hid_t file, const std::string&) { replace(file, "voice", {.shape = {hsize_t{1} << 40}}); },
       "\"voice\": has fewer values in this file than its size says"},
      {"2^62 values",
       [](hid_t file, const std::string&) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         const hsize_t chunk = 1000;
         must(H5Pset_chunk(*creation, 1, &chunk), "split");
         replace(file, "voice", {.shape = {hsize_t{1} << 62}, .creation = *creation});
       },
       "\"voice\": "},
      {"values in another file",
       [=](hid_t file, const std::string& secret) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         must(H5Pset_external(*creation, secret.c_str(), 0, runs(file) * 8), "outside");
         replace(file, "voice", {.dims = {"run"}, .shape = {runs(file)}, .creation = *creation});
       },
       "\"voice\": has its values in another file"},
      {"values mapped from another file",
       [=](hid_t file, const std::string& secret) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         const hsize_t n = runs(file);
         const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "size");
         must(H5Pset_virtual(*creation, *space, secret.c_str(), "/voice", *space), "map");
         replace(file, "voice", {.dims = {"run"}, .shape = {n}, .creation = *creation});
       },
       "\"voice\": has its values in other arrays"},
      {"a link into another file",
       [](hid_t file, const std::string& secret) {
         must(H5Ldelete(file, "voice", H5P_DEFAULT), "remove");
         must(H5Lcreate_external(secret.c_str(), "/voice", file, "voice", H5P_DEFAULT, H5P_DEFAULT), "link");
       },
       "\"voice\": is a link to elsewhere"},
      {"a link within the file",
       [](hid_t file, const std::string&) {
         must(H5Ldelete(file, "voice", H5P_DEFAULT), "remove");
         must(H5Lcreate_soft("/accredited", file, "voice", H5P_DEFAULT, H5P_DEFAULT), "link");
       },
       "\"voice\": is a link to elsewhere"},
      {"texts for the terminal",
       [=](hid_t file, const std::string&) {
         const Hdf5Handle array(H5Dopen2(file, "failure", H5P_DEFAULT), H5Dclose, "open");
         const std::array<const char*, 2> texts = {"", "\x1b]0;title\x07\x1b[31mred\n"};
         must(H5Dwrite(*array, *hdf5_text_type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), "write");
       },
       "\"failure\": a text contains a hidden character"},
  };
}

/// A folder with a sweep, and beside it a file that is none of the sweep's business.
struct SweptFolder {
  ScratchFolder scratch;
  std::string secret = (scratch / "secret.h5").string();

  SweptFolder() {
    test::put(scratch / "q.yaml", test::quick_sweep(3, 2));
    REQUIRE(hansa_in(scratch, {"sweep", "q.yaml", "--out", "s", "--quiet"}).status == 0);
    test::put(secret, test::text_of(scratch / "s/shards/shard-0001.h5"));
    std::filesystem::copy(scratch / "s", scratch / "whole", std::filesystem::copy_options::recursive);
  }
  void craft(const Kind& kind) {
    std::filesystem::remove_all(scratch / "s");
    std::filesystem::copy(scratch / "whole", scratch / "s", std::filesystem::copy_options::recursive);
    test::alter_in_sweep(scratch / "s/shards/shard-0000.h5", [&](hid_t file) { kind.change(file, secret); });
  }
};

TEST_CASE("a crafted shard of any kind is refused by its name, and nothing is made of it",
          "[sweep][hostile]") {
  SweptFolder swept;
  for (const Kind& kind : kinds()) {
    INFO(kind.name);
    swept.craft(kind);
    const Ended verified = hansa_in(swept.scratch, {"verify", "s"});
    CHECK(verified.status == 1);
    CHECK_THAT(verified.out, Catch::StartsWith("s/shards/shard-0000.h5: ") && Contains(kind.said));
    for (const auto& words :
         {std::vector<std::string>{"status", "s", "--read"}, std::vector<std::string>{"merge", "s"},
          std::vector<std::string>{"analyze", "s"}, std::vector<std::string>{"report", "s"},
          std::vector<std::string>{"verify", "s", "--recompute", "2"}}) {
      const Ended ended = hansa_in(swept.scratch, words);
      INFO(words.front() << ": " << ended.status << "\n" << ended.out << ended.err);
      CHECK((words.front() == "status" || words.front() == "verify" ? ended.status == 1 : ended.status >= 0));
      CHECK((words.front() != "merge" || ended.status == 3));
      CHECK(ended.err.find("internal error") == std::string::npos);
      CHECK((ended.out + ended.err).find('\x1b') == std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(swept.scratch / "s/merged.h5"));
  }
}

/// The files that a program opened, by a log of strace; relative ones stand in the folder in which it worked.
std::vector<std::filesystem::path> opened_in(const std::string& log, const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> opened;
  for (const std::string& line : test::lines_of(log)) {
    const std::size_t begin = line.find('"'), end = line.find('"', begin + 1);
    if (end == std::string::npos || line.find(") = -1 ") != std::string::npos) continue;
    const std::filesystem::path path = line.substr(begin + 1, end - begin - 1);
    const bool is_beneath = line.find("openat2(") != std::string::npos;  // below a folder opened before
    if (!is_beneath) opened.push_back((path.is_absolute() ? path : folder / path).lexically_normal());
  }
  return opened;
}

TEST_CASE("no verb opens a file outside the folder that it reads", "[sweep][hostile]") {
  if (!test::has("strace", "strace -o /dev/null true")) return;
  SweptFolder swept;
  const std::filesystem::path here = swept.scratch.path();
  const std::vector<std::string> allowed = {"/lib/",
                                            "/lib64/",
                                            "/usr/",
                                            "/etc/ld.so.",
                                            "/etc/ssl/",
                                            "/etc/localtime",
                                            "/proc/",
                                            "/sys/",
                                            "/dev/",
                                            source_dir() / "scenarios",
                                            program_file().parent_path(),
                                            here / "s",
                                            here / "q.yaml"};
  for (const Kind& kind : kinds()) {
    swept.craft(kind);
    std::filesystem::copy_file(here / "s/shards/shard-0000.h5", here / "s/merged.h5");
    test::put(here / "s/merged.h5.sha256",
              digest_line(sha256_of_file(here / "s/merged.h5"), here / "s/merged.h5"));
    for (const std::string verb :
         {"status s --read", "verify s", "verify s --recompute 1", "merge s --partial", "export s --csv",
          "report s --out s/page.html", "analyze s", "diff s s", "run --from s --run 1 --out s/one"}) {
      const Ended ended = test::shell(
          swept.scratch,
          "timeout 50 strace -f -qq -e trace=open,openat,openat2,execve -o log \"$HANSA\" " + verb);
      INFO(kind.name << ", " << verb << ": " << ended.err);
      CHECK(ended.status >= 0);
      CHECK(ended.status <= 4);
      const auto opened = opened_in(test::text_of(swept.scratch / "log"), here);
      CHECK(opened.size() > 10);
      for (const std::filesystem::path& path : opened) {
        INFO(path);
        CHECK(std::any_of(allowed.begin(), allowed.end(),
                          [&](const std::string& start) { return path.string().starts_with(start); }));
        CHECK(path != here / "secret.h5");
      }
      std::filesystem::remove_all(here / "s/one");
      std::filesystem::remove(here / "s/page.html");
    }
  }
}

}  // namespace
}  // namespace hansa
