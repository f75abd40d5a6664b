#include "analysis/report/page_text.hpp"

#include <array>
#include <utility>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "support/numbers/expect.hpp"
#include "support/text/json_text.hpp"

namespace hansa {

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string json_island(const nlohmann::ordered_json& json) {
  std::string escaped;
  for (const char letter : json_line(json)) {  // these occur in texts alone
    if (letter == '<' || letter == '>' || letter == '&') {
      escaped += fmt::format("\\u{:04x}", letter);
    } else {
      escaped += letter;
    }
  }
  return escaped;
}

std::string fill_page(std::string_view page, const PageWords& words, const nlohmann::ordered_json& data) {
  std::string sentences;
  for (const std::string& sentence : words.headline) sentences += "<p>" + html_text(sentence) + "</p>\n";
  const std::array<std::pair<std::string_view, std::string>, 5> parts = {
      {{"@title@", html_text(words.title)},
       {"@heading@", html_text(words.title)},
       {"@question@", html_text(words.question)},
       {"@headline@", sentences},
       {"@data@", json_island(data)}}};
  std::string text;
  for (const auto& [mark, content] : parts) {  // in the order of the template, so that no content is searched
    const std::size_t found = page.find(mark);
    HANSA_EXPECT(found != std::string_view::npos);
    text += page.substr(0, found);
    text += content;
    page.remove_prefix(found + mark.size());
  }
  return text.append(page);
}

}  // namespace hansa
