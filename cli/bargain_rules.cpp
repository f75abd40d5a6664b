#include "cli/bargain_rules.hpp"

#include "bargaining/solvers/rule_words.hpp"
#include "cli/line/verb.hpp"

namespace hansa {

BargainRules bargain_rules(const std::vector<std::string>& smp, const std::vector<std::string>& chair,
                           const std::string& decision, const ChairRules& chair_default) {
  BargainRules rules{.chair = chair_default};
  if (const std::optional<WrongRule> wrong = set_rules(smp, chair, decision, rules))
    throw CommandLineError("--" + wrong->of, wrong->message);
  return rules;
}

}  // namespace hansa
