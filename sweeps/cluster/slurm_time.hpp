#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hansa {

/// Reads a time as sbatch does: MINUTES, M:S, H:M:S, D-H, D-H:M, D-H:M:S; in whole minutes, seconds rounded
/// up as Slurm does. Nothing, if it is none, is 0 or has no end.
[[nodiscard]] std::optional<int> read_slurm_minutes(std::string_view text);

/// "0-02:30:00", as sbatch reads it.
[[nodiscard]] std::string slurm_time(int minutes);

/// How long before the limit Slurm is to ask a task to stop [s]: a quarter of the limit, from 30 to 120.
/// The program stops within 5 s; the rest is for slow disks. Slurm looks at its clock twice a minute, and may
/// ask up to a minute early.
[[nodiscard]] int stop_ahead(int limit_minutes);

/// The limit for a task [minutes] whose work is estimated [s]: twice the estimate, as compute nodes may be slower
/// than the machine it was made on, and what it takes to begin and to stop; from 5 minutes to a day. A task
/// that needs more is put back into the queue.
[[nodiscard]] int limit_for(double seconds);

/// How often a task may be put back at most: as often as twice its estimated work [s] fills the limit, and five
/// times more, for nodes that fail.
[[nodiscard]] int most_requeues(double seconds, int limit_minutes);

}  // namespace hansa
