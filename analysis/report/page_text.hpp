#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace hansa {

/// What a page says in words, readable without its script.
struct PageWords {
  std::string title, question;
  std::vector<std::string> headline;  // one sentence each
};

/// A text between tags of HTML, or in a quoted attribute.
[[nodiscard]] std::string html_text(std::string_view text);

/// A JSON value between the tags of a script: no text in it can end the script or begin another.
[[nodiscard]] std::string json_island(const nlohmann::ordered_json& json);

/// The template with words and data in place of its marks, each of which it must have once.
[[nodiscard]] std::string fill_page(std::string_view page, const PageWords& words,
                                    const nlohmann::ordered_json& data);

}  // namespace hansa
