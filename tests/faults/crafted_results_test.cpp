// Results of runs and comparisons that whoever made them could seal: every verb that reads one tells its place.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/run_page.hpp"
#include "tests/cli/sweep_folder.hpp"
#include "tests/faults/crafted_file.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::hansa_in;
using test::Kind;
using test::replace;
using test::ScratchFolder;
using test::size_of;
using Words = std::vector<std::string>;
namespace fs = std::filesystem;

/// Writes the k-th value of an array of numbers.
void set_value(hid_t file, const char* name, std::size_t k, double value) {
  const Hdf5Handle array(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open");
  const Hdf5Handle space(H5Dget_space(*array), H5Sclose, "size");
  std::vector<double> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(*space)));
  must(H5Dread(*array, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "read");
  values.at(k) = value;
  must(H5Dwrite(*array, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write");
}

/// Writes one text at every place.
void set_texts(hid_t file, const char* name, const char* text) {
  const Hdf5Handle array(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open");
  const std::vector<const char*> texts(size_of(file, name), text);
  must(H5Dwrite(*array, *hdf5_text_type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), "write");
}

/// Puts a text in the place of an attribute of the file, or of an array.
void set_attribute(hid_t object, const char* name, const std::string& text) {
  must(H5Adelete(object, name), "remove");
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "size");
  const Hdf5Handle type = hdf5_text_type(text.size());
  const Hdf5Handle attribute(H5Acreate2(object, name, *type, *space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                             "create");
  must(H5Awrite(*attribute, *type, text.data()), "write");
}

/// Arrays of another shape, type or name than a run's.
std::vector<Kind> shaped_otherwise() {
  const auto years = [](hid_t file) { return size_of(file, "year"); };
  const auto runs = [](hid_t file) { return size_of(file, "realization"); };
  return {
      {"a missing dimension",
       [=](hid_t file, const std::string&) {
         replace(file, "adopted", {.dims = {"realization"}, .shape = {runs(file)}, .type = H5T_STD_U8LE});
       },
       "\"adopted\": is along (realization) instead of (realization, conference)"},
      {"a number in the place of a table",
       [=](hid_t file, const std::string&) { replace(file, "adopted", {.type = H5T_STD_U8LE}); },
       "\"adopted\": is along () instead of (realization, conference)"},
      {"swapped dimensions",
       [=](hid_t file, const std::string&) {
         replace(
             file, "networks",
             {.dims = {"year", "realization"}, .shape = {years(file), runs(file)}, .type = H5T_STD_I32LE});
       },
       "\"networks\": is along (year, realization) instead of (realization, year)"},
      {"swapped names of dimensions",
       [=](hid_t file, const std::string&) {
         replace(
             file, "networks",
             {.dims = {"realization", "year"}, .shape = {years(file), runs(file)}, .type = H5T_STD_I32LE});
       },
       "\"networks\": has 26 places along the dimension realization, which has 3"},
      {"another type",
       [=](hid_t file, const std::string&) {
         replace(file, "networks", {.dims = {"realization", "year"}, .shape = {runs(file), years(file)}});
       },
       "\"networks\": has values of another type than a run's"},
      {"a type that no result has",
       [=](hid_t file, const std::string&) {
         replace(
             file, "networks",
             {.dims = {"realization", "year"}, .shape = {runs(file), years(file)}, .type = H5T_STD_I16LE});
       },
       "\"networks\": the values are of a type that no result has"},
      {"a further variable",
       [=](hid_t file, const std::string&) {
         must(H5Lcreate_hard(file, "voice", file, "vote", H5P_DEFAULT, H5P_DEFAULT), "link");
       },
       "\"vote\": is no variable of a run"},
      {"a missing variable",
       [](hid_t file, const std::string&) { must(H5Ldelete(file, "voice", H5P_DEFAULT), "remove"); },
       "\"voice\": is missing"},
      {"a dimension that is gone",
       [](hid_t file, const std::string&) { must(H5Ldelete(file, "year", H5P_DEFAULT), "remove"); }, "\": "},
      {"a list of dimensions that is none",
       [](hid_t file, const std::string&) {
         const Hdf5Handle array(H5Dopen2(file, "voice", H5P_DEFAULT), H5Dclose, "open");
         set_attribute(*array, "DIMENSION_LIST", std::string(4000, 'x'));
       },
       "\"voice\": does not list its dimensions as HDF5 does"},
      {"a unit of another outcome",
       [](hid_t file, const std::string&) {
         const Hdf5Handle array(H5Dopen2(file, "voice", H5P_DEFAULT), H5Dclose, "open");
         set_attribute(*array, "units", "kg");
       },
       "\"voice\": is in kg instead of 1"},
  };
}

/// Labels and values that lead out of their tables, and texts of another scenario.
std::vector<Kind> valued_otherwise() {
  return {
      {"the row of a conference that does not exist",
       [](hid_t file, const std::string&) { set_value(file, "treaty_conference", 0, 1e9); },
       "\"treaty_conference\": has a value outside 0 to 20"},
      {"the year of a conference that no year is",
       [](hid_t file, const std::string&) { set_value(file, "conference_year", 0, -5); },
       "\"conference_year\": has a value outside 1995 to 2020"},
      {"a form that no text has", [](hid_t file, const std::string&) { set_value(file, "form", 1, 200); },
       "\"form\": a flag value has no meaning"},
      {"years in no order", [](hid_t file, const std::string&) { set_value(file, "year", 1, 4e12); },
       "\"year\": does not number years"},
      {"a realization below the first",
       [](hid_t file, const std::string&) { set_value(file, "realization", 0, -1); },
       "\"realization\": does not number realizations"},
      {"one conference twice", [](hid_t file, const std::string&) { set_texts(file, "conference", "COP"); },
       "\"conference\": has a label twice"},
      {"texts for the terminal",
       [](hid_t file, const std::string&) { set_texts(file, "state_name", "\x1b]0;title\x07\x1b[31mred\n"); },
       "\"state_name\": a text contains a hidden character"},
      {"another scenario",
       [](hid_t file, const std::string&) { set_attribute(file, "scenario", "name: x\n"); },
       "\"scenario_sha256\": is not the digest of the scenario"},
      {"no scenario", [](hid_t file, const std::string&) { must(H5Adelete(file, "scenario"), "remove"); },
       "\"scenario\": is missing, so that this is not the result of a run"},
      {"a file of a sweep",
       [](hid_t file, const std::string&) {
         const Hdf5Handle group(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose, "open");
         set_attribute(*group, "format_version", "3.0");
       },
       "is of format 3.0, and this program reads 2.x"},
  };
}

std::vector<Kind> kinds() {
  std::vector<Kind> all = test::stored_otherwise("voice", "realization");
  for (Kind& kind : shaped_otherwise()) all.push_back(std::move(kind));
  for (Kind& kind : valued_otherwise()) all.push_back(std::move(kind));
  return all;
}

/// A run, a comparison, and beside them a file that is none of their business.
struct Results {
  ScratchFolder scratch;
  std::string secret = (scratch / "secret.h5").string();

  Results() {
    const Words set = {"--set", "world.with_cities=false", "--realizations", "3", "--quiet", "--out"};
    make({"run", "paris-2015"}, set, "r");
    make({"compare", "paris-2015", "--without", "networks"}, set, "c");
    test::put(secret, test::text_of(scratch / "r/result.h5"));
    for (const char* folder : {"r", "c"})
      fs::copy(scratch / folder, scratch / "whole" / folder, fs::copy_options::recursive);
  }
  void restore(const std::string& folder) {
    fs::remove_all(scratch / folder);
    fs::copy(scratch / "whole" / folder, scratch / folder, fs::copy_options::recursive);
  }
  void craft(const std::string& folder, const std::string& file, const Kind& kind) {
    restore(folder);
    test::alter(scratch / folder / file, [&](hid_t opened) { kind.change(opened, secret); });
    test::renew_digest(scratch / folder, file);
  }

 private:
  void make(Words words, const Words& set, const std::string& folder) {
    fs::create_directories(scratch / "whole");
    words.insert(words.end(), set.begin(), set.end());
    words.push_back(folder);
    REQUIRE(hansa_in(scratch, words).status == 0);
  }
};

/// Whether a verb ends with status 1, the name of the file and what is wrong with it.
void expect_refused(const Results& results, const Words& words, const std::string& file, const Kind& kind) {
  const Ended ended = hansa_in(results.scratch, words);
  INFO(kind.name << ", " << words.front() << ": " << ended.status << "\n" << ended.out << ended.err);
  CHECK(ended.status == 1);
  CHECK_THAT(ended.out + ended.err, Contains(file + ": ") && Contains(kind.said));
  CHECK((ended.out + ended.err).find("internal error") == std::string::npos);
  CHECK((ended.out + ended.err).find('\x1b') == std::string::npos);
  CHECK_FALSE(fs::exists(results.scratch / "page.html"));
}

TEST_CASE("a crafted result of a run is refused at its place by every verb that reads it", "[cli][hostile]") {
  Results results;
  for (const Kind& kind : kinds()) {
    results.craft("r", "result.h5", kind);
    std::vector<Words> verbs = {{"verify", "r"},
                                {"export", "r", "--csv"},
                                {"diff", "r", "whole/r"},
                                {"diff", "whole/r/result.h5", "r/result.h5"},
                                {"reproduce", "r", "--quiet"}};
    if (can_make_pages()) verbs.push_back({"report", "r", "--out", "page.html"});
    for (const Words& words : verbs) expect_refused(results, words, "r/result.h5", kind);
  }
}

TEST_CASE("a crafted arm of a comparison is refused at its place by every verb that reads it",
          "[cli][hostile]") {
  Results results;
  for (const Kind& kind : kinds()) {
    const std::string arm = "without-networks/result.h5";
    results.craft("c", arm, kind);
    std::vector<Words> verbs = {{"verify", "c"}, {"verify", "c", "--recompute", "1", "--quiet"}};
    if (can_make_pages()) verbs.push_back({"report", "c", "--out", "page.html"});
    for (const Words& words : verbs) expect_refused(results, words, "c/" + arm, kind);
  }
}

TEST_CASE("a page is made of no result whose labels are not those of its scenario", "[cli][hostile]") {
  if (!can_make_pages()) return;
  Results results;
  const Kind kind{"years of another scenario",
                  [](hid_t file, const std::string&) {
                    const Hdf5Handle array(H5Dopen2(file, "state", H5P_DEFAULT), H5Dclose, "open");
                    std::vector<std::string> names;
                    std::vector<const char*> texts;
                    for (hsize_t k = 0; k < size_of(file, "state"); ++k)
                      names.push_back("X" + std::to_string(k));
                    for (const std::string& name : names) texts.push_back(name.c_str());
                    must(H5Dwrite(*array, *hdf5_text_type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()),
                         "write");
                  },
                  "\"state\": has other labels than the scenario in the file, or than the tables here"};
  results.craft("r", "result.h5", kind);
  expect_refused(results, {"report", "r", "--out", "page.html"}, "r/result.h5", kind);
}

TEST_CASE("a compare.json of any content is refused at its name", "[cli][hostile]") {
  Results results;
  const std::string whole = test::text_of(results.scratch / "c/compare.json");
  const auto json = nlohmann::ordered_json::parse(whole);
  std::vector<std::string> texts = {"",
                                    "{",
                                    "[]",
                                    "{}",
                                    "null",
                                    "{\"arms\": 3}",
                                    "{\"a\": [{\"metric\": \"x\"}], \"arms\": [{\"out\": 5}, {\"out\": 6}]}",
                                    "{\"a\": [{\"metric\": " + std::string(100'000, '[')};
  texts.push_back("{\"a\": [{\"metric\": \"x\", \"y\": " + std::string(1'000'000, '[') +
                  std::string(1'000'000, ']') + "}]}");
  for (const auto& [key, value] : json.items()) {  // without each part, or with another in its place
    auto less = json, other = json;
    less.erase(key);
    other[key] = nlohmann::ordered_json::array({1, 2});
    texts.push_back(less.dump());
    texts.push_back(other.dump());
  }
  for (const std::string& text : texts) {
    test::put(results.scratch / "c/compare.json", text);
    std::vector<Words> verbs = {{"export", "c", "--csv"}};
    if (can_make_pages()) verbs.push_back({"report", "c", "--out", "page.html"});
    for (const Words& words : verbs) {
      const Ended ended = hansa_in(results.scratch, words);
      INFO(words.front() << " of " << text.substr(0, 200) << ": " << ended.status << "\n" << ended.err);
      CHECK((ended.status >= 0 && ended.status <= 2));
      CHECK(ended.err.find("internal error") == std::string::npos);
      if (ended.status != 0) CHECK_THAT(ended.err, Contains("c/compare.json:"));
      fs::remove(results.scratch / "page.html");
    }
    CHECK(hansa_in(results.scratch, {"verify", "c"}).status == 1);
  }
}

}  // namespace
}  // namespace hansa
