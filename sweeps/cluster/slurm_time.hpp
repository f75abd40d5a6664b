#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// Reads a time as sbatch does: MINUTES, M:S, H:M:S, D-H, D-H:M, D-H:M:S. In minutes, seconds rounded up as
/// in Slurm. nullopt for any other text, for 0 and for no limit.
[[nodiscard]] std::optional<int> read_slurm_minutes(std::string_view text);

/// "0-02:30:00", as sbatch reads it.
[[nodiscard]] std::string slurm_time(int minutes);

/// Time between Slurm's signal to a task and its limit [s]: a quarter of the limit, from 30 to 120. The
/// program stops within 5 s; the rest is for slow disks. Slurm checks twice a minute and may signal up to a
/// minute early.
[[nodiscard]] int stop_ahead(int limit_minutes);

/// Time limit of a task [minutes] from its estimated work [s]: twice the estimate, since compute nodes may be
/// slower than this machine, plus start and stop; from 5 minutes to a day. A task that needs more is
/// requeued.
[[nodiscard]] int limit_for(double seconds);

}  // namespace hansa
