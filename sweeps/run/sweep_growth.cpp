#include "sweeps/run/sweep_growth.hpp"

#include <fmt/format.h>

#include "support/input/text_file.hpp"
#include "support/text/line_diff.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/design/print_sweep.hpp"

namespace hansa {
namespace {

/// The points in which a points file differs from the one that the folder's sweep names; empty if they are the same.
std::string changed_points(const std::filesystem::path& folder, const std::string& text, const Sweep& sweep) {
  const std::size_t begin = text.find("\npoints: {file: ");
  if (begin == std::string::npos || sweep.points_sha256.empty()) return "";
  constexpr std::size_t key_size = 16, n_shown = 6;
  const std::size_t end = text.find(',', begin + key_size);
  std::string reason;
  const auto before = read_bytes(folder / text.substr(begin + key_size, end - begin - key_size),
                                 largest_points_file, reason, folder);
  return before ? diff_lines(*before, print_points(sweep), n_shown) : "";
}

Growth refuse_other(const std::filesystem::path& folder, const std::string& text, const std::string& asked,
                    const Sweep& sweep) {
  std::string changed = diff_lines(text, asked);
  if (const std::string points = changed_points(folder, text, sweep); !points.empty())
    changed += "Changed points:\n" + points;
  return {.refusal = "is a different sweep; use another folder. Changed lines:\n" + changed};
}

Growth refuse_fewer(const std::string& key, std::size_t before, std::size_t asked) {
  return {.refusal = fmt::format(
              "holds this sweep with {0} {1}, more than {2}; in its folder a sweep only grows. Use "
              "another folder for {2}",
              before, key, asked),
          .key = key};
}

}  // namespace

Growth compare_with(const std::filesystem::path& folder, const std::string& text, const SweepPlan& plan) {
  const Sweep& sweep = plan.sweep;
  const auto before = read_extent(text);
  if (!before || before->design != sweep.design) return refuse_other(folder, text, plan.stamp.text, sweep);
  if (sweep.design == Design::List && before->n_points > sweep.n_points)
    return refuse_fewer("points", before->n_points, sweep.n_points);
  const Sweep alike = with_extent(sweep, *before);
  if (const std::string asked = print_sweep(alike, plan.made_with); asked != text)
    return refuse_other(folder, text, asked, alike);
  if (before->realizations > sweep.realizations)
    return refuse_fewer("realizations", static_cast<std::size_t>(before->realizations),
                        static_cast<std::size_t>(sweep.realizations));
  if (before->samples > sweep.samples)
    return refuse_fewer("samples", static_cast<std::size_t>(before->samples),
                        static_cast<std::size_t>(sweep.samples));
  if (!begins_with(sweep, *before))
    return {.refusal = fmt::format(
                "holds this sweep with {0} samples; a Latin hypercube of {1} has other points. One "
                "of {2} with `doubled_from: {0}` keeps them, or use another folder",
                before->samples, sweep.samples, 2 * before->samples),
            .key = "samples"};
  return {.before = *before};
}

}  // namespace hansa
