#include <catch2/catch.hpp>

#include "tests/bargaining/tables/table_texts.hpp"

namespace hansa {
namespace {

using test::problems_with;

TEST_CASE("every problem of a table is reported at its place", "[bargain]") {
  CHECK(problems_with("actor,power,a:position 4..10,a:salience,veto\nA,-1,12,101,maybe\nA,,x,,no\n") ==
        "t:2:3: power: must be at least 0, got -1|"
        "t:2:6: a:position 4..10: must be at most 10, got 12|"
        "t:2:9: a:salience: must be at most 100, got 101|"
        "t:2:13: veto: expected yes or no, got 'maybe'|"
        "t:3:1: actor: 'A' is already given in line 2|"
        "t:3:3: power: the cell is empty|"
        "t:3:4: a:position 4..10: expected a number, got 'x'|"
        "t:3:6: a:salience: the cell is empty");
  CHECK(problems_with("actor,power,a:position,a:salience,a:reference\nA,1,1,1,4\nB,1,1,1,5\n") ==
        "t:3:9: a:reference: this issue has the reference 4 in a line above");
  CHECK(problems_with("actor,power,a:position,a:salience\nA,0,1,1\nB,1,1,0\n") ==
        "t:1:24: a:salience: no actor with power has salience on this issue");
}

TEST_CASE("an unknown column, or an issue without its columns, is reported at its name", "[bargain]") {
  CHECK(problems_with("actor,power,a:position 9..4,a:salience,b:salience,c:salence,foo\nA,1,1,1,1,1,1\n") ==
        "t:1:13: a:position 9..4: expected the ends of the scale, the lower first, as in 'position 4..10'|"
        "t:1:40: b:salience: this issue needs a column b:position");
  CHECK(problems_with("actor,power\nA,1\n") ==
        "t:1:1: actor: the table has no issue: expected columns ISSUE:position and ISSUE:salience, or "
        "position and "
        "salience");
  CHECK(problems_with("actor,power,a:position,a:salience\n") ==
        "t:1:1: actor: expected 1 to 100000 actors, got 0");
}

TEST_CASE("a text around a quoted cell, and a quote without an end, are refused", "[bargain]") {
  CHECK(problems_with("actor,power,x:position,x:salience\n\"A\" b,1,5,50\n") ==
        "t:2:5: row: text after a closing quote");
  CHECK(problems_with("actor,power,x:position,x:salience\n\"A,1,5,50\nB,1,5,50\n") ==
        "t:2:1: row: this quote is not closed");
  CHECK(problems_with("actor,power,x:position,x:salience\nA,1,5\n") == "t:2:1: row: 3 cells under 4 columns");
  CHECK(problems_with("") == "t:1:1: file: the file is empty; the first line names the columns");
}

TEST_CASE("a file that is no text in UTF-8 is answered with the command that makes one", "[bargain]") {
  const auto told = [](const std::string& bytes) {
    try {
      static_cast<void>(read_bargain_table(TableSource{"my t.csv", bytes}));
    } catch (const ScenarioError& error) {
      return error.problems().front().message;
    }
    return std::string();
  };
  CHECK(told("actor,power\nM\xfcller,1\n") ==
        "byte 0xfc is not UTF-8; convert it: iconv -f LATIN1 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told("actor,power\nM\xfcller \x80,1\n") ==
        "byte 0xfc is not UTF-8; convert it: iconv -f WINDOWS-1252 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told(std::string("\xff\xfe"
                         "a\0c\0",
                         6)) ==
        "is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told(std::string("a\0c\0", 4)) ==
        "is UTF-16; convert it: iconv -f UTF-16LE -t UTF-8 'my t.csv' > 'my t-utf8.csv'");
  CHECK(told("PK\x03\x04...") ==
        "is a workbook; save its sheet as CSV UTF-8, or: libreoffice --headless --convert-to 'csv:Text - txt "
        "- csv "
        "(StarCalc):44,34,76' 'my t.csv'");
}

}  // namespace
}  // namespace hansa
