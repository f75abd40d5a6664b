#include "bargaining/solvers/smp/smp_rules.hpp"

#include <algorithm>
#include <span>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/choice.hpp"
#include "support/input/problem.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

using Words = std::span<const std::string_view>;

// in the order of the enumerators
constexpr WordsOf<SmpVote> votes = {"proportional",       "binary", "mostly-proportional",
                                    "proportional-cubic", "cubic",  "prospect"};
constexpr WordsOf<SmpVictory> victories = {"linear", "square", "quartic", "octic", "binary"};
constexpr WordsOf<SmpElection> elections = {"conditional", "markov", "incentive"};
constexpr WordsOf<SmpRiskRange> ranges = {"min", "mid", "max"};
constexpr WordsOf<SmpRiskView> views = {"none", "third", "half", "two-thirds", "full"};
constexpr WordsOf<SmpBargain> bargains = {"square", "linear", "s1p2", "s2p1", "s2pmax"};
constexpr WordsOf<SmpProposals> proposers = {"initiator", "both", "mean"};
constexpr WordsOf<SmpCommit> commitments = {"semi", "none", "full"};

/// Calls `visit` with the key, the words and the value of every rule.
template <class Visitor> void visit_rules(SmpRules& rules, Visitor visit) {
  visit("vote", Words(votes), rules.vote);
  visit("victory", Words(victories), rules.victory);
  visit("election", Words(elections), rules.election);
  visit("risk-range", Words(ranges), rules.risk_range);
  visit("risk-view", Words(views), rules.risk_view);
  visit("bargain", Words(bargains), rules.bargain);
  visit("proposals", Words(proposers), rules.proposals);
  visit("commit", Words(commitments), rules.commit);
}

}  // namespace

std::string set_smp_rule(SmpRules& rules, std::string_view key, std::string_view value) {
  std::vector<std::string_view> keys;
  std::string wrong;
  bool known = false;
  visit_rules(rules, [&](std::string_view name, Words words, auto& rule) {
    keys.push_back(name);
    if (name != key) return;
    known = true;
    const auto word = std::find(words.begin(), words.end(), value);
    if (word == words.end()) {
      wrong = fmt::format("{} is {}, not {}", key, fmt::join(words, ", "), in_quotes(value));
    } else {
      rule = static_cast<std::remove_reference_t<decltype(rule)>>(word - words.begin());
    }
  });
  return known ? wrong : fmt::format("there is no rule {}{}", in_quotes(key), suggest(key, keys));
}

std::string list_smp_rules() {
  std::string text;
  SmpRules rules;
  visit_rules(rules, [&](std::string_view name, Words words, auto& rule) {
    text += fmt::format("  {:<10}  {} (default: {})\n", name, fmt::join(words, ", "),
                        words[static_cast<std::size_t>(rule)]);
  });
  return text;
}

}  // namespace hansa
