#pragma once

#include <vector>

#include "sim/record/network_record.hpp"
#include "sim/year.hpp"

namespace hansa {

/// Records single networks and cities while years are played: a watch for play_year.
class NetworkWatch {
 public:
  explicit NetworkWatch(const Facts& facts) : record_(make_network_record(facts)) {}

  void operator()(const Phase& phase, const Turn& turn);

  [[nodiscard]] NetworkRecord& record() { return record_; }

 private:
  NetworkRecord record_;
  std::vector<std::int32_t> signed_before_;  // (network) declarations of the year before the conference
};

}  // namespace hansa
