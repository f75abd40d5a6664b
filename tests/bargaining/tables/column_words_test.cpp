#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "bargaining/tables/column_words.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

TEST_CASE("the kinds of columns stand in the order of their names", "[bargain]") {
  for (std::size_t k = 0; k < column_words.size(); ++k)
    CHECK(static_cast<std::size_t>(column_words[k].kind) == k);
}

TEST_CASE("a heading is read whatever its case, blanks, points and underscores", "[bargain]") {
  for (const char* text : {"reference_point", "Reference Point", "reference.point", " REFERENCE-POINT "})
    CHECK((heading_of(text, false) && heading_of(text, false)->kind == ColumnKind::Reference));
  CHECK(heading_of("Status Quo", true)->is_alias);
  CHECK(heading_of("salience 0..1", true)->scale == " 0..1");
  CHECK_FALSE(heading_of("power", true));
  CHECK_FALSE(heading_of("powers of attorney", false));
  CHECK(suggest_column("x:salence") == "; did you mean 'salience'?");
  CHECK(suggest_column("note").empty());
}

TEST_CASE("the documents have every other name of a column", "[bargain]") {
  std::ifstream file(source_dir() / "docs/how-to/bargaining.md");
  std::stringstream text;
  text << file.rdbuf();
  for (const ColumnWord& word : column_words)
    if (!word.aliases.empty())
      CHECK_THAT(text.str(), Catch::Matchers::Contains("| `" + std::string(key_of(word.kind)) + "` | " +
                                                       other_names(word.kind) + " |"));
}

}  // namespace
}  // namespace hansa
