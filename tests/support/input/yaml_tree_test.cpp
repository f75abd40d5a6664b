#include <catch2/catch.hpp>

#include "support/input/yaml_tree.hpp"

namespace hansa {
namespace {

/// A tree in one line: maps in braces, lists in brackets, quoted texts in quotes, ~ for nothing, ! for a
/// refused node; with places if asked.
std::string show(const Node& node, bool places = false) {
  std::string text =
      places ? std::to_string(node.place.line) + ":" + std::to_string(node.place.column) + " " : "";
  switch (node.kind) {
    case Node::Kind::Nothing:
      return text + "~";
    case Node::Kind::Refused:
      return text + "!";
    case Node::Kind::Text:
      return text + (node.quoted ? "'" + node.text + "'" : node.text);
    case Node::Kind::List:
      text += "[";
      for (const Node& item : node.items) text += (&item == &node.items[0] ? "" : ", ") + show(item, places);
      return text + "]";
    case Node::Kind::Map:
      text += "{";
      for (const Entry& entry : node.entries) {
        text += (&entry == &node.entries[0] ? "" : ", ") + entry.key + ": " + show(entry.value, places);
      }
      return text + "}";
  }
  return text;
}

std::string read(std::string_view yaml, bool places = false) {
  ProblemList problems;
  const auto tree = read_yaml(yaml, problems.add_file("f"), problems);
  std::string text = tree ? show(*tree, places) : "";
  for (const Problem& problem : problems.sorted()) text += "|" + to_text(problem);
  return text;
}

TEST_CASE("maps, lists and texts are read as written, in order", "[yaml]") {
  CHECK(read("b: 1\na: [x, 'y', \"z\"]\nc: {d: e}\n") == "{b: 1, a: [x, 'y', 'z'], c: {d: e}}");
  CHECK(read("- a\n-\n  - b\n- - c\n") == "[a, [b], [c]]");
  CHECK(read("---\na: 1 # one\n# two\n...\n") == "{a: 1}");
  CHECK(read("a: it's 5 o'clock, \"sir\"\n") == "{a: it's 5 o'clock, \"sir\"}");
  CHECK(read("a: 'it''s'\nb: \"\\\"\\\\\"\n") == "{a: 'it's', b: '\"\\'}");
  CHECK(read("{\"a\":\"b\", c: [] }") == "{a: 'b', c: []}");
  CHECK(read("a: 1\r\nb: x y\r\n") == "{a: 1, b: x y}");
  CHECK(read("country: NO\n") == "{country: NO}");
  CHECK(read("") == "~");
  CHECK(read("# nothing\n") == "~");
}

TEST_CASE("places count lines and characters from one", "[yaml]") {
  CHECK(read("\xC3\xA9\xC3\xA9: [\xC3\xA9, b]\nc:\n  d: e\n", true) ==
        "1:1 {\xC3\xA9\xC3\xA9: 1:5 [1:6 \xC3\xA9, 1:9 b], c: 3:3 {d: 3:6 e}}");
  CHECK(read("a: 1\r\nb:\r\n  - c\r\n", true) == "1:1 {a: 1:4 1, b: 3:3 [3:5 c]}");
}

TEST_CASE("a missing value is reported at its key, or at the dash or comma before it", "[yaml]") {
  CHECK(read("a:\n\n# later\nb: 1\n", true) == "1:1 {a: 1:1 ~, b: 4:4 1}");
  CHECK(read("a: 1\nb:\n", true) == "1:1 {a: 1:4 1, b: 2:1 ~}");
  CHECK(read("- a\n-\n- b\n", true) == "1:1 [1:3 a, 2:1 ~, 3:3 b]");
  CHECK(read("[a,, b]", true) == "1:1 [1:2 a, 1:3 ~, 1:6 b]");
  CHECK(read("{a: , b: ~}", true) == "1:1 {a: 1:2 ~, b: 1:7 ~}");
}

TEST_CASE("an unclosed bracket or quote is reported where it was opened", "[yaml]") {
  CHECK(read("a: \"x\nb: 1\n") == "|f:1:4: file: this quote is not closed on its line");
  CHECK(read("a: [1,\n  {b: 2},\n") == "|f:1:4: a: no closing ] for this [; reading stopped at 2:9");
  CHECK(read("a: {b: [1, {c: 2}\n") == "|f:1:8: a.b: no closing ] for this [; reading stopped at 1:17");
  CHECK(read("[") == "|f:1:1: file: no closing ] for this [; reading stopped at 1:1");
}

TEST_CASE("a text may have 4096 bytes and a file 20000 values", "[yaml]") {
  CHECK(read("a: " + std::string(4096, 'x')).size() == 4101);
  CHECK(read("a: " + std::string(4097, 'x')) == "{a: !}|f:1:4: a: a text longer than 4096 bytes");
  std::string list = "[";
  for (int k = 0; k < 19999; ++k) list += "x,";
  CHECK(read(list + "]").ends_with("x]"));
  CHECK(read(list + "x]") == "|f:1:40000: file: more than 20000 values");
}

TEST_CASE("a comma where a value should begin does not run forever", "[yaml]") {
  CHECK(read(",") == "|f:1:1: file: no value can begin here");
  CHECK(read("a: 1\n...\n,,,") == "|f:3:1: file: no value can begin here");
}

TEST_CASE("values may be nested 32 levels deep and no deeper", "[yaml]") {
  const auto nested = [](const char* open, const char* close, int n) {
    std::string text = "x";
    for (int k = 0; k < n; ++k) text = open + text + close;
    return text;
  };
  CHECK(read(nested("[", "]", 32)) == nested("[", "]", 32));
  CHECK(read(nested("[", "]", 33)) == "|f:1:33: file: brackets are nested too deeply");
  CHECK(read(nested("- ", "", 32)) == nested("[", "]", 32));
  CHECK(read(nested("- ", "", 33)).ends_with(": more than 32 levels"));
  CHECK(read(nested("? ", "", 33)).ends_with(": more than 32 levels"));
  CHECK(read(std::string(100000, '{')) == "|f:1:33: file: brackets are nested too deeply");
}

}  // namespace
}  // namespace hansa
