#include "cli/bargain_rules.hpp"

#include <algorithm>
#include <string_view>

#include "cli/line/verb.hpp"

namespace hansa {
namespace {

/// Passes each KEY=VALUE to `set`, which returns an error message, empty if valid.
template <class Set>
void apply(const std::string& option, const std::vector<std::string>& settings, const Set& set) {
  for (const std::string& setting : settings) {
    const std::string_view text = setting;
    const auto equals = std::min(text.find('='), text.size());
    const std::string wrong = set(text.substr(0, equals), text.substr(std::min(equals + 1, text.size())));
    if (!wrong.empty()) throw CommandLineError(option, wrong);
  }
}

}  // namespace

BargainRules bargain_rules(const std::vector<std::string>& smp, const std::vector<std::string>& chair,
                           const std::string& decision, const ChairRules& chair_default) {
  BargainRules rules{.chair = chair_default};
  apply("--smp", smp, [&](auto key, auto value) { return set_smp_rule(rules.smp, key, value); });
  apply("--chair", chair, [&](auto key, auto value) { return set_chair_rule(rules.chair, key, value); });
  const std::string wrong = read_decision_rule(decision, rules.decision);
  if (!wrong.empty()) throw CommandLineError("--rule", wrong);
  return rules;
}

}  // namespace hansa
