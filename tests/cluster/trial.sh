# Shared by the trials of sweeps on Slurm: begin_trial HANSA FOLDER recreates FOLDER and changes to it. Without
# Slurm it prints "skipped: reason" and exits. To be sourced by bash, with -euo pipefail.
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/cluster.sh"

begin_trial() {
  local lacking
  hansa=$(readlink -f "$1")
  lacking=$(lacking_program)
  [[ -z $lacking ]] || { echo "skipped: there is no $lacking here (Debian: slurm-wlm, procps)" && exit 0; }
  trap 'status=$?; stop_cluster || { echo "failed: something is left of the cluster"; status=1; }; exit $status' EXIT
  trap 'exit 130' INT TERM
  rm -rf "$2" && mkdir -p "$2/one place" && cd "$2/one place" # a blank, to be quoted rightly
  out=$PWD/out
}

say() { echo "$SECONDS s: $*"; }
fail() {
  say "failed: $*"
  squeue || true
  tail -n 20 "$out"/logs/*.log || true
  exit 1
}
expect() { "$@" >said 2>&1 || { cat said && fail "$*"; }; }

# make_sweep REALIZATIONS SHARD_RUNS: 4 settings of one conference; also run undisturbed, in the folder calm.
make_sweep() {
  cat >sweep.yaml <<SWEEP
name: five-parts
scenario: copenhagen-2009
design: grid
set: {world.with_cities: false}
parameters: {gridlock.level: {values: [0, 0.5]}}
arms: [full, {without: lobbying}]
realizations: $1
shard_runs: $2
SWEEP
  expect "$hansa" sweep sweep.yaml --out calm --quiet
  expect "$hansa" merge calm
  say "the sweep without Slurm is done"
}

# Prints the hansa process of part I of 5.
worker_of() {
  local process
  for process in $(pgrep -f -- "--shard $1/5"); do
    [[ $(readlink "/proc/$process/exe") != "$hansa" ]] || echo "$process"
  done
}

has_shard() { [[ -e $(printf '%s/shards/shard-%04d.h5' "$out" "$1") ]]; }
logs_say() { grep -qs -- "$2" "$out/logs/"*"_$1.log"; }
not_queued() {
  local queued
  queued=$(squeue --noheader --array --format=%K) || return 1
  ! grep -qx "$1" <<<"$queued"
}
finished() { hurry; nothing_queued; }
unfinished() { "$hansa" status out | grep -q "^to run them: "; }
resubmission() { "$hansa" status out | sed -n 's/^on Slurm: //p'; }

# Waits until task I has made a shard, and stops it there, in the middle of its work.
hold_midway() {
  wait_for 60 has_shard $(($1 - 1)) || fail "task $1 makes no shard"
  kill -STOP "$(worker_of "$1")" || fail "task $1 was too quick"
}

# Checks that Slurm and the undisturbed sweep gave the same bytes.
expect_same_bytes() {
  expect "$hansa" verify out
  expect "$hansa" merge out
  diff -r calm/shards out/shards || fail "the shards differ"
  cmp calm/merged.h5 out/merged.h5 || fail "the merged files differ"
  say "$(find out/shards -name "*.h5" | wc -l) shards and merged.h5 have the bytes of the undisturbed sweep"
}
