#include "sim/solvers/voting_rule.hpp"

#include <algorithm>
#include <cctype>

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

}  // namespace

std::string read_voting_rule(std::string_view text, VotingRule& rule) {
  const std::string wrong = fmt::format(
      "expected consensus, consensus-minus:M, quota:SHARE with a share above 0 and at most 1, heads:N, or "
      "quota:SHARE,heads:N, got {}",
      in_quotes(text));
  rule = {};
  if (text == "consensus" || take(text, "consensus-minus:")) {
    rule.consensus = true;
    return text == "consensus" || read_numeral(text, rule.n_overridden) ? "" : wrong;
  }
  if (take(text, "heads:")) {
    rule.quota = 0;
    return read_numeral(text, rule.n_heads) && rule.n_heads > 0 ? "" : wrong;
  }
  if (!take(text, "quota:")) return wrong;
  std::string_view share = text.substr(0, text.find(','));
  text.remove_prefix(share.size());
  if (!read_numeral(share, rule.quota) || !(rule.quota > 0 && rule.quota <= 1)) return wrong;
  if (!text.empty() && !(take(text, ",heads:") && read_numeral(text, rule.n_heads) && rule.n_heads > 0))
    return wrong;
  return "";
}

std::string to_text(const VotingRule& rule) {
  if (rule.consensus)
    return rule.n_overridden == 0 ? "consensus" : fmt::format("consensus-minus:{}", rule.n_overridden);
  if (rule.quota <= 0) return fmt::format("heads:{}", rule.n_heads);
  return rule.n_heads == 0 ? fmt::format("quota:{}", rule.quota)
                           : fmt::format("quota:{},heads:{}", rule.quota, rule.n_heads);
}

std::optional<VotingRule> voting_rule_called(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (small.starts_with("qmv") || small == "qualified majority") return VotingRule{.quota = 0.72};
  if (small == "sm" || small == "simple majority" || small == "majority") return VotingRule{.quota = 0.5001};
  if (small.starts_with("unan")) return VotingRule{.consensus = true};
  VotingRule rule;
  if (!read_voting_rule(small, rule).empty()) return std::nullopt;
  return rule;
}

}  // namespace hansa
