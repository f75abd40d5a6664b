#include "sim/solvers/voting_rule.hpp"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

#include "scenarios/numeral.hpp"
#include "scenarios/problem.hpp"

namespace hansa {
namespace {

/// Takes a word off the front of a text.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

template <class T> bool read_whole_text(std::string_view text, T& value) {
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return is_numeral(text) && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

}  // namespace

std::string read_voting_rule(std::string_view text, VotingRule& rule) {
  const std::string wrong = fmt::format(
      "expected consensus, quota:SHARE with a share above 0 and at most 1, or quota:SHARE,heads:N, got {}",
      in_quotes(text));
  rule = {};
  if (text == "consensus") {
    rule.consensus = true;
    return "";
  }
  if (!take(text, "quota:")) return wrong;
  std::string_view share = text.substr(0, text.find(','));
  text.remove_prefix(share.size());
  if (!read_whole_text(share, rule.quota) || !(rule.quota > 0 && rule.quota <= 1)) return wrong;
  if (!text.empty() && !(take(text, ",heads:") && read_whole_text(text, rule.n_heads) && rule.n_heads > 0))
    return wrong;
  return "";
}

}  // namespace hansa
