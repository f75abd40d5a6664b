#include "analysis/shard_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "sim/record/run_variables.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {
namespace {

/// Why a result is not this shard; empty: it is.
std::string find_difference(const SweepPlan& plan, std::size_t shard, const ResultSet& result) {
  if (text_attribute(result, "sweep_sha256") != plan.stamp.sha256) return "is a shard of another sweep";
  const std::size_t first = plan.first_run(shard), n_runs = plan.first_run(shard + 1) - first;
  const Dimension* runs = result.find_dimension("run");
  const auto* numbers = runs == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&runs->labels);
  if (numbers == nullptr || numbers->size() != n_runs) return fmt::format("does not hold {} runs", n_runs);
  const auto& points = values_of<std::int32_t>(result, "design_point");
  const auto& realizations = values_of<std::int32_t>(result, "realization");
  const auto& arms = values_of<std::uint8_t>(result, "arm");
  for (std::size_t k = 0; k < n_runs; ++k) {
    const RunAddress found{static_cast<std::size_t>(realizations[k]), static_cast<std::size_t>(points[k]),
                           arms[k]};
    if ((*numbers)[k] != static_cast<std::int64_t>(first + k) || found != plan.address_of(first + k))
      return fmt::format("holds another run in the place of run {}", first + k);
  }
  for (const RunVariable& variable : summary_variables()) {
    const bool possible =
        variable.dims.front() != "conference" || !plan.sweep.reference.scenario.conferences.empty();
    if (possible && result.find_variable(variable.name) == nullptr)
      return "lacks the variable " + variable.name;
  }
  return "";
}

}  // namespace

std::string text_attribute(const ResultSet& result, std::string_view name) {
  for (const auto& [key, value] : result.attributes) {
    if (const auto* text = std::get_if<std::string>(&value); key == name && text != nullptr) return *text;
  }
  return "";
}

ResultSet read_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard) {
  const std::filesystem::path file = folder.shard(shard);
  ResultSet result = read_result(file);
  if (const std::string difference = find_difference(plan, shard, result); !difference.empty())
    throw ResultFileError(file, difference);
  return result;
}

std::string check_digest(const SweepFolder& folder, std::size_t shard) {
  const std::filesystem::path file = folder.shard(shard);
  std::ifstream stream(folder.digest_of(shard), std::ios::binary);
  const std::string told{std::istreambuf_iterator<char>(stream), {}};
  if (told.empty()) return "its .sha256 is missing";
  return told == digest_line(sha256_of_file(file), file) ? "" : "its bytes do not have the SHA-256 beside it";
}

}  // namespace hansa
