#include <catch2/catch.hpp>

#include "support/shell/shell_words.hpp"
#include "sweeps/cluster/slurm_job.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::Ended;
using test::ScratchFolder;

SlurmJob small_job() {
  return {.name = "dial",
          .folder = "/scratch/dial",
          .program = "/opt/hansa",
          .n_tasks = 8,
          .limit_minutes = 30,
          .memory_megabytes = 300};
}

TEST_CASE("a job script asks for tasks, time, memory and a signal before the limit", "[slurm]") {
  SlurmJob job = small_job();
  job.max_running = 4;
  job.n_threads = 2;
  const std::string script = job_script(job);
  for (const char* line :
       {"#!/bin/bash\n", "\n#SBATCH --job-name=\"dial\"\n", "\n#SBATCH --array=1-8%4\n",
        "\n#SBATCH --cpus-per-task=2\n", "\n#SBATCH --time=0-00:30:00\n", "\n#SBATCH --mem=300M\n",
        "\n#SBATCH --output=\"/scratch/dial/logs/%A_%a.log\"\n", "\n#SBATCH --open-mode=append\n",
        "\n#SBATCH --requeue\n", "\n#SBATCH --signal=B:USR1@120\n", "\nn_tasks=8\ntries=5\nrequeues=yes\n"})
    CHECK_THAT(script, Contains(line));
  CHECK_THAT(script, !Contains("HANSA_DATA_DIR"));
  const TaskArray array = array_of_script(script);
  CHECK(array.n_tasks == 8);
  CHECK(array.max_running == 4);
  CHECK(array_of_script(job_script(small_job())).max_running == 0);
  CHECK(array_of_script("#!/bin/bash\necho\n").n_tasks == 0);
}

TEST_CASE("a job script says once what options of sbatch have changed", "[slurm]") {
  SlurmJob job = small_job();
  job.stop_ahead = 45;
  job.memory_megabytes = 0;
  job.requeues = false;
  job.output = "my %j.log";
  job.error = "err";
  const std::string script = job_script(job);
  CHECK_THAT(script, Contains("\n#SBATCH --output=\"my %j.log\"\n#SBATCH --error=\"err\"\n"));
  CHECK_THAT(script, Contains("\n#SBATCH --no-requeue\n#SBATCH --signal=B:USR1@45\n"));
  CHECK_THAT(script, Contains("\nrequeues=no\n") && !Contains("--mem") && !Contains("--requeue"));
}

TEST_CASE("options of sbatch come last in a job script, so that they win", "[slurm]") {
  SlurmJob job = small_job();
  job.options = {"--partition", "long", "-A", "my project", "--mem=0"};
  CHECK_THAT(job_script(job),
             Contains("@120\n#SBATCH --partition \"long\"\n#SBATCH -A \"my project\"\n#SBATCH --mem=0\n"));
}

TEST_CASE("a value of an sbatch option is kept, whatever characters it has", "[slurm]") {
  SlurmJob job = small_job();
  job.options = {"--comment=any \"good\" option", "--comment", "-x y", "--constraint=a&b", "-J", "#1"};
  CHECK_THAT(job_script(job), Contains("@120\n#SBATCH --comment=\"any \\\"good\\\" option\"\n"
                                       "#SBATCH --comment \"-x y\"\n#SBATCH --constraint=\"a&b\"\n"
                                       "#SBATCH -J \"#1\"\n\n"));
}

TEST_CASE("options that are none of sbatch, or that set the array, are refused", "[slurm]") {
  using Words = std::vector<std::string>;
  CHECK(check_sbatch_options({}).empty());
  CHECK(check_sbatch_options({"--partition", "long", "--comment", "-x y", "--mem=0"}).empty());
  CHECK_THAT(check_sbatch_options({"long"}), Contains("long: is unexpected"));
  for (const Words& words : {Words{"--comment two words"}, Words{"--mem=0", "-A my project"}})
    CHECK_THAT(check_sbatch_options(words), Contains(words.back() + ": is no option of sbatch"));
  CHECK_THAT(check_sbatch_options({"--mem=0", "--array=1-9"}), Contains("--array=1-9: use --shards"));
  CHECK_THAT(check_sbatch_options({"--comment=a\nb"}), Contains("no line breaks"));
}

TEST_CASE("only tasks with a missing shard are submitted again", "[slurm]") {
  CHECK(missing_tasks({0, 1, 2, 3, 4, 5, 6, 7}, 3) == std::vector<std::size_t>{1, 2, 3});
  CHECK(missing_tasks({4, 6, 9}, 5) == std::vector<std::size_t>{2, 5});
  CHECK(missing_tasks({}, 5).empty());
  CHECK(array_of({3, 7, 8, 9}, 0) == "3,7-9");
  CHECK(array_of({3, 7, 8, 9}, 4) == "3,7-9%4");
}

/// Runs a job script in a folder with a blank, a quote and a percent sign in its name, as Slurm would:
/// `hansa` and `also` are shell lines for the program and for what happens meanwhile. scontrol writes to
/// `scontrol`. Task 3 of 8 has the shards 2, 10, 18, ...
struct FakeTask {
  ScratchFolder scratch;
  std::filesystem::path folder = scratch / "it's 100% mine";
  bool requeues = true;
  int scontrol_status = 0;

  Ended run(const std::string& hansa, const std::string& also = "", int restarts = 0) const {
    std::filesystem::create_directories(scratch / "bin");
    SlurmJob job = small_job();
    job.folder = folder;
    job.program = shell_word((scratch / "bin/a program").string());
    job.tries = 3;
    job.requeues = requeues;
    test::put(scratch / "bin/a program", "#!/bin/bash\nprintf '[%s]' \"$@\"\necho\n" + hansa + "\n");
    test::put(scratch / "bin/scontrol",
              fmt::format("#!/bin/sh\necho \"$@\" >>{}\nexit {}\n",
                          shell_word((scratch / "scontrol").string()), scontrol_status));
    test::put(scratch / "job.sh", job_script(job));
    return test::shell(
        scratch,
        fmt::format(
            "chmod +x bin/*; PATH=$PWD/bin:$PATH SLURM_ARRAY_TASK_ID=3 SLURM_JOB_ID=17 SLURM_ARRAY_JOB_ID=17 "
            "SLURM_RESTART_COUNT={} SLURM_CPUS_PER_TASK=2 bash job.sh & job=$!; {}\nwait $job",
            restarts, also));
  }
  /// A shell line of the program that makes a shard.
  [[nodiscard]] std::string make(int shard) const {
    return fmt::format(
        "mkdir -p {0}/shards; touch {0}/shards/shard-{1:04}.h5 {0}/shards/shard-{1:04}.h5.sha256; ",
        shell_word(folder.string()), shard);
  }
  [[nodiscard]] bool requeued() const {
    return std::filesystem::exists(scratch / "scontrol") &&
           test::text_of(scratch / "scontrol") == "requeue 17_3\n";
  }
};

TEST_CASE("a task calls the program with its part, whatever the folder is called", "[slurm]") {
  const FakeTask task;
  const Ended ended = task.run("exit 0");
  CHECK(ended.status == 0);
  const std::string folder = task.folder;
  CHECK_THAT(ended.out, Contains("[sweep][" + folder + "/sweep.yaml][--out][" + folder +
                                 "][--shard][3/8][--threads][2]\n"));
  CHECK_FALSE(task.requeued());
}

TEST_CASE("a task ends with the program's status, and failures do not bring it back", "[slurm]") {
  const FakeTask task;
  const int status = GENERATE(0, 1, 2, 3, 4, 5);
  CHECK(task.run(fmt::format("exit {}", status)).status == status);
  CHECK_FALSE(task.requeued());
}

constexpr const char* until_term = "trap 'exit 5' TERM; touch ready; while :; do sleep 0.05; done";
constexpr const char* when_ready = "while ! test -e ready; do sleep 0.02; done; ";

/// An attempt that Slurm ends before its time limit.
Ended run_to_limit(const FakeTask& task, const std::string& before, int restarts) {
  std::filesystem::remove(task.scratch / "ready");
  std::filesystem::remove(task.scratch / "scontrol");
  return task.run(before + until_term, std::string(when_ready) + "kill -USR1 $job", restarts);
}

TEST_CASE("before its time limit a task stops the program and goes back into the queue", "[slurm]") {
  const FakeTask task;
  CHECK(run_to_limit(task, "", 1).status == 5);
  CHECK(task.requeued());
}

TEST_CASE("a task goes on as long as it adds shards, however often it is restarted", "[slurm]") {
  const FakeTask task;
  for (int restarts = 0; restarts < 5; ++restarts) {
    CHECK(run_to_limit(task, task.make(2 + 8 * restarts), restarts).status == 5);
    CHECK(task.requeued());
  }
  CHECK_THAT(task.run("exit 0", "", 1000).out,
             Contains("restarted 1000 times, 0 in a row without a new shard"));
}

TEST_CASE("a task gives up after attempts in a row that added no shard, however they ended", "[slurm]") {
  const FakeTask task;
  CHECK(run_to_limit(task, task.make(2), 0).status == 5);
  CHECK_THAT(task.run("exit 137", "", 1).out, Contains(" 0 in a row "));
  CHECK_THAT(task.run(task.make(3) + "exit 137", "", 2).out,
             Contains(" 1 in a row "));  // another task's shard
  const Ended last = run_to_limit(task, "", 3);
  CHECK_THAT(last.out, Contains("this was the last of 3 attempts in a row that added no shard"));
  CHECK_FALSE(task.requeued());
  const Ended refused = task.run("exit 0", "", 4);
  CHECK(refused.status == 5);
  CHECK_THAT(refused.out, Contains("3 attempts in a row added no shard; this task is not tried again") &&
                              !Contains("[sweep]"));
  CHECK(task.run("exit 0", "", 0).status == 0);  // a new job counts anew
}

TEST_CASE("a task counts the shards of the sweep as it has grown", "[slurm]") {
  const FakeTask task;
  CHECK_THAT(task.run(task.make(2) + "exit 137", "", 0).out, Contains(" 0 in a row "));
  CHECK_THAT(task.run("mv ./*/shards ./*/shards-0123456789ab; exit 137", "", 1).out,
             Contains(" 0 in a row "));
  test::put(task.folder / "sweep.yaml.sha256", "0123456789abcdef  sweep.yaml\n");
  CHECK_THAT(task.run("exit 137", "", 2).out, Contains(" 1 in a row "));
}

TEST_CASE("a task that may not be requeued, or cannot be, stays away and says so", "[slurm]") {
  FakeTask task;
  task.scontrol_status = 1;
  CHECK_THAT(run_to_limit(task, "", 0).out, Contains("could not be requeued; hansa submit resumes"));
  task.requeues = false;
  CHECK_THAT(run_to_limit(task, "", 0).out, Contains("not requeued, as --no-requeue asks"));
  CHECK_FALSE(task.requeued());
}

TEST_CASE("a job script called without Slurm says what it is for", "[slurm]") {
  const FakeTask task;
  test::put(task.scratch / "job.sh", job_script(small_job()));
  const Ended ended = test::shell(task.scratch, "bash job.sh");
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("this is a job script of Slurm, for sbatch") &&
                            Contains("hansa sweep /scratch/dial/sweep.yaml --out /scratch/dial\n"));
}

TEST_CASE("work that is done or that fails when the time limit is near does not come back", "[slurm]") {
  const FakeTask task;
  const int status = GENERATE(0, 3, 4);
  const std::string program =
      fmt::format("trap 'exit {}' TERM; touch ready; while :; do sleep 0.05; done", status);
  CHECK(task.run(program, std::string(when_ready) + "kill -USR1 $job").status == status);
  CHECK_FALSE(task.requeued());
}

TEST_CASE("a cancelled task waits for its program and does not come back", "[slurm]") {
  const FakeTask task;  // Slurm signals both
  const Ended ended = task.run("echo $$ >pid; " + std::string(until_term),
                               std::string(when_ready) + "kill -TERM $job; sleep 0.2; kill -TERM $(cat pid)");
  CHECK(ended.status == 5);
  CHECK_FALSE(task.requeued());
}

}  // namespace
}  // namespace hansa
