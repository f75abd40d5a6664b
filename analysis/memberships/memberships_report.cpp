#include "analysis/memberships/memberships_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/json_text.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

std::string interval_text(const Interval& ci95, int n_digits) {
  return std::isnan(ci95.lo) ? "" : fmt::format("[{:.{}f}, {:.{}f}]", ci95.lo, n_digits, ci95.hi, n_digits);
}

std::string with_interval(const Score& score, int n_digits = 3) {
  if (std::isnan(score.value)) return "-";
  return fmt::format("{:.{}f} {}", score.value, n_digits, interval_text(score.ci95, n_digits));
}

/// A value and its interval, as `name` and `name_ci95`.
void add(Json& json, const std::string& name, double value, const Interval& ci95) {
  json[name] = or_null(value);
  json[name + "_ci95"] = {or_null(ci95.lo), or_null(ci95.hi)};
}

void add(Json& json, const std::string& name, const Score& score) {
  add(json, name, score.value, score.ci95);
}

/// The networks left out, by where their members are.
std::array<std::pair<const char*, const LeftOutNetworks*>, 3> places(const MembershipBacktest& found) {
  return {{{"world", &found.world}, {"europe", &found.europe}, {"elsewhere", &found.elsewhere}}};
}

Text coefficients_text(const MembershipBacktest& found) {
  TextRows rows = {{"weight of a city in a network", "half", "95 % interval", "all cities", "95 % interval"}};
  for (const Pull pull : model_pulls)
    rows.push_back({std::string(name_of(pull)), fmt::format("{:.3f}", found.half.coefficient[pull]),
                    interval_text(found.half.ci95[pull], 2),
                    fmt::format("{:.3f}", found.all.coefficient[pull]),
                    interval_text(found.all.ci95[pull], 2)});
  const auto add = [&](const char* name, const Dispersion& half, const Dispersion& all) {
    rows.push_back({name, fmt::format("{:.3f}", half.alpha), interval_text(half.ci95, 2),
                    fmt::format("{:.3f}", all.alpha), interval_text(all.ci95, 2)});
  };
  add("alpha, variance of cities' own factors", found.half_spread.world, found.all_spread.world);
  add("  of those in Europe", found.half_spread.europe, found.all_spread.europe);
  add("  of those elsewhere", found.half_spread.elsewhere, found.all_spread.elsewhere);
  return align(rows, Numbers::Right, {0, 0, 0, 1, 2});
}

Text scores_text(const MembershipBacktest& found) {
  TextRows rows = {
      {"cities held out", "log loss", "AUC pooled", "within a network", "in Europe", "elsewhere"}};
  for (const HeldOutScores& one : found.held_out)
    rows.push_back({one.name, with_interval(one.scores.log_loss, 4), with_interval(one.scores.pooled),
                    with_interval(one.scores.within), with_interval(one.scores.europe),
                    with_interval(one.scores.elsewhere)});
  const PairScores& last = found.held_out.back().scores;
  rows.push_back({"fit less capacity x home rule", "", "", with_interval(found.lead),
                  with_interval(found.lead_europe), with_interval(found.lead_elsewhere)});
  rows.push_back({"networks", "", "", std::to_string(last.within.n), std::to_string(last.europe.n),
                  std::to_string(last.elsewhere.n)});
  return align(rows, Numbers::Right, {0, 3, 4, 0, 1, 2});
}

Text left_out_text(const MembershipBacktest& found) {
  TextRows rows = {{"networks left out, AUC within", "n", "fit", "with propensity", "gain"}};
  for (const auto& [name, networks] : places(found))
    rows.push_back({name, std::to_string(networks->fit.n), with_interval(networks->fit),
                    with_interval(networks->propensity), with_interval(networks->gain)});
  return align(rows, Numbers::Right, {0, 3, 0, 2, 1});
}

Text drawn_text(const MembershipBacktest& found) {
  TextRows rows = {{"cities held out", "", "census", "drawn", "95 % of draws", "", ""}};
  for (const Drawn& one : found.drawn)
    rows.push_back({std::string(one.of), std::string(one.figure), fmt::format("{:.2f}", one.census),
                    fmt::format("{:.2f}", one.drawn), interval_text(one.ci95, 2),
                    one.close() ? "" : "off by more than 15 %", one.inside() ? "" : "outside"});
  return align(rows, Numbers::Right, {0, 0, 0, 0, 2, 1, 1});
}

/// How many of the figures drawn are near the census by each yardstick.
std::ptrdiff_t n_close(const MembershipBacktest& found) {
  return std::count_if(found.drawn.begin(), found.drawn.end(), [](const Drawn& d) { return d.close(); });
}
std::ptrdiff_t n_inside(const MembershipBacktest& found) {
  return std::count_if(found.drawn.begin(), found.drawn.end(), [](const Drawn& d) { return d.inside(); });
}

}  // namespace

std::string memberships_json(const MembershipBacktest& found) {
  Json json = {{"cities", found.n_cities},
               {"held_out", found.n_held},
               {"networks", found.n_networks},
               {"memberships", found.n_memberships},
               {"terms", Json::array()}};
  for (const Pull pull : model_pulls) {
    Json term = {{"name", name_of(pull)}};
    add(term, "half", found.half.coefficient[pull], found.half.ci95[pull]);
    add(term, "all", found.all.coefficient[pull], found.all.ci95[pull]);
    json["terms"].push_back(std::move(term));
  }
  const auto add_spread = [&](const char* place, const Dispersion& half, const Dispersion& all) {
    add(json["spread"][place], "half", half.alpha, half.ci95);
    add(json["spread"][place], "all", all.alpha, all.ci95);
  };
  add_spread("world", found.half_spread.world, found.all_spread.world);
  add_spread("europe", found.half_spread.europe, found.all_spread.europe);
  add_spread("elsewhere", found.half_spread.elsewhere, found.all_spread.elsewhere);
  json["scores"] = Json::array();
  for (const HeldOutScores& one : found.held_out) {
    Json row = {{"name", one.name}};
    add(row, "log_loss", one.scores.log_loss);
    add(row, "pooled", one.scores.pooled);
    add(row, "within", one.scores.within);
    add(row, "europe", one.scores.europe);
    add(row, "elsewhere", one.scores.elsewhere);
    json["scores"].push_back(std::move(row));
  }
  add(json["lead"], "within", found.lead);
  add(json["lead"], "europe", found.lead_europe);
  add(json["lead"], "elsewhere", found.lead_elsewhere);
  json["left_out"] = Json::array();
  for (const auto& [name, networks] : places(found)) {
    Json row = {{"name", name}, {"n", networks->fit.n}};
    add(row, "fit", networks->fit);
    add(row, "propensity", networks->propensity);
    add(row, "gain", networks->gain);
    json["left_out"].push_back(std::move(row));
  }
  json["drawn"] = Json::array();
  for (const Drawn& one : found.drawn)
    json["drawn"].push_back({{"of", one.of},
                             {"figure", one.figure},
                             {"census", or_null(one.census)},
                             {"drawn", or_null(one.drawn)},
                             {"ci95", {or_null(one.ci95.lo), or_null(one.ci95.hi)}},
                             {"close", one.close()},
                             {"inside", one.inside()}});
  json["drawn_close"] = n_close(found);
  json["drawn_inside"] = n_inside(found);
  return json_text(json);
}

Text memberships_text(const MembershipBacktest& found) {
  return fmt::format(
             "Which cities join which networks: {} memberships of {} cities in {} networks, {} cities held "
             "out\n\n",
             found.n_memberships, found.n_cities, found.n_networks, found.n_held) +
         coefficients_text(found) +
         "\nFitted to one half of the cities, beside naive predictions fitted to the same half\n" +
         scores_text(found) + "\nEach network predicted by the fit to all others\n" + left_out_text(found) +
         fmt::format(
             "\nDrawn by the weights of the half and factors of cities, {} times, beside the census\n",
             n_draws) +
         drawn_text(found) +
         fmt::format(
             "Of {} figures {} are drawn within 15 % of the census; for {} the census is within 95 % of "
             "the draws\n",
             found.drawn.size(), n_close(found), n_inside(found));
}

}  // namespace hansa
