#include <algorithm>

#include "analysis/explain/last_texts.hpp"
#include "analysis/report/page_numbers.hpp"
#include "analysis/report/page_parts.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_listed = 60;  // states of a conference

/// The numbers of the realizations of a result, at most `most_replayed`.
std::vector<std::uint32_t> first_realizations(const ResultSet& result) {
  std::vector<std::uint32_t> numbers;
  const Dimension* found = result.find_dimension("realization");
  const auto* labels = found == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&found->labels);
  if (labels == nullptr) return numbers;
  for (const std::int64_t label : *labels)
    if (numbers.size() < most_replayed) numbers.push_back(static_cast<std::uint32_t>(label));
  return numbers;
}

/// Whether the states that object are those of the result, in each of its first realizations.
bool is_same(const LastTexts& texts, const ResultSet& result, std::size_t n_states) {
  const std::vector<double> objects = numbers_of(result, "objects");
  std::size_t k = 0;
  for (const auto& realization : texts.objects)
    for (const std::vector<char>& states : realization)
      for (std::size_t i = 0; i < n_states; ++i, ++k)
        if (k >= objects.size() || (objects[k] != 0) != (i < states.size() && states[i] != 0)) return false;
  return true;
}

/// An objector as a row: state, realizations, then the numbers that `columns` names.
Json row_of(const Objector& objector, const std::string& code) {
  GainParts sum;
  std::vector<double> effort;
  for (const GainParts& issue : objector.parts) {
    for (const GainPart& part : gain_parts) sum.*part.value += issue.*part.value;
    effort.push_back(issue.effort);
  }
  Json row = {code, objector.n, rounded(objector.at_home), rounded(objector.gain),
              rounded(objector.bearable)};
  for (const GainPart& part : gain_parts) row.push_back(rounded(sum.*part.value));
  row.push_back(rounded(objector.payment));
  for (const double issue : effort) row.push_back(rounded(issue));
  return row;
}

Json columns(const std::vector<std::string>& issues) {
  Json names = {"state", "realizations", "at_home", "gain", "bearable"};
  for (const GainPart& part : gain_parts) names.push_back(part.name);
  names.push_back("payment");
  for (const std::string& issue : issues) names.push_back("effort_" + issue);
  return names;
}

Json objectors_of(const LastText& text, const std::vector<std::string>& codes) {
  std::vector<const Objector*> order;
  for (const Objector& objector : text.objectors) order.push_back(&objector);
  std::ranges::stable_sort(order, [](const Objector* a, const Objector* b) {
    return a->n != b->n ? a->n > b->n : a->gain < b->gain;
  });
  if (order.size() > most_listed) order.resize(most_listed);
  Json rows = Json::array();
  for (const Objector* objector : order) rows.push_back(row_of(*objector, codes[objector->row]));
  return rows;
}

/// Of the ceilings of states on an issue: who takes no level, the lowest ceilings, and how many take any level; null: the
/// issue is on no agenda.
Json limits_of(const std::vector<StateCeiling>& ceilings, const std::vector<std::string>& codes) {
  if (ceilings.empty()) return nullptr;
  std::vector<StateCeiling> order = ceilings;
  std::ranges::stable_sort(order, {}, [](const StateCeiling& one) { return one.level.value_or(-1.0); });
  Json none = Json::array(), levels = Json::array();
  std::size_t n_none = 0, n_any = 0;
  for (const auto& [row, level] : order) {
    if (!level) ++n_none;
    if (level && *level >= 1.0) ++n_any;
    if (!level && none.size() < most_listed) none.push_back(codes[row]);
    if (level && *level < 1.0 && levels.size() < most_listed) levels.push_back({codes[row], rounded(*level)});
  }
  return {{"states", order.size()},
          {"n_none", n_none},
          {"n_any", n_any},
          {"none", std::move(none)},
          {"levels", std::move(levels)}};
}

}  // namespace

Json why_part(const ResultSet& result, const PreparedScenario& prepared, std::size_t n_threads) {
  const std::vector<std::string> codes = names_along(result, "state"), issues = names_along(result, "issue");
  const std::vector<std::uint32_t> realizations = first_realizations(result);
  if (size_along(result, "conference") == 0 || realizations.empty()) return nullptr;
  const LastTexts texts = read_last_texts(prepared.facts, realizations, n_threads);
  Json json = {{"realizations", realizations.size()}};
  if (codes.size() != prepared.facts.n_states || !is_same(texts, result, codes.size())) {
    json["missing"] = true;
    return json;
  }
  json["columns"] = columns(issues);
  json["conferences"] = Json::array();
  for (const LastText& text : texts.conferences) {
    Json limits = Json::array();
    for (const auto& issue : text.ceilings) limits.push_back(limits_of(issue, codes));
    json["conferences"].push_back({{"objectors", objectors_of(text, codes)},
                                   {"n_objectors", text.objectors.size()},
                                   {"limits", std::move(limits)}});
  }
  return json;
}

}  // namespace hansa
