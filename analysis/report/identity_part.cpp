#include <nlohmann/json.hpp>

#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"
#include "hansa_version.hpp"

namespace hansa {

nlohmann::ordered_json identity_part(const ResultSet& result, const PreparedScenario& prepared) {
  const Scenario& scenario = prepared.scenario();
  return {{"name", scenario.name},
          {"seed", std::to_string(scenario.seed)},  // has more digits than a number of JavaScript
          {"realizations", size_along(result, "realization")},
          {"from", scenario.years.from},
          {"to", scenario.years.to},
          {"sha256", prepared.sha256},
          {"made_by", text_attribute(result, "source")},
          {"version", version},
          {"commit", commit},
          {"scenario", prepared.text}};
}

}  // namespace hansa
