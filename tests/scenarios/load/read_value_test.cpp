#include <cmath>

#include <catch2/catch.hpp>

#include "scenarios/load/read_value.hpp"
#include "scenarios/parameters/vocabulary.hpp"
#include "scenarios/print/write_value.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

Node word(std::string text, bool quoted = false) {
  return {.kind = Node::Kind::Text, .text = std::move(text), .quoted = quoted};
}

template <class T> bool reads(const std::string& text, T& value, const FieldInfo& info = {}) {
  ProblemList problems;
  problems.add_file("f");
  const bool good = read_value(word(text), value, info, "k", problems);
  CHECK(good == problems.empty());
  return good;
}

TEST_CASE("a number is written as JSON writes it, or from its point on", "[scenario]") {
  for (const char* good :
       {"0", "-0", "1", "-12", "0.5", "-0.25", ".5", "-.25", "1e3", "1E-3", "1.5e+10", "120"}) {
    CHECK(is_numeral(good));
  }
  for (const char* bad : {"",      "-",   "+1", ".",  "5.",  "1e",  "1e+",   "010", "-01",   "00", "0x1",
                          "1_000", "1,5", " 1", "1 ", "nan", "inf", "1.2.3", "--1", "1e1.5", "1f", "½"}) {
    INFO(bad);
    CHECK_FALSE(is_numeral(bad));
  }
}

TEST_CASE("every number that is written reads back as the same bits", "[scenario]") {
  for (const double value : {0.0, 0.1, 1.0 / 3.0, 1e-310, 5e-324, 1.7976931348623157e308, 1e22, 123456789.123,
                             2e15, 1e16, 100000.0, std::nextafter(0.5, 1.0)}) {
    double read = -1.0;
    CHECK(reads(write_value(value), read));
    CHECK(read == value);
    CHECK(reads(write_value(-value), read));
    CHECK(read == -value);
  }
  CHECK(write_value(0.1) == "0.1");
  CHECK(write_value(12.0) == "12");
}

TEST_CASE("minus zero is zero", "[scenario]") {
  double value = 1.0;
  CHECK(reads("-0.0", value));
  CHECK_FALSE(std::signbit(value));
}

TEST_CASE("bounds are included", "[scenario]") {
  const FieldInfo info{.min = -1, .max = 2};
  double number = 0.5;
  int whole = 1;
  CHECK(reads("-1", number, info));
  CHECK(reads("2", whole, info));
  CHECK_FALSE(reads("2.0000000001", number, info));
  CHECK_FALSE(reads("3", whole, info));
  CHECK_FALSE(reads("-2", whole, info));
  CHECK(number == -1.0);
  CHECK(whole == 2);
}

TEST_CASE("the largest seed is accepted, and one more is refused", "[scenario]") {
  std::uint64_t seed = 0;
  CHECK(reads("18446744073709551615", seed, {.min = 0}));
  CHECK(seed == 18446744073709551615u);
  CHECK_FALSE(reads("18446744073709551616", seed, {.min = 0}));
  CHECK_FALSE(reads("-1", seed, {.min = 0}));
}

TEST_CASE("each word of a choice reads as its own choice", "[scenario]") {
  for (const Access k : each<Access>) {
    Access access = Access::None;
    CHECK(reads(std::string(choices(Access{})[k]), access));
    CHECK(access == k);
    CHECK(write_value(access) == choices(Access{})[k]);
  }
  Access access = Access::Assembly;
  CHECK_FALSE(reads("Observer", access));
  CHECK(access == Access::Assembly);
}

TEST_CASE("texts that other readers take for another type are written in quotes", "[scenario]") {
  for (const char* text : {"COP15", "paris-2015", "data/states.csv", "USA"})
    CHECK(write_value(std::string(text)) == text);
  CHECK(write_value(std::string("NO")) == "\"NO\"");
  CHECK(write_value(std::string("2015")) == "\"2015\"");
  CHECK(write_value(std::string("")) == "\"\"");
  CHECK(write_value(std::string("a: \"b\" \\")) == "\"a: \\\"b\\\" \\\\\"");
  CHECK(write_value(std::vector<std::string>{"USA", "NO"}) == "[USA, \"NO\"]");
  CHECK(write_value(std::vector<Form>{}) == "[]");
}

}  // namespace
}  // namespace hansa
