#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hansa {

/// What a parameter is called in a sentence and beside a chart: "sovereignty gridlock", "least depth at COP15". One that
/// has no words of its own is called by its path: "polarisation of gridlock".
[[nodiscard]] std::string words_of_parameter(const std::string& path);

/// The words of one parameter; %: the name of the conference, issue or network.
struct ParameterWords {
  std::string_view path;  // as documented: conferences.NAME.floor
  std::string_view words;
};

/// All that have words of their own.
[[nodiscard]] std::span<const ParameterWords> all_parameter_words();

}  // namespace hansa
