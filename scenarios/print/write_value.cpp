#include "scenarios/print/write_value.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// Whether every YAML reader reads the unquoted text as a text.
bool is_plain(std::string_view text) {
  const auto letter = [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; };
  const auto allowed = [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 ||
                        std::string_view("._-/").find(static_cast<char>(c)) != std::string_view::npos);
  };
  constexpr std::array<std::string_view, 12> taken = {"y", "n", "yes",  "no",    "on",   "off",
                                                      "t", "f", "true", "false", "null", "nan"};
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return !text.empty() && letter(static_cast<unsigned char>(text[0])) &&
         std::all_of(text.begin(), text.end(), allowed) &&
         std::find(taken.begin(), taken.end(), lower) == taken.end();
}

}  // namespace

std::string write_value(double value) { return fmt::format("{}", value); }
std::string write_value(int value) { return fmt::format("{}", value); }
std::string write_value(std::uint64_t value) { return fmt::format("{}", value); }
std::string write_value(bool value) { return value ? "true" : "false"; }

std::string write_value(const std::string& value) {
  if (is_plain(value)) return value;
  std::string quoted = "\"";
  for (const char c : value) quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return quoted + "\"";
}

std::string write_value(const DecisionRule& value) { return write_value(to_text(value)); }

std::string write_node(const Node& node) {
  std::string list;
  const auto append = [&](const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  switch (node.kind) {
    case Node::Kind::Text:
      // a bare true or 0.3 may be another type than text; quotes would make it a text
      if (!node.quoted && (is_numeral(node.text) || node.text == "true" || node.text == "false"))
        return node.text;
      return write_value(node.text);
    case Node::Kind::List:
      for (const Node& item : node.items) append(write_node(item));
      return "[" + list + "]";
    case Node::Kind::Map:
      for (const Entry& entry : node.entries) append(write_value(entry.key) + ": " + write_node(entry.value));
      return "{" + list + "}";
    case Node::Kind::Nothing:
    case Node::Kind::Refused:
      break;
  }
  return "null";
}

}  // namespace hansa
