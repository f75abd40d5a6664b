#include <limits>

#include <catch2/catch.hpp>

#include "analysis/export/tidy_table.hpp"

namespace hansa {
namespace {

const TidyTable table{
    .name = "small",
    .columns = {{"state_name", "1", "name, in English", ""}, {"depth", "1", "depth of the text", "state"}},
    .rows = {{std::string("A & B, 50 % | C"), -0.12345},
             {std::string("x\\y"), std::numeric_limits<double>::quiet_NaN()},
             {std::string("z"), 1.25e-6},
             {std::string("1"), 2015.0}}};

TEST_CASE("CSV quotes commas and leaves a number that does not apply empty", "[export]") {
  CHECK(table_text(table, TableFormat::Csv) ==
        "state_name,depth\n\"A & B, 50 % | C\",-0.12345\nx\\y,\nz,1.25e-06\n1,2015\n");
}

TEST_CASE("LaTeX escapes its special characters and sets numbers to the right", "[export]") {
  CHECK(table_text(table, TableFormat::Latex) ==
        "% \\usepackage{booktabs}\n\\begin{tabular}{lr}\n\\toprule\nstate\\_name & depth \\\\\n\\midrule\n"
        "A \\& B, 50 \\% \\textbar{} C & $-0.123$ \\\\\nx\\textbackslash{}y & -- \\\\\n"
        "z & $1.25 \\times 10^{-6}$ \\\\\n1 & 2015 \\\\\n\\bottomrule\n\\end{tabular}\n");
}

TEST_CASE("Markdown escapes bars", "[export]") {
  CHECK(table_text(table, TableFormat::Markdown) ==
        "| state\\_name | depth |\n| --- | ---: |\n| A & B, 50 % \\| C | -0.123 |\n| x\\\\y |  |\n"
        "| z | 1.25e-06 |\n| 1 | 2015 |\n");
}

TEST_CASE("a codebook has a row for each column", "[export]") {
  CHECK(table_text(codebook_of(table), TableFormat::Csv) ==
        "variable,unit,dimensions,meaning\nstate_name,1,,\"name, in English\"\ndepth,1,state,depth of the "
        "text\n");
}

}  // namespace
}  // namespace hansa
