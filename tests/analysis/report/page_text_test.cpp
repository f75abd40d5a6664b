#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/report/page_text.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;
using Catch::Matchers::Contains;

TEST_CASE("no text can end an element or an attribute", "[report]") {
  CHECK(html_text("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(html_text("São Tomé") == "São Tomé");
}

TEST_CASE("data in a page cannot leave their element, and read back as they were", "[report]") {
  const Json json = {{"</script>", "<!-- <script> & \"quoted\" São"}, {"numbers", {1, 0.5, nullptr}}};
  const std::string island = json_island(json);
  CHECK_THAT(island, !Contains("<") && !Contains(">") && !Contains("&") && !Contains("\n"));
  CHECK(Json::parse(island) == json);
}

TEST_CASE("a page is its template with everything in its place, marks in texts included", "[report]") {
  const PageWords words = {.title = "@data@", .question = "A & B?", .headline = {"One.", "<Two>."}};
  CHECK(fill_page("1@title@2@heading@3@question@4@headline@5@data@6@data@", words, {{"k", 1}}) ==
        "1@data@2@data@3A &amp; B?4<p>One.</p>\n<p>&lt;Two&gt;.</p>\n5{\"k\":1}6@data@");
}

}  // namespace
}  // namespace hansa
