#!/usr/bin/env bash
# A sweep on a real Slurm with cancelled and killed tasks, a dead node and an exceeded time limit ends with the
# bytes of an undisturbed sweep.   slurm_faults.sh HANSA FOLDER
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/trial.sh"
begin_trial "$@"
make_sweep 1000 50

start_cluster ../cluster || fail "the cluster does not start"
say "the cluster is up"
expect "$hansa" submit sweep.yaml --out out --shards 5 --time 1 --dry-run
[[ ! -e out ]] || fail "a dry run wrote something"
expect "$hansa" submit sweep.yaml --out out --shards 5 --time 1 -- --comment "any option" --signal=B:USR1@55
job=$(sed -nE 's/^job ([0-9]+): .*/\1/p' said)
hold_midway 1
hold_midway 2
! "$hansa" submit sweep.yaml --out out --shards 5 2>said || fail "the same work was submitted twice"
grep -q "job $job of .* still has tasks" said || fail "a second submission is refused wrongly: $(cat said)"
kill -CONT "$(worker_of 2)"
scancel "${job}_2"
wait_for 20 not_queued 2 || fail "a cancelled task stays or comes back"
say "task 2 was cancelled, and stays so"
hold_midway 3
scancel --full --signal=KILL "${job}_3"
wait_for 20 not_queued 3 || fail "a killed task stays or comes back"
say "task 3 was killed by Slurm"
hold_midway 4
kill -KILL "$(worker_of 4)"
wait_for 20 not_queued 4 || fail "a task whose program was killed stays or comes back"
say "task 4 lost its program"
hold_midway 5
lost=$(squeue --noheader --array --format='%K %N' | sed -n 's/^1 //p')
kill_node "$lost"
say "node $lost is gone, with task 1"

# of the last task, to which Slurm gives the number of the array itself
wait_for 90 logs_say 5 "the time limit is near" || fail "the time limit does not strike"
kill -CONT "$(worker_of 5)"
say "the time limit struck task 5"
lost_is_down() { [[ -n $(sinfo --noheader --nodes="$lost" --states=down) ]]; }
wait_for 90 lost_is_down || fail "Slurm does not report $lost as down"
wait_for 120 finished || fail "the tasks put back do not end"
start_node "$lost"
wait_for 60 all_idle || fail "$lost does not come back"
for task in 1 5; do
  logs_say "$task" "restarted [1-9]" || fail "task $task was not put back into the queue"
done
for task in 2 3 4; do
  ! logs_say "$task" "restarted [1-9]" || fail "task $task was put back into the queue"
done
say "tasks 1 and 5 were done at a later attempt"

! "$hansa" merge out >said 2>&1 || fail "merge accepts an incomplete sweep"
resubmit=$(resubmission)
[[ $resubmit == "sbatch --array=2-4 "* ]] || fail "status does not name tasks 2 to 4: $resubmit"
eval "$resubmit" >said || fail "$resubmit"
wait_for 120 finished || fail "the second submission does not end"
expect "$hansa" submit sweep.yaml --out out --shards 5
grep -q "nothing to submit" said || fail "something is left: $(cat said)"

expect_same_bytes
