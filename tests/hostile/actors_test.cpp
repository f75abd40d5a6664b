// Tables of actors and of cases that are no tables, or hold what cannot be.
#include "tests/hostile/hostile_file.hpp"

namespace hansa {
namespace {

TEST_CASE("hansa bargain refuses each wrong table at its place, and writes nothing", "[hostile][bargain]") {
  const std::string head = "actor,power,x:position,x:salience\n";
  test::expect_refusals(
      {
          {"an empty file", "", "1: file"},
          {"a header alone", head, "1: actor"},
          {"not a number", head + "A,1,nan,50\nB,1,2,3\n", "2: x:position"},
          {"infinity", head + "A,1,inf,50\nB,1,2,3\n", "2: x:position"},
          {"positions beyond bounds", head + "A,1,1e308,50\nB,1,-1e308,3\n", "2: x:position"},
          {"a position beyond all numbers", head + "A,1,1e400,50\n", "2: x:position"},
          {"no power", head + "A,0,1,50\nB,0,2,50\n", "1: x:salience"},
          {"negative power", head + "A,-1,1,50\n", "2: power"},
          {"power beyond bounds", head + "A,1e308,1,50\nB,1e308,2,50\n", "2: power"},
          {"salience above 100", head + "A,1,1,101\n", "2: x:salience"},
          {"negative salience", head + "A,1,1,-1\n", "2: x:salience"},
          {"no salience", head + "A,1,1,0\nB,1,1,0\n", "1: x:salience"},
          {"a hexadecimal number", head + "A,1,0x10,5\n", "2: x:position"},
          {"a word for a number", head + "A,1,high,5\n", "2: x:position"},
          {"an octal number", head + "A,1,010,5\nB,1,2,5\n", "2: x:position"},
          {"an actor twice", head + "A,1,1,5\nA,1,2,5\n", "3: actor"},
          {"an actor without a name", head + ",1,1,5\n", "2: actor"},
          {"a name of blanks", head + "\" \",1,1,5\n", "2: actor"},
          {"no power given", head + "A,,1,5\n", "2: power"},
          {"no position given", head + "A,1,,5\nB,1,1,5\n", "2: x:position"},
          {"too few cells", head + "A,1,1\n", "2: row"},
          {"too many cells", head + "A,1,1,5,9\n", "2: row"},
          {"a quote left open", head + "\"A,1,1,5\n", "2: row"},
          {"a text behind a quote", head + "\"A\"b,1,1,5\n", "2: row"},
          {"an escape character", head + "A\x1b[31m,1,1,5\n", "2: file"},
          {"a NUL", std::string("actor,power,x:position,x:salience\nA\x00,1,1,5\n", 43), "2: file"},
          {"a change of direction", head + "A\xe2\x80\xae,1,1,5\n", "2: file"},
          {"a space of no width", head + "A\xe2\x80\x8b,1,1,5\n", "2: file"},
          {"Latin-1", head + "M\xfcller,1,1,5\n", "2: file"},
          {"UTF-16",
           std::string("\xff\xfe"
                       "a\x00"
                       "c\x00t\x00o\x00r\x00,\x00p\x00o\x00w\x00"
                       "e\x00r\x00,\x00x\x00:\x00p\x00o\x00s\x00i\x00t\x00i\x00o\x00n\x00,\x00x\x00:\x00s\x00"
                       "a\x00l\x00i\x00"
                       "e\x00n\x00"
                       "c\x00"
                       "e\x00\n\x00"
                       "A\x00,\x00"
                       "1\x00,\x00"
                       "1\x00,\x00"
                       "5\x00\n\x00",
                       86),
           "1: file"},
          {"UTF-16 without a mark, little end first",
           std::string("a\x00"
                       "c\x00t\x00o\x00r\x00,\x00p\x00o\x00w\x00"
                       "e\x00r\x00,\x00x\x00:\x00p\x00o\x00s\x00i\x00t\x00i\x00o\x00n\x00,\x00x\x00:\x00s\x00"
                       "a\x00l\x00i\x00"
                       "e\x00n\x00"
                       "c\x00"
                       "e\x00\n\x00"
                       "A\x00,\x00"
                       "1\x00,\x00"
                       "1\x00,\x00"
                       "5\x00\n\x00",
                       84),
           "1: file"},
          {"UTF-16 without a mark, big end first",
           std::string("\x00"
                       "a\x00"
                       "c\x00t\x00o\x00r\x00,\x00p\x00o\x00w\x00"
                       "e\x00r\x00,\x00x\x00:\x00p\x00o\x00s\x00i\x00t\x00i\x00o\x00n\x00,\x00x\x00:\x00s\x00"
                       "a\x00l\x00i\x00"
                       "e\x00n\x00"
                       "c\x00"
                       "e\x00\n\x00"
                       "A\x00,\x00"
                       "1\x00,\x00"
                       "1\x00,\x00"
                       "5\x00\n",
                       84),
           "1: file"},
          {"UTF-32",
           std::string(
               "\xff\xfe\x00\x00"
               "a\x00\x00\x00"
               "c\x00\x00\x00t\x00\x00\x00o\x00\x00\x00r\x00\x00\x00,"
               "\x00\x00\x00p\x00\x00\x00o\x00\x00\x00w\x00\x00\x00"
               "e\x00\x00\x00r\x00\x00\x00,\x00\x00\x00x\x00\x00\x00:"
               "\x00\x00\x00p\x00\x00\x00o\x00\x00\x00s\x00\x00\x00i\x00\x00\x00t\x00\x00\x00i\x00\x00\x00o"
               "\x00\x00\x00n\x00\x00\x00,\x00\x00\x00x\x00\x00\x00:\x00\x00\x00s\x00\x00\x00"
               "a\x00\x00\x00l\x00\x00\x00i\x00\x00\x00"
               "e\x00\x00\x00n\x00\x00\x00"
               "c\x00\x00\x00"
               "e\x00\x00\x00\n\x00\x00\x00"
               "A\x00\x00\x00,\x00\x00\x00"
               "1\x00\x00\x00,\x00\x00\x00"
               "1\x00\x00\x00,\x00\x00\x00"
               "5\x00\x00\x00\n\x00\x00\x00",
               172),
           "1: file"},
          {"a workbook",
           "PK\x03\x04"
           "abc",
           "1: file"},
          {"an old workbook",
           "\xd0\xcf\x11\xe0"
           "abc",
           "1: file"},
          {"an overlong form", head + "A\xc0\xaf,1,1,5\n", "2: file"},
          {"a surrogate", head + "A\xed\xa0\x80,1,1,5\n", "2: file"},
          {"a C1 control", head + "A\xc2\x9b,1,1,5\n", "2: file"},
          {"JSON", "{\"a\": 1}\n", "1: actor"},
          {"YAML", "a: 1\n", "1: actor"},
          {"HTML", "<!DOCTYPE html>\n<html></html>\n", "1: actor"},
          {"PDF", "%PDF-1.4\n%\xe2\xe3\n", "2: file"},
          {"a program",
           std::string("\x7f"
                       "ELF\x02\x01\x01\x00\x00",
                       9),
           "1: file"},
          {"an archive", std::string("\x1f\x8b\x08\x00", 4), "1: file"},
          {"no issue", "actor,power\nA,1\n", "1: actor"},
          {"a column twice", "actor,power,x:position,x:salience,x:position\nA,1,1,5,2\n", "1: x:position"},
          {"two columns of actors", "actor,actor,x:position,x:salience\nA,B,1,5\n", "1: actor"},
          {"a scale upside down", "actor,power,x:position 9..4,x:salience\nA,1,1,1\n", "1: x:position 9..4"},
          {"a scale without an end", "actor,power,x:position nan..4,x:salience\nA,1,1,1\n",
           "1: x:position nan..4"},
          {"a scale without bounds", "actor,power,x:position -1e308..1e308,x:salience\nA,1,1,1\nB,1,2,2\n",
           "1: x:position -1e308..1e308"},
          {"a position off the scale", "actor,power,x:position 0..1,x:salience\nA,1,2,1\n",
           "2: x:position 0..1"},
          {"an unclear veto", "actor,power,x:position,x:salience,veto\nA,1,1,1,maybe\n", "2: veto"},
          {"a separator that is none", "sep=\nactor;power;x:position;x:salience\nA;1;1;5\n", "1: actor"},
          {"line breaks alone", "\n\n\n", "1: file"},
          {"a comma alone", ",\n", "1: file"},
          {"commas alone", ",,,,\n,,,,\n", "1: file"},
          {"saliences of two scales", head + "A,1,1,0.5\nB,1,1,50\n", "2: x:salience"},
          {"two points in a number", head + "A,1,1.000.000,5\nB,1,2,5\n", "2: x:position"},
          {"two signs", head + "A,1,++1,5\n", "2: x:position"},
          {"two percent signs", head + "A,1,5%%,5\n", "2: x:position"},
          {"two references", "actor,power,x:position,x:salience,x:reference\nA,1,1,1,4\nB,1,1,1,5\n",
           "3: x:reference"},
          {"two decisions", "actor,power,x:position,x:salience,x:decided\nA,1,1,1,4\nB,1,1,1,5\n",
           "3: x:decided"},
          {"a word for a decision", "actor,power,x:position,x:salience,x:decided\nA,1,1,1,no\n",
           "2: x:decided"},
      },
      "h.csv", {"bargain", "h.csv", "--solver", "mean"});
}

TEST_CASE("hansa backtest refuses each wrong table of cases at its place", "[hostile][backtest]") {
  const std::string head = "issue,actor,position,salience,outcome\n";
  test::expect_refusals(
      {
          {"an empty file", "", "1: file"},
          {"a header alone", head, "1: issue"},
          {"not a number", head + "a,X,nan,1,1\n", "1: outcome"},
          {"negative salience", head + "a,X,1,-1,1\n", "2: salience"},
          {"a word for a number", head + "a,X,o,5,2\n", "2: position"},
          {"a position beyond bounds", head + "a,X,1e308,5,2\na,Y,-1e308,5,2\n", "2: position"},
          {"two outcomes", head + "a,X,1,5,2\na,Y,1,5,3\n", "3: outcome"},
          {"a case without an issue", head + ",X,1,5,2\n", "2: issue"},
          {"a case without an actor", head + "a,,1,5,2\n", "2: actor"},
          {"an actor twice", head + "a,X,1,5,2\na,X,2,5,2\n", "3: actor"},
          {"too few cells", head + "a,X,1\n", "2: row"},
          {"no issue", "issue,actor,position\na,X,1\n", "1: salience"},
          {"infinity", head + "a,X,1,5,inf\n", "2: outcome"},
          {"a quote left open", head + "\"a,X,1,5,2\n", "2: row"},
          {"Latin-1", head + "\xfc,X,1,5,2\n", "2: file"},
          {"a NUL", std::string("issue,actor,position,salience,outcome\na\x00,X,1,5,2\n", 49), "2: file"},
          {"an escape character", head + "a\x1b,X,1,5,2\n", "2: file"},
      },
      "h.csv", {"backtest", "h.csv"});
}

}  // namespace
}  // namespace hansa
