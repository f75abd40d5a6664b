#include "sweeps/page/page_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/page_numbers.hpp"
#include "analysis/summary.hpp"
#include "scenarios/print/write_value.hpp"
#include "support/text/numeral.hpp"
#include "sweeps/page/parameter_words.hpp"
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

/// The same of a place on a curve's axis: "0.9 [0.8, beyond 1]".
std::string place_in_words(const Estimate& place, const Curve& curve) {
  const auto [cut, is_from_below, is_to_above] = within_range(place, curve);
  std::string text = with_interval(cut);
  if (is_to_above) text.insert(text.rfind(' ') + 1, "beyond ");
  if (is_from_below) text.insert(text.find('[') + 1, "beyond ");
  return text;
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

/// "the share adopted at COP15".
std::string noun_of(const OutcomeName& name, const Sweep& sweep) {
  const std::string at = where(name, sweep);
  if (name.column == "adopted") return "the share adopted " + at;
  if (name.column == "depth") return "the depth of the text adopted " + at;
  return (name.column == "networks" ? "the number of networks " : "the voice of networks ") + at;
}

std::string percent(double share) { return fmt::format("{:.0f}\u00a0%", 100 * share); }

/// The mean over the design, and the least and greatest share by design point; empty: no run of the first arm is done.
std::string of_adoption(const SweepFindings& found, std::size_t o) {
  const Sweep& sweep = found.plan.sweep;
  const auto blocks = blocks_of(found, o, {.arm = 0, .minus = {}});
  const Estimate mean = mean_over_design(found, *blocks);
  if (std::isnan(mean.value)) return "";
  std::string text = fmt::format("A text is adopted {} in {} of all runs", where(found.runs.names[o], sweep),
                                 percent(mean.value));
  if (!std::isnan(mean.ci95.lo))
    text += fmt::format(" (95\u00a0% interval {:.0f} to {})", 100 * mean.ci95.lo, percent(mean.ci95.hi));
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

/// "42 % [38, 46]".
std::string as_share(const Estimate& estimate) {
  if (std::isnan(estimate.ci95.lo)) return percent(estimate.value);
  return fmt::format("{} [{:.0f}, {:.0f}]", percent(estimate.value), 100 * estimate.ci95.lo,
                     100 * estimate.ci95.hi);
}

/// The same of a difference: "+4 points [1, 7]" of shares, "+0.04 [0.01, 0.07]" of others.
std::string as_difference(const Estimate& estimate, bool is_share) {
  if (!is_share) return with_interval(estimate, true);
  const Estimate points = {.value = 100 * estimate.value,
                           .ci95 = {100 * estimate.ci95.lo, 100 * estimate.ci95.hi}};
  std::string text = with_interval(points, true);
  return text.insert(std::min(text.find(' '), text.size()), " points");
}

/// What a parameter does to an outcome by one method, after "sovereignty gridlock".
std::string effect_in_words(const OutcomeEffects& one, std::size_t j, bool is_first) {
  const std::vector<Estimate>& measures = one.effects.by_parameter[j];
  const char* const verb = is_first ? " alone explains " : ": ";
  switch (one.effects.method) {
    case SensitivityMethod::Sobol:
    case SensitivityMethod::Grid:
      return verb + as_share(measures[0]) + (is_first ? "; " : " alone, ") +
             (is_first ? "with its interactions " + as_share(measures[1])
                       : as_share(measures[1]) + " with its interactions");
    case SensitivityMethod::Binned:
      return verb + as_share(measures[0]);
    case SensitivityMethod::Morris:
      return fmt::format(", from the low to the high end of its range by {} on average",
                         as_difference(measures[0], one.outcome.column == "adopted"));
    case SensitivityMethod::Regression:
      return fmt::format(" (partial rank correlation {})", with_interval(measures[1], true));
  }
  return "";
}

/// The first parameters of the ranking whose effect is beyond chance.
std::optional<std::string> of_effects(const SweepFindings& found, std::size_t o) {
  constexpr std::size_t most_named = 2;
  const Sweep& sweep = found.plan.sweep;
  const SensitivityMethod method = main_method(found);
  for (const OutcomeEffects& one : found.sensitivity.found) {
    if (!(one.outcome == found.runs.names[o]) || one.is_difference || one.effects.method != method) continue;
    if (!nothing_to_rank(one).empty()) return std::nullopt;
    const std::string outcome = noun_of(one.outcome, sweep);
    std::vector<std::string> named;
    for (const std::size_t j : ranking_of(one.effects)) {
      const Interval& ci95 = one.effects.by_parameter[j][ranking_measure(method)].ci95;
      const bool has_sign = method == SensitivityMethod::Regression;  // a share below 0 is chance
      if (named.size() == most_named || !(ci95.lo > 0 || (has_sign && ci95.hi < 0))) break;
      const std::string words = words_of_parameter(sweep.parameters[j].path);
      if (sweep.parameters.size() == 1)
        return fmt::format("Beyond chance {} varies with {}.", outcome, words);
      named.push_back(words + effect_in_words(one, j, named.empty()));
    }
    if (named.empty()) return std::nullopt;
    const bool is_shares = method != SensitivityMethod::Morris && method != SensitivityMethod::Regression;
    return (is_shares ? fmt::format("Of the variation of {} between design points, ", outcome)
                      : fmt::format("What moves {} most is ", outcome)) +
           named[0] + "." + (named.size() > 1 ? fmt::format(" Next is {}.", named[1]) : "");
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
    const std::string words = words_of_parameter(sweep.parameters[j].path);
    sentences.push_back(
        fmt::format("{} where {} is {}{}.",
                    is_share ? "Adoption " + where(found.runs.names[o], sweep) + " crosses one half"
                             : "The voice of networks is greatest",
                    words, place_in_words(place, curve), others));
  }
  return sentences;
}

/// What the first arm has more than another, over the design.
std::string of_arm(const SweepFindings& found, std::size_t o, std::size_t arm) {
  const Contrast contrast{.arm = 0, .minus = arm};
  const auto blocks = blocks_of(found, o, contrast);
  if (!blocks) return "";
  const Estimate mean = mean_over_design(found, *blocks);
  if (std::isnan(mean.value)) return "";
  if (mean.value == 0 && mean.ci95.lo == mean.ci95.hi)
    return fmt::format("Over the design {} does not differ between {} and {}.",
                       noun_of(found.runs.names[o], found.plan.sweep), found.plan.sweep.arms[0].name,
                       found.plan.sweep.arms[arm].name);
  return fmt::format(
      "Over the design {} differs by {}, {}{}.", noun_of(found.runs.names[o], found.plan.sweep),
      as_difference(mean, found.runs.names[o].column == "adopted"), name_of(contrast, found.plan.sweep),
      !std::isnan(mean.ci95.lo) && !mean.is_beyond_chance() ? ": not told from zero" : "");
}

}  // namespace

std::string question_of(const SweepPlan& plan) {
  constexpr std::size_t most_named = 5;
  const Sweep& sweep = plan.sweep;
  std::vector<std::string> varied, arms;
  for (std::size_t j = 0; j < sweep.parameters.size(); ++j)
    varied.push_back(fmt::format("{} ({})", words_of_parameter(sweep.parameters[j].path), extent(sweep, j)));
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
  if (blocks && found.runs.names[o].column == "adopted")
    if (std::string text = of_adoption(found, o); !text.empty()) sentences.push_back(std::move(text));
  if (const auto text = of_effects(found, o)) sentences.push_back(*text);
  for (std::string& sentence : of_places(found, o)) sentences.push_back(std::move(sentence));
  constexpr std::size_t most_arms = 3;
  for (std::size_t arm = 1; arm < std::min(most_arms, sweep.arms.size()); ++arm)
    if (std::string text = of_arm(found, o, arm); !text.empty()) sentences.push_back(std::move(text));
  if (const Estimate mean = blocks ? mean_over_design(found, *blocks) : Estimate{};
      sentences.empty() && !std::isnan(mean.value))
    sentences.push_back(fmt::format("Over the design {} is {} on average.",
                                    noun_of(found.runs.names[o], sweep), with_interval(mean)));
  if (found.runs.n_missing + found.runs.n_failed > 0)
    sentences.push_back(fmt::format("Of {} {} are still missing and {} failed.",
                                    counted(found.plan.n_runs(), "run"), found.runs.n_missing,
                                    found.runs.n_failed));
  return sentences;
}

}  // namespace hansa
