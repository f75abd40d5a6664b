#include "analysis/history/history_report.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "analysis/json_value.hpp"
#include "support/text/json_text.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// A score of the model beside those of naive predictions.
struct Verdict {
  std::string name;
  Score model;
  std::vector<Baseline> baselines;
  bool low_is_good = false;
};

std::vector<Verdict> verdicts_of(const History& history) {
  const ConferenceScores& conferences = history.conferences;
  std::vector<Verdict> verdicts = {
      {"conferences: Brier score", conferences.brier, conferences.brier_baselines, true},
      {"conferences: log score", conferences.log, conferences.log_baselines, true},
      {fmt::format("votes at {}: AUC of not yes", history.votes.conference), history.votes.not_yes,
       history.votes.baselines}};
  for (const RelationScores& one : history.relations) {
    verdicts.push_back({fmt::format("conflicts {}-{}: AUC", one.from, one.to), one.distance, one.baselines});
    verdicts.push_back({fmt::format("objections {}-{}: Spearman", one.from, one.to), one.objecting,
                        one.objecting_baselines});
  }
  for (const TreatyScores& one : history.ratification)
    verdicts.push_back({one.treaty + ": Spearman of dates", one.order, one.baselines});
  return verdicts;
}

/// The baselines that the model does not beat: one without a defined score beats nothing, and is beaten by any.
std::vector<std::string> not_beaten(const Verdict& verdict) {
  std::vector<std::string> names;
  for (const Baseline& one : verdict.baselines) {
    const double lead = (verdict.low_is_good ? -1 : 1) * (verdict.model.value - one.score.value);
    if (!(lead > 0) && !std::isnan(one.score.value)) names.push_back(one.name);
  }
  return names;
}

/// Whether the model has a score, better than each naive one.
bool beats_all(const Verdict& verdict) {
  return !std::isnan(verdict.model.value) && not_beaten(verdict).empty();
}

std::string answer_of(const Verdict& verdict) {
  if (beats_all(verdict)) return "yes";
  const std::vector<std::string> ahead = not_beaten(verdict);
  return ahead.empty() ? "-" : fmt::format("NO: {}", fmt::join(ahead, ", "));
}

Json interval_json(const Interval& interval) { return {or_null(interval.lo), or_null(interval.hi)}; }

/// Members NAME and NAME_ci95.
void add_score(Json& json, const std::string& name, const Score& score) {
  json[name] = or_null(score.value);
  json[name + "_ci95"] = interval_json(score.ci95);
}

Json baselines_json(const std::vector<Baseline>& baselines) {
  Json json = Json::object();
  for (const Baseline& one : baselines)
    json[one.name] = {{"value", or_null(one.score.value)}, {"ci95", interval_json(one.score.ci95)}};
  return json;
}

Json or_never(double year) { return std::isinf(year) ? Json(nullptr) : or_null(year); }

Json date_json(const std::optional<Date>& date) { return date ? Json(to_text(*date)) : Json(nullptr); }

Json conferences_json(const ConferenceScores& scores) {
  Json json = {{"n", scores.brier.n}};
  add_score(json, "brier", scores.brier);
  for (const Baseline& one : scores.brier_baselines) add_score(json, "brier_" + one.name, one.score);
  add_score(json, "log", scores.log);
  for (const Baseline& one : scores.log_baselines) add_score(json, "log_" + one.name, one.score);
  json["calibration"] = Json::array();
  for (const CalibrationBin& bin : scores.calibration)
    json["calibration"].push_back({{"from", bin.lo},
                                   {"to", bin.hi},
                                   {"n", bin.n},
                                   {"predicted", bin.predicted},
                                   {"happened", bin.happened}});
  add_score(json, "depth_auc", scores.depth_auc);
  add_score(json, "depth_year_spearman", scores.depth_and_year);
  json["forecasts"] = Json::array();
  for (const ConferenceForecast& one : scores.forecasts)
    json["forecasts"].push_back({{"id", one.conference.id},
                                 {"year", one.conference.year},
                                 {"scenario", one.conference.scenario},
                                 {"outcome", name_of(one.conference.ending)},
                                 {"adopted", one.adopted},
                                 {"depth", or_null(one.depth)}});
  return json;
}

Json votes_json(const VoteScores& scores) {
  Json json = {{"conference", scores.conference}, {"scenario", scores.scenario},
               {"n", scores.not_yes.n},           {"no", scores.n_no},
               {"not_yes", scores.n_not_yes},     {"predicted", scores.predicted}};
  add_score(json, "auc_no", scores.no);
  add_score(json, "auc_not_yes", scores.not_yes);
  json["baselines"] = baselines_json(scores.baselines);
  return json;
}

Json relations_json(const RelationScores& scores) {
  Json json = {
      {"from", scores.from}, {"to", scores.to}, {"n", scores.distance.n}, {"conflicts", scores.n_conflicts}};
  add_score(json, "auc", scores.distance);
  json["baselines"] = baselines_json(scores.baselines);
  add_score(json, "objecting_rho", scores.objecting);
  json["objecting_baselines"] = baselines_json(scores.objecting_baselines);
  return json;
}

Json treaty_json(const TreatyScores& scores) {
  Json json = {{"treaty", scores.treaty},
               {"scenario", scores.scenario},
               {"n", scores.n_joined},
               {"spearman", or_null(scores.order.value)},
               {"ci95", interval_json(scores.order.ci95)}};
  add_score(json, "concordance", scores.pairs);
  json["baseline_spearman"] =
      scores.baselines.empty() ? Json(nullptr) : or_null(scores.baselines[0].score.value);
  json["baselines"] = baselines_json(scores.baselines);
  json["threshold_met"] = date_json(scores.threshold_met);
  json["in_force"] = {{"real", scores.in_force ? Json(years_of(*scores.in_force)) : Json(nullptr)},
                      {"replayed", date_json(scores.replayed)},
                      {"median", or_never(scores.median)},
                      {"lo", or_never(scores.lo)},
                      {"hi", or_never(scores.hi)}};
  json["parties"] = Json::array();
  for (const PartiesInYear& one : scores.parties)
    json["parties"].push_back({{"year", one.year}, {"actual", one.actual}, {"predicted", one.predicted}});
  return json;
}

std::string number(double value) { return std::isnan(value) ? "-" : fmt::format("{:.2f}", value); }

std::string with_interval(const Score& score) {
  return fmt::format("{} [{}, {}]", number(score.value), number(score.ci95.lo), number(score.ci95.hi));
}

std::string year_text(double year) {
  return std::isnan(year) ? "-" : std::isinf(year) ? "never" : fmt::format("{:.1f}", year);
}

std::string years_text(double from, double to) {
  return std::isnan(from) ? "-" : year_text(from) + " to " + year_text(to);
}

std::string date_text(const std::optional<Date>& date) { return date ? to_text(*date) : "-"; }

Text verdict_table(const std::vector<Verdict>& verdicts) {
  TextRows rows = {{"score", "n", "model", "naive", "beaten"}};
  for (const Verdict& one : verdicts) {
    std::string naive;
    for (const Baseline& baseline : one.baselines)
      naive += fmt::format("{}{} {}", naive.empty() ? "" : ", ", baseline.name, number(baseline.score.value));
    rows.push_back({one.name, std::to_string(one.model.n), with_interval(one.model), naive, answer_of(one)});
  }
  TextTable table = table_of(rows, Numbers::Right, {0, 3, 1, 2, 0});
  table.columns.back().least = 12;
  for (std::size_t k = 0; k < verdicts.size(); ++k)
    table.rows[k].back().tone = beats_all(verdicts[k])            ? Tone::Good
                                : not_beaten(verdicts[k]).empty() ? Tone::Quiet
                                                                  : Tone::Bad;
  return table;
}

Text conferences_text(const ConferenceScores& scores) {
  Text text = fmt::format("\nConferences: {} with a text to adopt\n", scores.forecasts.size());
  TextRows rows;
  for (const CalibrationBin& bin : scores.calibration)
    rows.push_back({fmt::format("  expected {:.2f} to {:.2f}", bin.lo, bin.hi),
                    fmt::format("{} conferences", bin.n), fmt::format("mean {:.2f}", bin.predicted),
                    fmt::format("adopted {:.2f}", bin.happened)});
  text += align(rows);
  for (const ConferenceForecast& one : scores.forecasts) {
    const bool succeeded = one.conference.ending == Ending::Adopted;
    if (std::abs(one.adopted - (succeeded ? 1 : 0)) > 0.5)
      text += fmt::format("  missed: {} ({}), {}, expected {:.2f}\n", one.conference.id, one.conference.year,
                          name_of(one.conference.ending), one.adopted);
  }
  return text +
         fmt::format(
             "  depth of soft COPs: those of note against others, AUC {}; with the year, Spearman {}\n",
             with_interval(scores.depth_auc), with_interval(scores.depth_and_year));
}

/// How many treaties entered into force within the model's interval.
std::string inside_text(const std::vector<TreatyScores>& treaties) {
  int inside = 0, n = 0;
  for (const TreatyScores& one : treaties) {
    if (!one.in_force || std::isnan(one.median)) continue;
    ++n;
    inside += years_of(*one.in_force) >= one.lo && years_of(*one.in_force) <= one.hi ? 1 : 0;
  }
  return fmt::format("  the actual date is inside the interval for {} of {}\n", inside, n);
}

/// Parties of the treaties that the model negotiates, some years after adoption.
std::string parties_text(const std::vector<TreatyScores>& treaties) {
  std::string text;
  for (const TreatyScores& one : treaties) {
    if (one.scenario == "any-treaty") continue;
    std::vector<std::string> years;
    for (const std::size_t k : {1U, 3U, 4U, 5U, 8U, 12U})
      if (k < one.parties.size())
        years.push_back(fmt::format("{}: {:.0f} ({})", one.parties[k].year, one.parties[k].predicted,
                                    one.parties[k].actual));
    text += fmt::format("  parties of {}, in brackets the actual: {}\n", one.treaty, fmt::join(years, ", "));
  }
  return text;
}

Text treaties_text(const std::vector<TreatyScores>& treaties) {
  TextRows rows = {{"treaty", "scenario", "joined", "concordance", "model", "5 % to 95 %", "threshold met",
                    "replayed", "actual"}};
  for (const TreatyScores& one : treaties)
    rows.push_back({one.treaty, one.scenario, std::to_string(one.n_joined), with_interval(one.pairs),
                    year_text(one.median), years_text(one.lo, one.hi), date_text(one.threshold_met),
                    date_text(one.replayed), date_text(one.in_force)});
  return "\n" +
         paragraph(
             "Treaties, each played with a hazard of joining that was fitted to all others: entry into "
             "force in the model, by the threshold applied to the actual dates, and in fact") +
         align(rows, Numbers::Right, {0, 5, 4, 3, 0, 1, 6, 6, 0}) + inside_text(treaties) +
         parties_text(treaties);
}

std::string votes_text(const VoteScores& scores) {
  return fmt::format(
      "\nVotes at {} ({}): {} no, {} not yes of {}; the model has {:.1f} objectors\n  AUC of no {}, of not "
      "yes {}\n",
      scores.conference, scores.scenario, scores.n_no, scores.n_not_yes, scores.not_yes.n, scores.predicted,
      with_interval(scores.no), with_interval(scores.not_yes));
}

}  // namespace

std::string history_json(const History& history) {
  Json json = {{"conferences", conferences_json(history.conferences)}, {"votes", votes_json(history.votes)}};
  json["relations"] = history.relations.empty() ? Json(nullptr) : relations_json(history.relations.front());
  if (!history.relations.empty()) {
    json["relations"]["periods"] = Json::array();
    for (std::size_t k = 1; k < history.relations.size(); ++k)
      json["relations"]["periods"].push_back(relations_json(history.relations[k]));
  }
  json["ratification"] = Json::array();
  for (const TreatyScores& one : history.ratification) json["ratification"].push_back(treaty_json(one));
  json["usa_joins_kyoto"] = {{"share", or_null(history.usa_joins_kyoto.value)},
                             {"ci95", interval_json(history.usa_joins_kyoto.ci95)},
                             {"n", history.usa_joins_kyoto.n}};
  json["unknown_states"] = history.unknown_states;
  json["not_better"] = Json::array();
  for (const Verdict& one : verdicts_of(history))
    for (const std::string& baseline : not_beaten(one))
      json["not_better"].push_back({{"score", one.name}, {"than", baseline}});
  return json_text(json);
}

Text history_text(const History& history) {
  const std::vector<Verdict> verdicts = verdicts_of(history);
  const auto n_beaten = std::count_if(verdicts.begin(), verdicts.end(), beats_all);
  return Text("The model against history: 95 % intervals from a bootstrap of the cases\n\n") +
         verdict_table(verdicts) +
         fmt::format("\nThe model beats every naive prediction on {} of {} scores.\n", n_beaten,
                     verdicts.size()) +
         conferences_text(history.conferences) + votes_text(history.votes) +
         fmt::format("\nThe United States join Kyoto in {} of the runs that adopt it; they did not\n",
                     with_interval(history.usa_joins_kyoto)) +
         treaties_text(history.ratification);
}

}  // namespace hansa
