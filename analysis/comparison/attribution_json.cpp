#include "analysis/comparison/attribution_json.hpp"

#include <nlohmann/json.hpp>

#include "analysis/comparison/comparison_json.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json contributions_json(const Attribution& attribution, const Contributions& one) {
  Json json = {{"metric", one.metric}};
  if (!one.conference.empty()) json.update({{"conference", one.conference}, {"year", one.year}});
  json["parts"] = Json::object();
  for (std::size_t k = 0; k < one.parts.size(); ++k)
    json["parts"][attribution.parts[k]] = difference_json(one.parts[k]);
  json["sum"] = difference_json(one.sum);
  json["together"] = difference_json(one.together);
  json["remainder"] = difference_json(one.remainder);
  return json;
}

}  // namespace

Json attribution_json(const Attribution& attribution) {
  Json json = {{"attribution", Json::array()}, {"mean_attribution", Json::array()}};
  for (const Contributions& one : attribution.conferences)
    json["attribution"].push_back(contributions_json(attribution, one));
  for (const Contributions& one : attribution.mean_conference)
    json["mean_attribution"].push_back(contributions_json(attribution, one));
  return json;
}

}  // namespace hansa
