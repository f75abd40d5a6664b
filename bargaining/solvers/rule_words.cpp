#include "bargaining/solvers/rule_words.hpp"

#include <algorithm>
#include <string_view>

namespace hansa {
namespace {

/// Passes each KEY=VALUE to `set`, which returns an error message, empty if valid. Returns the first message.
template <class Set> std::string set_each(const std::vector<std::string>& settings, const Set& set) {
  for (const std::string_view text : settings) {
    const auto equals = std::min(text.find('='), text.size());
    std::string wrong = set(text.substr(0, equals), text.substr(std::min(equals + 1, text.size())));
    if (!wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace

std::optional<WrongRule> set_rules(const RuleWords& words, BargainRules& rules) {
  std::string wrong =
      set_each(words.smp, [&](auto key, auto value) { return set_smp_rule(rules.smp, key, value); });
  if (!wrong.empty()) return WrongRule{"smp", std::move(wrong)};
  wrong =
      set_each(words.chair, [&](auto key, auto value) { return set_chair_rule(rules.chair, key, value); });
  if (!wrong.empty()) return WrongRule{"chair", std::move(wrong)};
  wrong = set_each(words.expected_utility,
                   [&](auto key, auto value) { return set_utility_rule(rules.utility, key, value); });
  if (!wrong.empty()) return WrongRule{"expected-utility", std::move(wrong)};
  wrong = read_decision_rule(words.decision, rules.decision);
  if (!wrong.empty()) return WrongRule{"rule", std::move(wrong)};
  return std::nullopt;
}

}  // namespace hansa
