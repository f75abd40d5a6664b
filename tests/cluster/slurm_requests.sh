#!/usr/bin/env bash
# What a user asks of a real Slurm: arrays longer than it takes, options that win over the script, tasks put back
# more often than they may fail, one folder by two paths and at the same moment.   slurm_requests.sh HANSA FOLDER
set -euo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/trial.sh"
begin_trial "$@"
make_sweep 500 50
start_cluster ../cluster MaxArraySize=21 || fail "the cluster does not start"
say "the cluster is up"

# submit FOLDER OPTIONS...: submits into an own folder; sets job
submit() {
  expect "$hansa" submit sweep.yaml --out "$@"
  job=$(sed -nE 's/^job ([0-9]+): .*/\1/p' said)
}
# refused REASON COMMAND...: the command ends with status 2 and the reason, and no job more is in the queue
refused() {
  local reason=$1 status=0 before
  shift
  before=$(squeue --noheader --array | wc -l)
  "$@" >said 2>&1 || status=$?
  [[ $status == 2 ]] && grep -qF -- "$reason" said || fail "not refused: $* ($status): $(cat said)"
  [[ $(squeue --noheader --array | wc -l) == "$before" ]] || fail "refused, yet submitted: $*"
}
job_has() { scontrol show job "$job" | grep -q -- "$1" || fail "job $job has no $1: $(scontrol show job "$job")"; }

# an array of 25 tasks where 20 is the most
submit out --shards 25
grep -q "20 tasks instead of 25, each with more shards: this cluster takes no more (MaxArraySize 21)" said ||
  fail "the limit is not named: $(cat said)"
wait_for 90 nothing_queued || fail "the shorter array does not end"
expect_same_bytes
say "20 tasks did the shards of 25"

# options behind -- and in the environment
submit given --shards 2 -- --hold --time=1 -J mine --output=x_%a.log --no-requeue
grep -q "; output in x_%a.log$" said || fail "another output is named: $(cat said)"
job_has "TimeLimit=00:01:00" && job_has "JobName=mine" && job_has "Requeue=0" && job_has "StdOut=.*/x_"
scancel "$job"
SBATCH_TIMELIMIT=3 SBATCH_NO_REQUEUE=1 SBATCH_JOB_NAME=theirs SBATCH_OUTPUT=y_%a.log \
  submit env --shards 2 -- --hold
grep -q "SBATCH_TIMELIMIT" said || fail "the environment is not named: $(cat said)"
job_has "TimeLimit=00:03:00" && job_has "JobName=theirs" && job_has "Requeue=0" && job_has "StdOut=.*/y_"
grep -q -- "--signal=B:USR1@45" env/submit.sh || fail "the signal does not follow the limit"
scancel "$job"
expect "$hansa" submit sweep.yaml --out tested --shards 2 -- --test-only
grep -q "^nothing was submitted" said || fail "a test submits: $(cat said)"
refused "the script waits for USR1" "$hansa" submit sweep.yaml --out r --shards 2 -- --signal=B:TERM@60
SBATCH_ARRAY_INX=1-3 refused "use --shards" "$hansa" submit sweep.yaml --out r --shards 2
say "options of sbatch hold, or are refused"

# one folder by two paths, and at the same moment
submit paths --shards 2 -- --hold
ln -s paths link
refused "job $job of $(id -un) still has tasks" "$hansa" submit sweep.yaml --out link --shards 2
refused "job $job of $(id -un) still has tasks" "$hansa" submit sweep.yaml --out ./x/../paths/ --shards 2
"$hansa" status paths >said
grep -q "^in the queue: job $job, tasks 1-2 pending (JobHeldUser)$" said || fail "status: $(cat said)"
! grep -q "^on Slurm" said || fail "status would submit what is queued: $(cat said)"
rm -r paths/logs
scontrol release "$job"
wait_for 30 nothing_queued || fail "tasks without logs stay"
resubmit=$("$hansa" status link | sed -n 's/^on Slurm: //p')
[[ $resubmit == "mkdir -p link/logs && sbatch --array=1-2 "* ]] || fail "lost logs: $resubmit"
eval "$resubmit" >said || fail "$resubmit"
scontrol release "$(sed -n 's/^Submitted batch job //p' said)" # the script asks to be held
wait_for 60 nothing_queued || fail "the tasks do not end"
! "$hansa" status paths | grep -q "^missing" || fail "shards are missing"
submissions=()
for k in 1 2 3 4 5; do
  "$hansa" submit sweep.yaml --out moment --shards 2 -- --hold >"said-$k" 2>&1 &
  submissions+=($!)
done
for k in "${submissions[@]}"; do wait "$k" || true; done
[[ $(cat said-? | grep -c "^job ") == 1 ]] || fail "at the same moment: $(cat said-?)"
[[ $(cat said-? | grep -cE "at this moment|still has tasks") == 4 ]] || fail "not told: $(cat said-?)"
scancel --user="$(id -un)"
say "one folder was submitted once"

# tasks put back into the queue more often than they may fail: a program that adds nothing while a file stall exists
cat >slow <<SLOW
#!/bin/bash
trap 'kill \$hansa 2>/dev/null; exit 5' TERM
if [[ -e "$PWD/stall" ]]; then sleep 100 & else "$hansa" "\$@" & fi
hansa=\$!
wait
SLOW
chmod +x slow
sed -i 's/realizations: .*/realizations: 20000/; s/shard_runs: .*/shard_runs: 100/' sweep.yaml
rm -rf out && submit out --shards 1 --tries 3 --program "'$PWD/slow'"
n_shards() { find out/shards -name '*.h5' 2>/dev/null | wc -l; }
restarted() { hurry; logs_say 1 "restarted $1 times"; }
has_more() { (($(n_shards) > n_before)); }
for ((k = 1; k <= 8; ++k)); do
  n_before=$(n_shards)
  wait_for 60 has_more || fail "attempt $k adds nothing"
  scontrol requeue "${job}_1"
  wait_for 60 restarted "$k" || fail "attempt $k is not restarted"
done
say "a task was put back 8 times with 3 tries, and goes on ($(n_shards) of 800 shards)"
n_before=$(n_shards)
wait_for 60 has_more || fail "attempt 9 adds nothing"  # else it counts as one of the three
touch stall
scontrol requeue "${job}_1"
for ((k = 9; k <= 11; ++k)); do
  wait_for 60 restarted "$k" || fail "attempt $k is not restarted"
  sleep 1
  scontrol requeue "${job}_1"
done
gave_up() { hurry; logs_say 1 "3 attempts in a row added no shard; this task is not tried again"; }
wait_for 60 gave_up || fail "the task does not give up"
wait_for 30 nothing_queued || fail "the task stays in the queue"
say "it gave up after 3 attempts in a row without a shard"
