#include "sweeps/page/page_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/page_numbers.hpp"
#include "analysis/summary.hpp"
#include "scenarios/print/write_value.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/report/sensitivity_report.hpp"

namespace hansa {
namespace {

/// "a, b and c".
std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k)
    text += (k == 0 ? "" : k + 1 == words.size() ? " and " : ", ") + words[k];
  return text;
}

/// "0.15 [0.11, 0.20]", to about a tenth of the interval.
std::string with_interval(const Estimate& estimate, bool is_signed = false) {
  const double low = estimate.ci95.lo, high = estimate.ci95.hi;
  if (std::isnan(low)) return fmt::format("{:.3g}", estimate.value);
  const int digits = digits_within(low, high);
  return is_signed ? fmt::format("{0:+.{3}f} [{1:+.{3}f}, {2:+.{3}f}]", estimate.value, low, high, digits)
                   : fmt::format("{0:.{3}f} [{1:.{3}f}, {2:.{3}f}]", estimate.value, low, high, digits);
}

/// "0 to 1 in 11 values", "budget, hyperbolic or linear", "0 to 1".
std::string extent(const Sweep& sweep, std::size_t j) {
  const SweepParameter& parameter = sweep.parameters[j];
  constexpr std::size_t most_words = 4;
  const std::size_t n = parameter.values.size();
  if (parameter.number)
    return fmt::format("{:g} to {:g}{}", ends_of(sweep, j).least, ends_of(sweep, j).greatest,
                       n > 0 ? fmt::format(" in {} values", n) : "");
  if (n == 0 || n > most_words) return counted(n, "value");
  std::string text;
  for (std::size_t k = 0; k < n; ++k)
    text += (k == 0 ? "" : k + 1 == n ? " or " : ", ") + write_node(parameter.values[k]);
  return text;
}

/// "at COP15", "in 2020".
std::string where(const OutcomeName& name, const Sweep& sweep) {
  return name.conference.empty() ? fmt::format("in {}", sweep.reference.scenario.years.to)
                                 : "at " + name.conference;
}

/// "whether a text is adopted at COP15".
std::string in_words(const OutcomeName& name, const Sweep& sweep) {
  const std::string at = where(name, sweep);
  if (name.column == "adopted") return "whether a text is adopted " + at;
  if (name.column == "depth") return "the depth of the text adopted " + at;
  return (name.column == "networks" ? "the number of networks " : "the voice of networks ") + at;
}

/// The adoption that varies most over the design in the first arm; else the voice.
std::size_t main_outcome(const SweepFindings& found) {
  const std::string& first = found.plan.sweep.arms.front().name;
  std::size_t best = found.runs.names.size() - 1;
  double most = 0;
  for (const OutcomeEffects& one : found.sensitivity.found) {
    if (one.outcome.column != "adopted" || one.contrast != first || !(one.effects.variance.value > most))
      continue;
    most = one.effects.variance.value;
    best = static_cast<std::size_t>(std::find(found.runs.names.begin(), found.runs.names.end(), one.outcome) -
                                    found.runs.names.begin());
  }
  return best;
}

std::string percent(double share) { return fmt::format("{:.0f}\u00a0%", 100 * share); }

/// The mean over the design, and the least and greatest share by design point.
std::string of_adoption(const SweepFindings& found, std::size_t o) {
  const Sweep& sweep = found.plan.sweep;
  const auto blocks = blocks_of(found, o, {.arm = 0, .minus = {}});
  const Estimate mean = mean_over_design(found, *blocks);
  std::string text = fmt::format("A text is adopted {} in {} of all runs", where(found.runs.names[o], sweep),
                                 percent(mean.value));
  if (!std::isnan(mean.ci95.lo))
    text += fmt::format(" (95\u00a0% interval {:.0f} to {})", 100 * std::max(0.0, mean.ci95.lo),
                        percent(std::min(1.0, mean.ci95.hi)));
  double least = 2, greatest = -1;
  std::array<double, 2> of_least{}, of_greatest{};
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    double times = 0, n = 0;
    for (std::size_t r = 0; r < static_cast<std::size_t>(sweep.realizations); ++r) {
      const std::size_t run = (r * sweep.n_points + point) * sweep.arms.size();
      if (found.runs.done[run] == 0) continue;
      times += found.runs.values[o][run];
      ++n;
    }
    if (n == 0) continue;
    if (times / n < least) {
      least = times / n;
      of_least = wilson_interval(times, n);
    }
    if (times / n > greatest) {
      greatest = times / n;
      of_greatest = wilson_interval(times, n);
    }
  }
  return text + fmt::format("; by design point from {} ({:.0f} to {}) to {} ({:.0f} to {}).", percent(least),
                            100 * of_least[0], percent(of_least[1]), percent(greatest), 100 * of_greatest[0],
                            percent(of_greatest[1]));
}

/// The first parameters of the ranking whose effect is beyond chance.
std::optional<std::string> of_effects(const SweepFindings& found, std::size_t o) {
  constexpr std::size_t most_named = 2;
  const Sweep& sweep = found.plan.sweep;
  for (const OutcomeEffects& one : found.sensitivity.found) {
    if (!(one.outcome == found.runs.names[o]) || one.is_difference) continue;
    if (!nothing_to_rank(one).empty()) return std::nullopt;
    const std::size_t m = ranking_measure(one.effects.method);
    std::vector<std::string> named;
    for (const std::size_t j : ranking_of(one.effects)) {
      const Estimate& estimate = one.effects.by_parameter[j][m];
      if (named.size() == most_named || !estimate.is_beyond_chance()) break;
      named.push_back(fmt::format("{} ({} {})", sweep.parameters[j].path,
                                  measures_of(one.effects.method)[m].name, with_interval(estimate)));
    }
    if (named.empty()) return std::nullopt;
    return fmt::format("What moves {} most is {}{}.", in_words(one.outcome, sweep), named[0],
                       named.size() > 1 ? ", then " + named[1] : "");
  }
  return std::nullopt;
}

/// Where adoption crosses one half, and where the voice is greatest, along each parameter.
std::vector<std::string> of_places(const SweepFindings& found, std::size_t o) {
  constexpr std::size_t most_named = 2;
  const Sweep& sweep = found.plan.sweep;
  const auto blocks = blocks_of(found, o, {.arm = 0, .minus = {}});
  std::vector<std::string> sentences;
  for (const std::size_t j : parameters_that_matter(found, o, most_dials)) {
    if (!sweep.parameters[j].number || !blocks || sentences.size() == most_named) continue;
    const Curve curve = estimate_curve(found.rows, found.columns[j], *blocks, sweep.design != Design::Grid);
    const bool is_share = found.runs.names[o].column == "adopted";
    const Estimate& place = is_share ? curve.half : curve.peak;
    if (std::isnan(place.value) || std::isnan(place.ci95.lo) || (!is_share && !has_peak(curve))) continue;
    const std::string others = sweep.parameters.size() > 1 ? ", over the other parameters" : "";
    sentences.push_back(is_share ? fmt::format("Adoption {} crosses one half at {} = {}{}.",
                                               where(found.runs.names[o], sweep), sweep.parameters[j].path,
                                               with_interval(place), others)
                                 : fmt::format("The voice of networks is greatest at {} = {}{}.",
                                               sweep.parameters[j].path, with_interval(place), others));
  }
  return sentences;
}

/// What the first arm has more than another, over the design.
std::string of_arm(const SweepFindings& found, std::size_t o, std::size_t arm) {
  const Contrast contrast{.arm = 0, .minus = arm};
  const auto blocks = blocks_of(found, o, contrast);
  if (!blocks) return "";
  const Estimate mean = mean_over_design(found, *blocks);
  const bool is_share = found.runs.names[o].column == "adopted";
  return fmt::format("{}, {}: {} over the design{}.", name_of(contrast, found.plan.sweep),
                     is_share ? "share adopted " + where(found.runs.names[o], found.plan.sweep)
                              : in_words(found.runs.names[o], found.plan.sweep),
                     with_interval(mean, true),
                     !std::isnan(mean.ci95.lo) && !mean.is_beyond_chance() ? ", not told from zero" : "");
}

}  // namespace

std::string question_of(const SweepPlan& plan) {
  constexpr std::size_t most_named = 5;
  const Sweep& sweep = plan.sweep;
  std::vector<std::string> varied, arms;
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
    varied.push_back(fmt::format("{} ({})", sweep.parameters[j].path, extent(sweep, j)));
  for (const SweepArm& arm : sweep.arms) arms.push_back(arm.name);
  std::string text =
      varied.size() > most_named
          ? fmt::format("What changes when {} parameters vary together, each over its range", varied.size())
          : "What changes with " + listed(varied);
  if (arms.size() > 1) text += ", in the arms " + listed(arms);
  return text + fmt::format("? {} of {} with {} each are {}.", counted(sweep.n_points, "design point"),
                            sweep.reference.scenario.name,
                            sweep.arms.size() > 1 ? fmt::format("{} and {}", counted(arms.size(), "arm"),
                                                                counted(sweep.realizations, "realization"))
                                                  : counted(sweep.realizations, "realization"),
                            counted(plan.n_runs(), "run"));
}

std::vector<std::string> headline_of(const SweepFindings& found) {
  const Sweep& sweep = found.plan.sweep;
  const std::size_t o = main_outcome(found),
                    n_done = found.plan.n_runs() - found.runs.n_failed - found.runs.n_missing;
  if (n_done == 0) return {"No run is done yet."};
  std::vector<std::string> sentences;
  const auto blocks = blocks_of(found, o, {.arm = 0, .minus = {}});
  if (blocks && found.runs.names[o].column == "adopted") sentences.push_back(of_adoption(found, o));
  if (const auto text = of_effects(found, o)) sentences.push_back(*text);
  for (std::string& sentence : of_places(found, o)) sentences.push_back(std::move(sentence));
  constexpr std::size_t most_arms = 3;
  for (std::size_t arm = 1; arm < std::min(most_arms, sweep.arms.size()); ++arm)
    if (std::string text = of_arm(found, o, arm); !text.empty()) sentences.push_back(std::move(text));
  if (sentences.empty() && blocks)
    sentences.push_back(fmt::format("Over the design {} is {} on average.",
                                    in_words(found.runs.names[o], sweep),
                                    with_interval(mean_over_design(found, *blocks))));
  if (found.runs.n_missing + found.runs.n_failed > 0)
    sentences.push_back(fmt::format("Of {} {} are still missing and {} failed.",
                                    counted(found.plan.n_runs(), "run"), found.runs.n_missing,
                                    found.runs.n_failed));
  return sentences;
}

}  // namespace hansa
