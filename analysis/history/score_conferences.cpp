#include <algorithm>
#include <cmath>

#include "analysis/history/history.hpp"

namespace hansa {
namespace {

/// Fills base_rate and last_outcome of forecasts in the order of time: the share of the other conferences that succeed,
/// and what the one before did.
void predict_naively(std::vector<ConferenceForecast>& forecasts) {
  double n_adopted = 0;
  for (const ConferenceForecast& one : forecasts) n_adopted += one.conference.ending == Ending::Adopted;
  const double n_others = static_cast<double>(forecasts.size()) - 1;
  for (std::size_t k = 0; k < forecasts.size(); ++k) {
    const double own = forecasts[k].conference.ending == Ending::Adopted ? 1 : 0;
    forecasts[k].base_rate = n_others > 0 ? (n_adopted - own) / n_others : 0.5;
    forecasts[k].last_outcome =
        k > 0 ? (forecasts[k - 1].conference.ending == Ending::Adopted ? 1.0 : 0.0) : forecasts[k].base_rate;
  }
}

std::vector<double> column(const std::vector<ConferenceForecast>& forecasts, double ConferenceForecast::*of) {
  std::vector<double> values;
  for (const ConferenceForecast& one : forecasts) values.push_back(one.*of);
  return values;
}

std::vector<CalibrationBin> calibrate(const std::vector<double>& predicted,
                                      const std::vector<char>& happened) {
  std::vector<CalibrationBin> bins = {{0, 1.0 / 3}, {1.0 / 3, 2.0 / 3}, {2.0 / 3, 1}};
  for (std::size_t k = 0; k < predicted.size(); ++k) {
    CalibrationBin& bin = bins[std::min<std::size_t>(2, static_cast<std::size_t>(predicted[k] * 3))];
    bin.predicted += predicted[k];
    bin.happened += happened[k] ? 1 : 0;
    ++bin.n;
  }
  std::erase_if(bins, [](const CalibrationBin& bin) { return bin.n == 0; });
  for (CalibrationBin& bin : bins) {
    bin.predicted /= static_cast<double>(bin.n);
    bin.happened /= static_cast<double>(bin.n);
  }
  return bins;
}

void score_depth(const std::vector<ConferenceForecast>& soft, std::uint64_t seed, ConferenceScores& scores) {
  std::vector<double> depth, year;
  std::vector<char> of_note;
  for (const ConferenceForecast& one : soft) {
    depth.push_back(one.depth);
    year.push_back(one.conference.year);
    of_note.push_back(one.conference.ending == Ending::Adopted ? 1 : 0);
  }
  scores.depth_auc = score_of<char>(auc, depth, of_note, seed);
  scores.depth_and_year = score_of<double>(spearman, depth, year, seed);
}

}  // namespace

ConferenceScores score_conferences(const std::vector<PlayedConference>& conferences, Plays& plays,
                                   std::uint64_t seed) {
  ConferenceScores scores;
  std::vector<ConferenceForecast> soft;
  for (const PlayedConference& conference : conferences) {
    const Played& played = plays.of(conference.scenario);
    const std::size_t row = played.conference(conference.name);
    const ConferenceForecast forecast{
        .conference = conference, .adopted = played.adopted(row), .depth = played.depth(row)};
    if (conference.soft && conference.id.starts_with("COP") && !std::isnan(forecast.depth))
      soft.push_back(forecast);
    if (conference.ending != Ending::None) scores.forecasts.push_back(forecast);
  }
  predict_naively(scores.forecasts);
  std::vector<char> happened;
  for (const ConferenceForecast& one : scores.forecasts)
    happened.push_back(one.conference.ending == Ending::Adopted ? 1 : 0);
  const auto score = [&](double (*statistic)(std::span<const double>, std::span<const char>),
                         double ConferenceForecast::*of) {
    return score_of<char>(statistic, column(scores.forecasts, of), happened, seed);
  };
  scores.brier = score(brier_score, &ConferenceForecast::adopted);
  scores.log = score(log_score, &ConferenceForecast::adopted);
  scores.brier_baselines = {{"base_rate", score(brier_score, &ConferenceForecast::base_rate)},
                            {"last_outcome", score(brier_score, &ConferenceForecast::last_outcome)}};
  scores.log_baselines = {{"base_rate", score(log_score, &ConferenceForecast::base_rate)},
                          {"last_outcome", score(log_score, &ConferenceForecast::last_outcome)}};
  scores.calibration = calibrate(column(scores.forecasts, &ConferenceForecast::adopted), happened);
  score_depth(soft, seed, scores);
  return scores;
}

}  // namespace hansa
