#include "sweeps/report/sweep_summary.hpp"

namespace hansa {
namespace {

/// Sums over the runs of one design point and arm.
struct Sums {
  std::vector<double> adopted, depth;  // (conference)
  double voice = 0, networks = 0;
};

class Tally {
 public:
  explicit Tally(const SweepPlan& plan)
      : plan_(plan),
        n_conferences_(plan.sweep.reference.scenario.conferences.size()),
        sums_(plan.n_settings(),
              {std::vector<double>(n_conferences_), std::vector<double>(n_conferences_), 0, 0}),
        rows_(plan.n_settings()) {}

  void add(const ResultSet& shard, std::size_t first_run) {
    const auto& status = values_of<std::uint8_t>(shard, "status");
    const auto& voice = values_of<double>(shard, "network_voice");
    const auto& networks = values_of<std::int32_t>(shard, "networks");
    const std::size_t n_years = shard.find_dimension("year")->size();
    for (std::size_t k = 0; k < status.size(); ++k) {
      const std::size_t setting = (first_run + k) % plan_.n_settings();
      if (status[k] != 0) {
        ++rows_[setting].n_failed;
        continue;
      }
      ++rows_[setting].n_runs;
      sums_[setting].voice += voice[(k + 1) * n_years - 1];
      sums_[setting].networks += networks[(k + 1) * n_years - 1];
    }
    if (n_conferences_ > 0) add_conferences(shard, first_run, status);
  }

  SweepSummary end() {
    SweepSummary summary;
    for (std::size_t s = 0; s < rows_.size(); ++s) {
      SweepRow& row = rows_[s];
      row.point = s / plan_.sweep.arms.size();
      row.arm = s % plan_.sweep.arms.size();
      const double n = row.n_runs == 0 ? 1.0 : static_cast<double>(row.n_runs);
      row.voice = sums_[s].voice / n;
      row.networks = sums_[s].networks / n;
      for (std::size_t c = 0; c < n_conferences_; ++c) {
        const double adopted = sums_[s].adopted[c];
        row.conferences.push_back(
            {adopted / n, adopted > 0 ? std::optional(sums_[s].depth[c] / adopted) : std::nullopt});
      }
      summary.n_runs += row.n_runs;
      summary.n_failed += row.n_failed;
    }
    summary.n_missing = plan_.n_runs() - summary.n_runs - summary.n_failed;
    summary.rows = std::move(rows_);
    return summary;
  }

 private:
  void add_conferences(const ResultSet& shard, std::size_t first_run,
                       const std::vector<std::uint8_t>& status) {
    const auto& adopted = values_of<std::uint8_t>(shard, "adopted");
    const auto& depth = values_of<double>(shard, "depth");
    for (std::size_t k = 0; k < status.size(); ++k) {
      if (status[k] != 0) continue;
      Sums& sums = sums_[(first_run + k) % plan_.n_settings()];
      for (std::size_t c = 0; c < n_conferences_; ++c) {
        if (adopted[k * n_conferences_ + c] == 0) continue;
        sums.adopted[c] += 1;
        sums.depth[c] += depth[k * n_conferences_ + c];
      }
    }
  }

  const SweepPlan& plan_;
  std::size_t n_conferences_;
  std::vector<Sums> sums_;
  std::vector<SweepRow> rows_;
};

}  // namespace

SweepSummary summarise_sweep(const SweepPlan& plan, const SweepFolder& folder) {
  Tally tally(plan);
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    if (folder.has(shard)) tally.add(read_shard(plan, folder, shard), plan.first_run(shard));
  }
  return tally.end();
}

}  // namespace hansa
