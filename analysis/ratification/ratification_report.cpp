#include "analysis/ratification/ratification_report.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/json_text.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const Interval& interval) { return {or_null(interval.lo), or_null(interval.hi)}; }

Json mean_json(const MeanForecast& mean) {
  return {{"n", mean.order.n},
          {"spearman", or_null(mean.order.value)},
          {"spearman_ci95", interval_json(mean.order.ci95)},
          {"habit", or_null(mean.habit.value)},
          {"democracy", or_null(mean.democracy.value)},
          {"lead", or_null(mean.lead.value)},
          {"lead_ci95", interval_json(mean.lead.ci95)}};
}

std::string number(double value) { return std::isnan(value) ? "-" : fmt::format("{:.2f}", value); }

std::string with_interval(double value, const Interval& ci95) {
  return fmt::format("{} [{}, {}]", number(value), number(ci95.lo), number(ci95.hi));
}

std::string with_interval(const Score& score) { return with_interval(score.value, score.ci95); }

Text coefficients_text(const HazardFit& fit) {
  TextRows rows = {{"ratification.", "coefficient", "95 % interval"}};
  const auto add = [&](std::string_view name, double value, const Interval& ci95) {
    rows.push_back({std::string(name), fmt::format("{:.4f}", value),
                    std::isnan(ci95.lo) ? "" : fmt::format("[{:.2f}, {:.2f}]", ci95.lo, ci95.hi)});
  };
  add("constant", fit.constant, fit.constant_ci95);
  for (const Term term : model_terms) add(name_of(term), fit.coefficient[term], fit.ci95[term]);
  add("spread", fit.spread, {});
  return align(rows);
}

std::string home_text(const HazardFit& fit) {
  const Interval& ci95 = fit.ci95[Term::HomePressure];
  const bool seen = ci95.lo > 0 || ci95.hi < 0;
  return fmt::format("\nCities' pressure at home, added to these: {}{}\n",
                     with_interval(fit.coefficient[Term::HomePressure], ci95),
                     seen ? "" : ", not distinguishable from zero");
}

Json terms_json(const HazardFit& fit, std::span<const Term> terms) {
  Json json = Json::array();
  for (const Term term : terms)
    json.push_back({{"name", name_of(term)},
                    {"coefficient", fit.coefficient[term]},
                    {"ci95", interval_json(fit.ci95[term])}});
  return json;
}

Json added_json(const AddedTerms& added) {
  return {{"terms", terms_json(added.fit, added.terms)},
          {"left_out",
           {{"log_likelihood", or_null(added.log_likelihood.value)},
            {"log_likelihood_ci95", interval_json(added.log_likelihood.ci95)},
            {"spearman", or_null(added.order.value)},
            {"spearman_ci95", interval_json(added.order.ci95)}}}};
}

/// A row a term, a column a set of added terms.
Text veto_players_text(const std::vector<AddedTerms>& sets) {
  TextRows rows = {{"veto players of the year, added", "by themselves", "and where joining is costly"}};
  for (const Term term : sets.back().terms) {
    rows.push_back({std::string(name_of(term))});
    for (const AddedTerms& added : sets) {
      const bool has = std::find(added.terms.begin(), added.terms.end(), term) != added.terms.end();
      rows.back().push_back(has ? with_interval(added.fit.coefficient[term], added.fit.ci95[term]) : "");
    }
  }
  rows.push_back({"treaties left out: log likelihood"});
  for (const AddedTerms& added : sets) rows.back().push_back(with_interval(added.log_likelihood));
  rows.push_back({"treaties left out: Spearman"});
  for (const AddedTerms& added : sets) rows.back().push_back(with_interval(added.order));
  return "\n" + align(rows);
}

Text forecasts_text(const RatificationBacktest& found) {
  TextRows rows = {{"treaty left out", "n", "Spearman of dates", "habit", "democracy", "concordance"}};
  for (const TreatyForecast& one : found.treaties)
    rows.push_back({one.treaty, std::to_string(one.order.n), with_interval(one.order),
                    number(one.habit.value), number(one.democracy.value), with_interval(one.pairs)});
  const auto add = [&](const char* name, const MeanForecast& mean) {
    rows.push_back({name, std::to_string(mean.order.n), with_interval(mean.order), number(mean.habit.value),
                    number(mean.democracy.value), ""});
  };
  add("mean", found.all);
  add("mean, climate and ozone", found.atmosphere);
  return align(rows, Numbers::Right, {0, 4, 0, 1, 2, 3});
}

}  // namespace

std::string ratification_json(const RatificationBacktest& found) {
  const HazardFit& fit = found.fit;
  Json json = {{"n", fit.n_rows},
               {"joined", fit.n_joined},
               {"treaties", fit.constants.size()},
               {"constant", fit.constant},
               {"constant_ci95", interval_json(fit.constant_ci95)},
               {"spread", fit.spread},
               {"terms", terms_json(fit, model_terms)}};
  const HazardFit& home = found.with_home_pressure;
  json["home_pressure"] = {{"coefficient", home.coefficient[Term::HomePressure]},
                           {"ci95", interval_json(home.ci95[Term::HomePressure])}};
  json["veto_players"] = Json::array();
  for (const AddedTerms& added : found.veto_players) json["veto_players"].push_back(added_json(added));
  json["left_out"] = Json::array();
  for (const TreatyForecast& one : found.treaties)
    json["left_out"].push_back({{"treaty", one.treaty},
                                {"n", one.order.n},
                                {"spearman", or_null(one.order.value)},
                                {"spearman_ci95", interval_json(one.order.ci95)},
                                {"habit", or_null(one.habit.value)},
                                {"democracy", or_null(one.democracy.value)},
                                {"concordance", or_null(one.pairs.value)},
                                {"concordance_ci95", interval_json(one.pairs.ci95)}});
  json["mean"] = mean_json(found.all);
  json["mean_atmosphere"] = mean_json(found.atmosphere);
  return json_text(json);
}

Text ratification_text(const RatificationBacktest& found) {
  return fmt::format("Who joins a treaty when: {} states joined {} treaties, {} months at risk\n\n",
                     found.fit.n_joined, found.fit.constants.size(), found.fit.n_rows) +
         coefficients_text(found.fit) + home_text(found.with_home_pressure) +
         veto_players_text(found.veto_players) +
         "\nEach treaty predicted by the fit to all others, beside what was known when it opened\n" +
         forecasts_text(found) +
         fmt::format("\nOver habit alone the fit gains {} on average, {} on climate and ozone\n",
                     with_interval(found.all.lead), with_interval(found.atmosphere.lead));
}

}  // namespace hansa
