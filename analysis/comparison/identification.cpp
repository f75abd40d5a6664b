#include "analysis/comparison/identification.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison/comparison_report.hpp"
#include "scenarios/parameters/vocabulary.hpp"

namespace hansa {
namespace {

/// What of lobbying can be switched off; each is off at 0.
std::vector<double> switches(const Scenario& scenario) {
  const FunctionParams& functions = scenario.networks.functions;
  std::vector<double> values = {scenario.world.with_cities ? 1.0 : 0.0,
                                scenario.networks.enabled ? 1.0 : 0.0,
                                scenario.lobbying.strength,
                                functions.communicate,
                                functions.negotiate,
                                functions.inform,
                                functions.prevent_conflict,
                                functions.symbolise};
  for (const Channel channel : each<Channel>) values.push_back(scenario.lobbying.channels[channel]);
  return values;
}

bool silences(const Scenario& other, const Scenario& full) {
  const std::vector<double> before = switches(full), after = switches(other);
  for (std::size_t k = 0; k < before.size(); ++k)
    if (before[k] > 0 && after[k] == 0) return true;
  return false;
}

}  // namespace

Text identification_text(std::span<const PreparedArm> arms) {
  const Scenario& full = arms.front().scenario();
  const bool any =
      std::ranges::any_of(arms, [&](const PreparedArm& arm) { return silences(arm.scenario(), full); });
  if (!any || full.conferences.empty()) return "";
  return paragraph(fmt::format("Identified: what lobbying does in the model at lobbying.strength {} and "
                               "lobbying.gate {}. Not identified: the sign and size of its effect on "
                               "adoption, which hang on these two; no data decide them.",
                               full.lobbying.strength, full.lobbying.gate)) +
         "To sweep both: hansa sweep lobbying-gate\n";
}

}  // namespace hansa
