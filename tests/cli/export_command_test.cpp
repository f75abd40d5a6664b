// What `hansa export` makes of runs, comparisons and sweeps, and what it refuses.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::put;
using test::ScratchFolder;
using test::text_of;

Ended export_in(const ScratchFolder& scratch, std::vector<std::string> words) {
  words.insert(words.begin(), "export");
  return hansa_in(scratch, words);
}

void run_two(const ScratchFolder& scratch) {
  REQUIRE(hansa_in(scratch, {"run", "copenhagen-2009", "--realizations", "2", "--out", "run", "--quiet"})
              .status == 0);
}

TEST_CASE("a run has a row for each realization and conference, or year", "[cli][export]") {
  const ScratchFolder scratch;
  run_two(scratch);
  const auto conferences = lines_of(export_in(scratch, {"run", "--csv", "--table", "conferences"}).out);
  REQUIRE(conferences.size() == 1 + 2);
  CHECK_THAT(conferences[0], StartsWith("realization,conference,adopted,form,hardness,depth,"));
  CHECK_THAT(conferences[1], StartsWith("0,COP15,"));
  const auto years = lines_of(export_in(scratch, {"run", "--csv", "--table", "years"}).out);
  CHECK(years.size() == 1 + 2 * 3);
  CHECK_THAT(years[0], StartsWith("realization,year,networks,"));
  CHECK_THAT(export_in(scratch, {"run", "--csv"}).out,
             StartsWith("conference,variable,n,mean,sd,q05,median,q95,unit\nCOP15,adopted,2,") &&
                 Contains("\nCOP15,form_soft,2,"));
}

TEST_CASE("a table is written with its codebook, and nothing is replaced unasked", "[cli][export]") {
  const ScratchFolder scratch;
  run_two(scratch);
  const std::vector<std::string> words = {"run", "--csv", "--table", "conferences", "--out", "paris.csv"};
  const Ended ended = export_in(scratch, words);
  CHECK(ended.status == 0);
  CHECK(ended.out ==
        "paris.csv: conferences, 2 rows; codebook in paris-codebook.csv; other tables: summary, years\n");
  const auto columns = lines_of(text_of(scratch / "paris.csv"))[0];
  const std::string codebook = text_of(scratch / "paris-codebook.csv");
  CHECK(static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 2 ==
        lines_of(codebook).size());
  CHECK_THAT(codebook, StartsWith("variable,unit,dimensions,meaning\n") &&
                           Contains("\nadopted,1,\"realization, conference\",") &&
                           Contains("\nentered_force,year,"));
  CHECK(export_in(scratch, {"run", "--csv", "--table", "conferences", "--codebook"}).out == codebook);
  CHECK(export_in(scratch, words).status == 3);
  std::vector<std::string> forced = words;
  forced.emplace_back("--force");
  CHECK(export_in(scratch, forced).status == 0);
}

TEST_CASE("LaTeX has the rules of booktabs and escaped names, Markdown a bar between cells",
          "[cli][export]") {
  const ScratchFolder scratch;
  run_two(scratch);
  CHECK_THAT(export_in(scratch, {"run", "--latex"}).out,
             StartsWith("% \\usepackage{booktabs}\n\\begin{tabular}{llrrrrrrl}\n\\toprule\n") &&
                 Contains("COP15 & urban\\_role & ") && Contains("\\\\\n\\bottomrule\n\\end{tabular}\n"));
  CHECK_THAT(export_in(scratch, {"run", "--markdown"}).out, StartsWith("| conference | variable | n | ") &&
                                                                Contains("| --- | --- | ---: |") &&
                                                                Contains("| COP15 | urban\\_role | "));
}

TEST_CASE("a comparison has its lists as tables, with units", "[cli][export]") {
  const ScratchFolder scratch;
  REQUIRE(hansa_in(scratch, {"compare", "copenhagen-2009", "--without", "lobbying", "--realizations", "2",
                             "--out", "both", "--quiet"})
              .status == 0);
  const Ended ended = export_in(scratch, {"both", "--csv"});
  CHECK_THAT(ended.out, StartsWith("metric,unit,conference,year,mean,ci95_low,ci95_high,p,") &&
                            Contains("\nadopted,1,COP15,2009,") &&
                            Contains("\nentered_force,year,COP15,2009,"));
  CHECK_THAT(export_in(scratch, {"both", "--csv", "--codebook"}).out,
             Contains("\nci95_low,metric's,,lower end of the 95 % interval"));
  CHECK_THAT(export_in(scratch, {"both", "--csv", "--table", "split"}).out, Contains("channels_mean"));
  put(scratch / "both/compare.json", "[1, 2");
  const Ended broken = export_in(scratch, {"both", "--csv"});
  CHECK(broken.status == 2);
  CHECK_THAT(broken.err, StartsWith("both/compare.json:1:1: file: is not a comparison"));
}

TEST_CASE("a merged sweep has a row for each point, arm and conference", "[cli][export]") {
  const ScratchFolder scratch;
  put(scratch / "mine.yaml",
      "schema_version: 1\nname: mine\nscenario: copenhagen-2009\ndesign: grid\nrealizations: 2\n"
      "parameters: {gridlock.level: {values: [0.3, 0.6]}}\narms: [full, {without: lobbying}]\n");
  REQUIRE(hansa_in(scratch, {"sweep", "mine.yaml", "--out", "swept", "--quiet"}).status == 0);
  const Ended early = export_in(scratch, {"swept", "--csv"});
  CHECK(early.status == 2);
  CHECK_THAT(early.err, Contains("is a sweep without merged.h5; hansa merge makes it"));
  REQUIRE(hansa_in(scratch, {"merge", "swept"}).status == 0);
  const auto lines = lines_of(export_in(scratch, {"swept", "--csv"}).out);
  REQUIRE(lines.size() == 1 + 2 * 2);
  CHECK_THAT(lines[0],
             StartsWith("design_point,gridlock.level,arm,conference,complete_realizations,adopted,"));
  CHECK_THAT(lines[1], StartsWith("0,0.3,full,COP15,2,"));
  CHECK_THAT(lines[4], StartsWith("1,0.6,without-lobbying,COP15,2,"));
  CHECK(lines_of(export_in(scratch, {"swept", "--csv", "--table", "years"}).out).size() == 1 + 2 * 2 * 3);
}

TEST_CASE("export needs one format, a result and a table that is there", "[cli][export]") {
  const ScratchFolder scratch;
  run_two(scratch);
  const auto refuses = [&](const std::vector<std::string>& words, int status, const std::string& message) {
    const Ended ended = export_in(scratch, words);
    CHECK(ended.status == status);
    CHECK(ended.out.empty());
    CHECK_THAT(ended.err, Contains(message));
  };
  refuses({"run"}, 2, "--csv, --latex, --markdown");
  refuses({"nowhere", "--csv"}, 2, "there is no such folder");
  refuses({".", "--csv"}, 2, "holds no result");
  refuses({"run", "--csv", "--table", "year"}, 2, "--table: there is no table 'year'; did you mean 'years'?");
  put(scratch / "run/result.h5", "no result\n");
  refuses({"run", "--csv"}, 1, "run/result.h5: is not an HDF5 file");
}

}  // namespace
}  // namespace hansa
