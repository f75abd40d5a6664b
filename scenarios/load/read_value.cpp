#include "scenarios/load/read_value.hpp"

#include <algorithm>
#include <cctype>
#include <type_traits>

#include <fmt/format.h>

#include "support/text/numeral.hpp"

namespace hansa {
namespace {

std::string in_unit(const FieldInfo& info) { return info.unit == "1" ? "" : fmt::format(" [{}]", info.unit); }

bool check_bounds(const Node& node, double value, const FieldInfo& info, std::string_view key,
                  ProblemList& problems) {
  if (value >= info.min && value <= info.max) return true;
  const bool below = value < info.min;
  problems.add(node.place, key,
               fmt::format("must be at {} {}{}, got {}", below ? "least" : "most",
                           below ? info.min : info.max, in_unit(info), printable(node.text)));
  return false;
}

/// A number of type T within its bounds.
template <class T>
bool read_number(const Node& node, T& value, std::string_view wanted, const FieldInfo& info,
                 std::string_view key, ProblemList& problems) {
  if (!is_text(node, wanted, key, problems)) return false;
  const std::string& text = node.text;
  T read{};
  if (node.quoted) {
    problems.add(node.place, key, fmt::format("expected {}, got {} in quotes", wanted, name_kind(node)));
    return false;
  }
  const Numeral found = parse_numeral(text, read);
  if (found == Numeral::OutOfRange) {
    // the sign of a whole number shows which bound it exceeds
    const bool far = std::is_integral_v<T> && text.find_first_of(".eE") == std::string::npos;
    const double beyond = text.starts_with('-') ? -1e300 : 1e300;
    if (far && !check_bounds(node, beyond, info, key, problems)) return false;
    problems.add(node.place, key, name_kind(node) + " is out of range");
  } else if (found != Numeral::Read) {
    problems.add(node.place, key,
                 fmt::format("expected {}, got {}{}", wanted, name_kind(node), advise_on_numeral(text)));
  } else if (check_bounds(node, static_cast<double>(read), info, key, problems)) {
    value = read;
    return true;
  }
  return false;
}

/// Names become file names and parts of paths: at most 64 of [A-Za-z0-9._-], the first a letter or digit.
bool is_name(std::string_view text) {
  const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 && c < 0x80; };
  const auto allowed = [plain](unsigned char c) { return plain(c) || c == '.' || c == '_' || c == '-'; };
  return text.size() <= 64 && (text.empty() || plain(static_cast<unsigned char>(text[0]))) &&
         std::all_of(text.begin(), text.end(), allowed);
}

/// Why a text is not a name; empty if it is one.
std::string why_no_name(std::string_view text) {
  if (is_name(text)) return "";
  return in_quotes(text) + " is not a name: at most 64 of A-Z a-z 0-9 . _ -, first a letter or digit";
}

}  // namespace

std::string why_no_issue_name(std::string_view text) {
  if (text == "all") return "'all' means every issue; give this one another name";
  if (text.find('.') != std::string_view::npos)
    return "a dot separates the words of a path; this name must not contain one";
  return why_no_name(text);
}

std::string name_kind(const Node& node) {
  switch (node.kind) {
    case Node::Kind::List:
      return "a list";
    case Node::Kind::Map:
      return "a map";
    case Node::Kind::Text:
      return in_quotes(node.text);
    default:
      return "nothing";
  }
}

bool is_text(const Node& node, std::string_view wanted, std::string_view key, ProblemList& problems) {
  if (node.kind == Node::Kind::Text) return true;
  if (node.kind == Node::Kind::Nothing) {
    problems.add(node.place, key, fmt::format("no value given; expected {}", wanted));
  } else if (node.kind != Node::Kind::Refused) {
    problems.add(node.place, key, fmt::format("expected {}, got {}", wanted, name_kind(node)));
  }
  return false;
}

bool read_value(const Node& node, double& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems) {
  if (!read_number(node, value, "a number", info, key, problems)) return false;
  if (value == 0.0) value = 0.0;  // -0 and 0 are one value, with one text
  return true;
}

bool read_value(const Node& node, int& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems) {
  return read_number(node, value, "a whole number", info, key, problems);
}

bool read_value(const Node& node, std::uint64_t& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems) {
  return read_number(node, value, "a whole number from 0", info, key, problems);
}

namespace {

/// A hint for another word for true or false.
std::string advise_on_truth(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), lower) != words.end();
  };
  if (is_one_of({"yes", "y", "on", "1", "true", "t"})) return "; write true";
  if (is_one_of({"no", "n", "off", "0", "false", "f"})) return "; write false";
  return "";
}

}  // namespace

bool read_value(const Node& node, bool& value, const FieldInfo&, std::string_view key,
                ProblemList& problems) {
  constexpr std::string_view wanted = "true or false";
  if (!is_text(node, wanted, key, problems)) return false;
  if (node.quoted || (node.text != "true" && node.text != "false")) {
    problems.add(node.place, key,
                 fmt::format("expected {}, got {}{}", wanted, name_kind(node),
                             node.quoted ? " in quotes" : advise_on_truth(node.text)));
    return false;
  }
  value = node.text == "true";
  return true;
}

bool read_value(const Node& node, std::string& value, const FieldInfo& info, std::string_view key,
                ProblemList& problems) {
  if (!is_text(node, "a text", key, problems)) return false;
  if (std::string reason = why_no_name(node.text); info.unit == "name" && !reason.empty()) {
    problems.add(node.place, key, std::move(reason));
    return false;
  }
  value = node.text;
  return true;
}

bool read_value(const Node& node, DecisionRule& value, const FieldInfo&, std::string_view key,
                ProblemList& problems) {
  if (!is_text(node, "a decision rule such as quota-heads:0.5", key, problems)) return false;
  const std::string wrong = read_decision_rule(node.text, value, RuleOf::Conference);
  if (!wrong.empty()) problems.add(node.place, key, wrong);
  return wrong.empty();
}

}  // namespace hansa
