// Shards that whoever made them could seal: each is refused at its place before a value is read, and nothing else is opened.
#include <array>

#include <catch2/catch.hpp>

#include "tests/cli/sweep_folder.hpp"
#include "tests/faults/crafted_file.hpp"
#include "tests/faults/opened_files.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::Kind;
using test::replace;
using test::ScratchFolder;
using test::size_of;

std::vector<Kind> kinds() {
  const auto years = [](hid_t file) { return size_of(file, "year"); };
  const auto runs = [](hid_t file) { return size_of(file, "run"); };
  std::vector<Kind> all = {
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
      {"texts for the terminal",
       [=](hid_t file, const std::string&) {
         const Hdf5Handle array(H5Dopen2(file, "failure", H5P_DEFAULT), H5Dclose, "open");
         const std::array<const char*, 2> texts = {"", "\x1b]0;title\x07\x1b[31mred\n"};
         must(H5Dwrite(*array, *hdf5_text_type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), "write");
       },
       "\"failure\": a text contains a hidden character"},
  };
  for (Kind& kind : test::stored_otherwise("voice", "run")) all.push_back(std::move(kind));
  return all;
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

TEST_CASE("no verb opens a file outside the folder that it reads", "[sweep][hostile]") {
  if (!test::has("strace", "strace -o /dev/null true")) return;
  SweptFolder swept;
  const std::filesystem::path here = swept.scratch.path();
  std::vector<std::string> allowed = test::opened_anyway();
  for (const char* own : {"s", "q.yaml"}) allowed.push_back(here / own);
  for (const Kind& kind : test::stored_otherwise("voice", "run")) {  // others name no other file
    swept.craft(kind);
    std::filesystem::copy_file(here / "s/shards/shard-0000.h5", here / "s/merged.h5");
    test::put(here / "s/merged.h5.sha256",
              digest_line(sha256_of_file(here / "s/merged.h5"), here / "s/merged.h5"));
    for (const std::string verb :
         {"status s --read", "verify s", "verify s --recompute 1", "merge s --partial", "export s --csv",
          "report s --out s/page.html", "analyze s", "diff s s", "run --from s --run 1 --out s/one"}) {
      const test::Watched watched = test::watch_files(swept.scratch, verb);
      INFO(kind.name << ", " << verb << ": " << watched.ended.err);
      CHECK(watched.ended.status >= 0);
      CHECK(watched.ended.status <= 4);
      CHECK(watched.opened.size() > 10);
      CHECK(test::first_outside(watched.opened, allowed) == "");
      std::filesystem::remove_all(here / "s/one");
      std::filesystem::remove(here / "s/page.html");
    }
  }
}

}  // namespace
}  // namespace hansa
