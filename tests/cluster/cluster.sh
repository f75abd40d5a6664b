# A Slurm cluster on this machine, for tests: slurmctld and two slurmd of one processor each, n1 and n2, with
# their own folder and ports. To be sourced by bash. Needs neither root nor munge.
PATH=$PATH:/usr/sbin:/sbin
nodes=(n1 n2)
declare -A daemon=() # process of slurmctld and of each slurmd

# Prints the first required program that is missing.
lacking_program() {
  local program
  for program in slurmctld slurmd sbatch squeue scancel scontrol sinfo setpriv pgrep; do
    command -v "$program" >/dev/null || { echo "$program" && return; }
  done
}

# wait_for SECONDS COMMAND...: waits until the command succeeds; fails after SECONDS.
wait_for() {
  local end=$((SECONDS + $1))
  until "${@:2}"; do
    ((SECONDS < end)) || return 1
    sleep 0.02
  done
}

# Prints the first of three consecutive free ports.
free_ports() {
  local first port
  while :; do
    first=$((20000 + RANDOM % 12000))
    for port in "$first" $((first + 1)) $((first + 2)); do
      ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || continue 2
    done
    echo "$first" && return
  done
}

# start_daemon NAME COMMAND...: the daemon dies with this shell, however that ends.
start_daemon() {
  mkdir -p "$cluster/$1"
  (cd "$cluster/$1" && exec setpriv --pdeathsig KILL "${@:2}" >>"$cluster/$1/said" 2>&1) &
  daemon[$1]=$!
}

start_controller() { start_daemon slurmctld slurmctld -D -f "$SLURM_CONF"; }
start_node() { start_daemon "$1" slurmd -D -N "$1" -f "$SLURM_CONF"; }

# start_cluster FOLDER [SETTINGS]: further lines of slurm.conf
start_cluster() {
  local me port node host
  cluster=$(mkdir -p "$1" && readlink -f "$1")
  me=$(id -un) host=$(hostname -s) port=$(free_ports)
  mkdir -p "$cluster/state"
  export SLURM_CONF=$cluster/slurm.conf
  cat >"$SLURM_CONF" <<CONF
ClusterName=hansa
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/none
CredType=cred/none
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool.%n
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.%n.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdLogFile=$cluster/slurmd.%n.log
ProctrackType=proctrack/linuxproc
SelectType=select/cons_tres
SlurmdParameters=config_overrides
SchedulerParameters=bf_interval=1,sched_min_interval=0
SlurmdTimeout=6
KillWait=5
ReturnToService=2
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 2))] CPUs=1 RealMemory=8000
PartitionName=main Nodes=ALL Default=YES
${2:-}
CONF
  (guard </dev/null >/dev/null 2>&1 &) # detached, so that it outlives this shell
  start_controller
  for node in "${nodes[@]}"; do start_node "$node"; done
  wait_for 30 all_idle
}

# Ends the processes that survive a killed shell: daemons die with it, but steps and their commands do not.
guard() {
  trap '' HUP INT TERM
  while kill -0 $$ 2>/dev/null; do sleep 0.5; done
  kill -KILL $(processes_of "")
}

all_idle() { [[ $(sinfo --noheader --Node --states=idle 2>/dev/null | wc -l) == "${#nodes[@]}" ]]; }
nothing_queued() { [[ -z $(squeue --noheader 2>/dev/null || echo unknown) ]]; }

# Starts requeued tasks now, which Slurm delays by two minutes by default; not within the same second, or the node
# would take them for the tasks it has ended.
hurry() {
  local task waiting
  waiting=$(squeue --noheader --states=PENDING --array --format=%F_%K 2>/dev/null) || return 0
  [[ -n $waiting ]] || return 0
  sleep 2
  for task in $waiting; do scontrol update "JobId=$task" StartTime=now 2>/dev/null || true; done
}

# descendants PROCESS...: prints these processes and all their descendants.
descendants() {
  local process
  for process in "$@"; do
    echo "$process"
    descendants $(pgrep -P "$process")
  done
}

# Prints the processes on a node, or on all: a slurmstepd has its slurmd's working folder and no parent.
processes_of() {
  local process own=()
  for process in $(pgrep slurm); do
    [[ $(readlink "/proc/$process/cwd") != "$cluster/$1"* ]] || own+=("$process")
  done
  descendants "${own[@]}" | sort -u
}

# Kills a node with everything on it. Processes are stopped first, so that none has time to react.
kill_node() {
  local doomed
  doomed=$(processes_of "$1")
  kill -STOP $doomed 2>/dev/null || true
  kill -KILL $doomed 2>/dev/null || true
  wait "${daemon[$1]}" 2>/dev/null || true
}

# Ends the cluster, even if only partly started. Jobs end first: a step without its slurmd would never end.
stop_cluster() {
  local process
  [[ -n ${cluster:-} ]] || return 0
  timeout 10 scancel --full --signal=KILL --user="$(id -un)" 2>/dev/null || true
  timeout 10 scancel --user="$(id -un)" 2>/dev/null || true
  wait_for 8 nothing_queued || true
  timeout 5 scontrol shutdown 2>/dev/null || true
  wait_for 3 nothing_left || kill -KILL $(processes_of "") 2>/dev/null || true
  for process in "${daemon[@]}"; do wait "$process" 2>/dev/null || true; done
  wait_for 5 nothing_left
}

nothing_left() { [[ -z $(processes_of "") ]]; }
