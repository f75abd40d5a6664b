#pragma once

#include "analysis/result_file.hpp"
#include "sim/sweep/sweep_folder.hpp"

namespace hansa {

/// Reads a shard and checks that it is this shard of this sweep: its seal, the design's hash, the number and
/// address of every run. Throws ResultFileError if it is not.
[[nodiscard]] ResultSet read_shard(const SweepPlan& plan, const SweepFolder& folder, std::size_t shard);

/// Why a shard's .sha256 does not fit it; empty: it does.
[[nodiscard]] std::string check_digest(const SweepFolder& folder, std::size_t shard);

/// An attribute of a result that is text; empty if there is none.
[[nodiscard]] std::string text_attribute(const ResultSet& result, std::string_view name);

/// The values of a variable of this type. Throws ResultFileError if there is no such variable.
template <class T> const std::vector<T>& values_of(const ResultSet& result, std::string_view name) {
  const Variable* variable = result.find_variable(name);
  if (variable == nullptr || !std::holds_alternative<std::vector<T>>(variable->values))
    throw ResultFileError(std::string(name), "a variable that every shard has is missing");
  return std::get<std::vector<T>>(variable->values);
}

}  // namespace hansa
