#include "bench/speed/speed_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "support/text/json_text.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

constexpr double mega = 1e6;

std::string quartiles(const Spread& spread, int digits) {
  return fmt::format("{:.{}f} [{:.{}f}, {:.{}f}]", spread.median, digits, spread.low, digits, spread.high,
                     digits);
}

/// Three significant digits, in a suitable unit.
std::string duration(double seconds) {
  if (seconds < 1e-3) return fmt::format("{:.3g} us", 1e6 * seconds);
  return seconds < 1 ? fmt::format("{:.3g} ms", 1e3 * seconds) : fmt::format("{:.3g} s", seconds);
}

Json json_of(const Spread& spread) {
  return {{"median", spread.median}, {"quartiles", {spread.low, spread.high}}};
}

}  // namespace

Text speed_text(const Speed& speed) {
  TextRows kernels = {
      {"kernel", "actors", "texts", "a call", "times as fast [quartiles]", "as the", "of ceiling", "steps"}};
  for (const KernelSpeed& kernel : speed.kernels)
    kernels.push_back({kernel.kernel, fmt::format("{}", kernel.n_actors), fmt::format("{}", kernel.n_texts),
                       duration(kernel.seconds.median), quartiles(kernel.times, 1), kernel.against,
                       kernel.of_ceiling ? fmt::format("{:.2f}", kernel.of_ceiling->median) : "",
                       kernel.steps ? fmt::format("{}", *kernel.steps) : ""});
  TextRows parts = {{"of paris-2015", "time", "quartiles"}};
  for (const PartSpeed& part : speed.parts)
    parts.push_back({part.part, duration(part.seconds.median),
                     fmt::format("{} to {}", duration(part.seconds.low), duration(part.seconds.high))});
  Text text = fmt::format("{:.1f} billion multiply-adds a second on one core, float64\n\n",
                          speed.multiply_adds / 1e9) +
              align(kernels, Numbers::Right, {0, 0, 0, 0, 0, 1, 2, 3}) +
              "\nplain loop: straightforward code, -O2; ceiling: the same arithmetic on values that stay in "
              "registers\n\n" +
              align(parts) + "\n";
  if (speed.normalised_efficiency)
    text += fmt::format("two threads: {} of twice one, relative to bare multiply-adds ({:.2f})\n",
                        quartiles(*speed.normalised_efficiency, 2), speed.bare_efficiency->median);
  return text + fmt::format("memory: {:.0f} MB of facts, {:.0f} MB a run\n", speed.facts_bytes / mega,
                            speed.run_bytes / mega);
}

std::string speed_json(const Speed& speed) {
  Json json = {{"multiply_adds_per_second", speed.multiply_adds},
               {"kernels", Json::array()},
               {"paris_2015", Json::object()},
               {"texts", speed.n_texts}};
  for (const KernelSpeed& kernel : speed.kernels) {
    Json row = {{"kernel", kernel.kernel},        {"actors", kernel.n_actors},
                {"texts", kernel.n_texts},        {"seconds", json_of(kernel.seconds)},
                {"times", json_of(kernel.times)}, {"against", kernel.against}};
    if (kernel.of_ceiling) row["of_ceiling"] = json_of(*kernel.of_ceiling);
    if (kernel.steps) row["steps"] = *kernel.steps;
    json["kernels"].push_back(std::move(row));
  }
  for (const PartSpeed& part : speed.parts)
    json["paris_2015"][part.part] = {{"seconds", json_of(part.seconds)}};
  if (speed.normalised_efficiency)
    json["two_threads"] = {{"normalised_efficiency", json_of(*speed.normalised_efficiency)},
                           {"bare_efficiency", json_of(*speed.bare_efficiency)}};
  json["memory"] = {{"facts_bytes", speed.facts_bytes}, {"run_bytes", speed.run_bytes}};
  return json_text(json);
}

}  // namespace hansa
