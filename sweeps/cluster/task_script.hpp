#pragma once

#include <string_view>

namespace hansa {

/// What every task of a job script does, in bash, behind the lines that set folder, hansa, n_tasks,
/// tries and requeues. TERM means a cancelled job, which must not be requeued; the time limit is therefore
/// announced by USR1.
inline constexpr std::string_view task_script = R"sh(
task=${SLURM_ARRAY_TASK_ID:-}
if [[ -z $task ]]; then
  echo "hansa: this is a job script of Slurm, for sbatch (hansa status prints the command); without Slurm:" \
    "hansa sweep $(printf %q "$folder/sweep.yaml") --out $(printf %q "$folder")" >&2
  exit 2
fi

# counts the shards of this task that are done, of the sweep as it is now: it may have grown
count_shards() {
  local digest="" shards file number
  read -r digest _ 2>/dev/null <"$folder/sweep.yaml.sha256"
  shards=$folder/shards-${digest:0:12}
  [[ -d $shards ]] || shards=$folder/shards
  n_done=0
  for file in "$shards"/shard-*.h5; do
    [[ -e $file.sha256 ]] || continue
    number=${file##*shard-}
    ((10#${number%.h5} % n_tasks != task - 1)) || ((n_done += 1))
  done
}

# each attempt appends the number of shards at its start, so that it counts however it ends, even by a dead node
mkdir -p "$folder/logs"
attempts=$folder/logs/${SLURM_ARRAY_JOB_ID:-0}_$task.attempts
restarts=${SLURM_RESTART_COUNT:-0}
if ((restarts == 0)); then : >"$attempts"; else : >>"$attempts"; fi # Slurm may use a job's number again
count_shards
n_idle=0 # attempts in a row that added no shard
while read -r before; do
  if [[ $before == "$n_done" ]]; then ((n_idle += 1)); else n_idle=0; fi
done <"$attempts"
if ((n_idle >= tries)); then
  echo "hansa: $n_idle attempts in a row added no shard; this task is not tried again"
  exit 5
fi
echo "$n_done" >>"$attempts" || exit 3
echo "hansa: task $task of $n_tasks on $(hostname), restarted $restarts times, $n_idle in a row without a new shard"

near_limit=no
# sent before the time limit
trap 'near_limit=yes; echo "hansa: the time limit is near"; kill -TERM "$worker"' USR1
trap : TERM # a cancelled job; the program gets TERM too
"${hansa[@]}" sweep "$folder/sweep.yaml" --out "$folder" --shard "$task/$n_tasks" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" &
worker=$!
while :; do # a signal ends wait before the program
  wait "$worker"
  status=$?
  ((status > 128)) && kill -0 "$worker" 2>/dev/null || break
done

# 0: done; 2: refused; 3: a file could not be written; 4: some runs failed, and would again; 5: stopped
if [[ $near_limit == yes ]] && ((status == 5 || status > 128)); then
  n_before=$n_done
  count_shards
  if ((n_done == n_before && n_idle + 1 >= tries)); then
    echo "hansa: this was the last of $tries attempts in a row that added no shard; hansa submit resumes the sweep"
  elif [[ $requeues == no ]]; then
    echo "hansa: not requeued, as --no-requeue asks; hansa submit resumes the sweep"
  elif scontrol requeue "${SLURM_ARRAY_JOB_ID}_$task"; then # SLURM_JOB_ID of the last task is the whole array
    echo "hansa: requeued"
  else
    echo "hansa: could not be requeued; hansa submit resumes the sweep"
  fi
fi
exit "$status"
)sh";

}  // namespace hansa
