#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/record/run_record.hpp"

namespace hansa::test {

/// Whether the first n values are the same, bit for bit: NaN is NaN, and 0 is not -0.
template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b, std::size_t n) {
  if (a.size() < n || b.size() < n) return false;
  for (std::size_t k = 0; k < n; ++k) {
    if constexpr (std::is_same_v<T, double>) {
      if (std::bit_cast<std::uint64_t>(a[k]) != std::bit_cast<std::uint64_t>(b[k])) return false;
    } else {
      if (a[k] != b[k]) return false;
    }
  }
  return true;
}

template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && same_bits(a, b, a.size());
}

/// The names of what differs between two records of what states decided; "" if nothing does.
inline std::string differing_decisions(const RunRecord& a, const RunRecord& b) {
  std::string names;
  const auto compare = [&](const char* name, const auto& of_a, const auto& of_b) {
    if (!same_bits(of_a, of_b)) names += std::string(name) + " ";
  };
  compare("adopted", a.adopted, b.adopted);
  compare("form", a.form, b.form);
  compare("hardness", a.hardness, b.hardness);
  compare("depth", a.depth, b.depth);
  compare("participation", a.participation, b.participation);
  compare("urban_role", a.urban_role, b.urban_role);
  compare("urban_level", a.urban_level, b.urban_level);
  compare("rounds", a.rounds, b.rounds);
  compare("n_objectors", a.n_objectors, b.n_objectors);
  compare("entered_force", a.entered_force, b.entered_force);
  compare("text", a.text, b.text);
  compare("effective", a.effective, b.effective);
  compare("objects", a.objects, b.objects);
  compare("joined", a.joined, b.joined);
  compare("compliance", a.compliance, b.compliance);
  compare("state_compliance", a.state_compliance, b.state_compliance);
  compare("status_quo", a.status_quo, b.status_quo);
  compare("position", a.position, b.position);
  return names;
}

/// The names of all that differs between two records.
inline std::string differences(const RunRecord& a, const RunRecord& b) {
  std::string names = differing_decisions(a, b);
  const auto compare = [&](const char* name, const auto& of_a, const auto& of_b) {
    if (!same_bits(of_a, of_b)) names += std::string(name) + " ";
  };
  compare("voice", a.voice, b.voice);
  compare("pressure", a.pressure, b.pressure);
  compare("networks", a.networks, b.networks);
  compare("births", a.births, b.births);
  compare("deaths", a.deaths, b.deaths);
  compare("mergers", a.mergers, b.mergers);
  compare("memberships", a.memberships, b.memberships);
  compare("member_cities", a.member_cities, b.member_cities);
  compare("preemptions", a.preemptions, b.preemptions);
  compare("effective_number", a.effective_number, b.effective_number);
  compare("concentration", a.concentration, b.concentration);
  compare("overlap", a.overlap, b.overlap);
  compare("yearly_voice", a.yearly_voice, b.yearly_voice);
  compare("coherence", a.coherence, b.coherence);
  compare("correlation", a.correlation, b.correlation);
  compare("coverage", a.coverage, b.coverage);
  compare("overhead", a.overhead, b.overhead);
  compare("soft_power", a.soft_power, b.soft_power);
  compare("access", a.access, b.access);
  compare("delivery", a.delivery, b.delivery);
  compare("city_action", a.city_action, b.city_action);
  compare("autonomy", a.autonomy, b.autonomy);
  compare("top_access", a.top_access, b.top_access);
  compare("state_action", a.state_action, b.state_action);
  compare("home_pressure", a.home_pressure, b.home_pressure);
  return names;
}

}  // namespace hansa::test
