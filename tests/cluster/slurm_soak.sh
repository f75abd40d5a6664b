#!/usr/bin/env bash
# The long trial: tasks that need several time limits, and random faults from a seed; missing shards are
# resubmitted until none is missing.   slurm_soak.sh HANSA FOLDER [REALIZATIONS [SEED]]
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/trial.sh"
begin_trial "$1" "$2"
RANDOM=${4:-1}
make_sweep "${3:-100000}" 500
start_cluster ../cluster || fail "the cluster does not start"
expect "$hansa" submit sweep.yaml --out out --shards 5 --time 1

declare -A n_faults=()
one_fault() {
  local name="" task=$((RANDOM % 5 + 1)) node=${nodes[RANDOM % 2]} fault=$((RANDOM % 6))
  case $fault in
    0) kill -KILL $(worker_of $task) 2>/dev/null && name="a program killed" || return 0 ;;
    1) kill -TERM $(worker_of $task) 2>/dev/null && name="a program stopped" || return 0 ;;
    2) scancel --full --signal=KILL --name=five-parts && name="all tasks killed" || return 0 ;;
    3) scontrol requeue "$(squeue --noheader --array --states=RUNNING --format=%F_%K | head -n 1)" 2>/dev/null &&
      name="a task requeued" || return 0 ;;
    4) # comes back before Slurm misses it, or after
      kill_node "$node" && sleep $((RANDOM % 2 * 40)) && start_node "$node" && name="a node lost" ;;
    5)
      kill -TERM "${daemon[slurmctld]}" && wait "${daemon[slurmctld]}" || true
      sleep 1 && start_controller && wait_for 30 sinfo >/dev/null 2>&1 && name="slurmctld restarted"
      ;;
  esac
  [[ -n $name ]] || fail "slurmctld does not come back"
  n_faults[$name]=$((${n_faults[$name]:-0} + 1))
  say "$name"
}

for ((round = 0; round < 500; ++round)); do
  unfinished || break
  hurry
  if nothing_queued; then
    scontrol update NodeName=n[1-2] State=RESUME 2>/dev/null || true
    eval "$(resubmission)"
  fi
  sleep $((RANDOM % 8 + 2))
  ((round % 3 > 0)) || one_fault
done
! unfinished || fail "the sweep does not come to its end"
for name in "${!n_faults[@]}"; do say "$name: ${n_faults[$name]} times"; done
say "time limits: $(cat out/logs/*.log | grep -c "the time limit is near" || true)"
scancel --user="$(id -un)" && wait_for 60 finished || true
expect_same_bytes
