#include <catch2/catch.hpp>

#include "tests/cli/sweep_folder.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::put;
using test::quick_sweep;
using test::ScratchFolder;
using Names = std::vector<std::string>;

/// A folder with a sweep of 8 shards, with an sbatch and an squeue that run the given shell lines.
struct LoginNode {
  ScratchFolder scratch;

  explicit LoginNode(const std::string& sbatch = "echo 17", const std::string& squeue = "true",
                     const std::string& scontrol = "exit 1") {
    put(scratch / "q.yaml", quick_sweep(20, 10));
    std::filesystem::create_directory(scratch / "bin");
    put(scratch / "bin/sbatch", "#!/bin/sh\nprintf '[%s]' \"$@\" >>sbatch-words\n" + sbatch + "\n");
    put(scratch / "bin/squeue", "#!/bin/sh\n" + squeue + "\n");
    put(scratch / "bin/scontrol", "#!/bin/sh\n" + scontrol + "\n");
    put(scratch / "bin/sacctmgr", "#!/bin/sh\nexit 1\n");
  }
  [[nodiscard]] Ended call(const std::string& line) const {
    return test::shell(scratch, "chmod +x bin/*; export PATH=$PWD/bin:/usr/bin:/bin; " + line);
  }
  /// `variables`: of the environment, as in "A=1 B=2".
  [[nodiscard]] Ended submit(const std::string& words, const std::string& variables = "") const {
    return call(variables + " \"$HANSA\" submit q.yaml --out 's w' " + words);
  }
  [[nodiscard]] Ended status(const std::string& words = "") const {
    return call("\"$HANSA\" status 's w' " + words);
  }
  [[nodiscard]] std::string said_to_sbatch() const {
    return std::filesystem::exists(scratch / "sbatch-words") ? test::text_of(scratch / "sbatch-words") : "";
  }
  [[nodiscard]] std::string folder() const { return std::filesystem::canonical(scratch.path()) / "s w"; }
};

TEST_CASE("a sweep is submitted as a job array with its script, its folder and its logs", "[submit][cli]") {
  const LoginNode node;
  const Ended ended = node.submit("--shards 4 --max-running 2 -- --partition=long --comment 'two words'");
  CHECK(ended.status == 0);
  CHECK(ended.out ==
        fmt::format("job 17: sbatch --array=1-4%2 '{0}/submit.sh'\nfollow:  squeue -j 17; hansa status "
                    "'{0}'; logs in '{0}/logs'\n",
                    node.folder()));
  CHECK(node.said_to_sbatch() == fmt::format("[--parsable][--array=1-4%2][{}/submit.sh]", node.folder()));
  CHECK(std::filesystem::is_directory(node.scratch / "s w/logs"));
  CHECK(std::filesystem::exists(node.scratch / "s w/sweep.yaml"));
  CHECK_THAT(test::text_of(node.scratch / "s w/submit.sh"),
             Contains("\n#SBATCH --partition=long\n#SBATCH --comment \"two words\"\n"));
}

TEST_CASE("a task of a submitted sweep finds the sweep that was checked in its folder", "[submit][cli]") {
  const LoginNode node;
  CHECK(node.submit("--shards 4").status == 0);
  put(node.scratch / "q.yaml", "changed meanwhile");
  const Ended task = test::shell(node.scratch, "SLURM_ARRAY_TASK_ID=2 bash 's w/submit.sh'");
  CHECK(task.status == 0);
  Names names;
  for (const auto& [name, content] : test::shards_of(node.scratch / "s w")) names.push_back(name);
  CHECK(names == Names{"shard-0001.h5", "shard-0001.h5.sha256", "shard-0005.h5", "shard-0005.h5.sha256"});
}

TEST_CASE("a task writes as many files as were agreed to when its sweep was submitted", "[submit][cli]") {
  const LoginNode node;
  put(node.scratch / "q.yaml", quick_sweep(276, 1));
  const Ended refused = node.submit("--shards 800 --prepare");
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("1104 files, more than 1000"));
  CHECK(node.submit("--shards 800 --max-shards 2000 --prepare").status == 0);
  CHECK(test::shell(node.scratch, "SLURM_ARRAY_TASK_ID=1 bash 's w/submit.sh'").status == 0);
  CHECK(test::shards_of(node.scratch / "s w").size() == 2 * 2);  // with their digests
  CHECK_THAT(node.status().out, Contains("to run them: hansa sweep 's w/sweep.yaml' --out 's w'\n"));
  CHECK(
      test::hansa_in(node.scratch, {"sweep", "s w/sweep.yaml", "--out", "s w", "--shard", "2/800"}).status ==
      0);
  CHECK(node.submit("--shards 800 --prepare").status == 0);
}

TEST_CASE("the missing part of a sweep is submitted again, and the status shows how", "[submit][cli]") {
  const LoginNode node;
  CHECK(node.submit("--shards 4 --time 10").status == 0);
  CHECK_THAT(node.status().out,
             EndsWith("missing shards: 0-7\nto run them: hansa sweep 's w/sweep.yaml' --out 's w'\n"
                      "on Slurm: sbatch --array=1-4 's w/submit.sh'\n"));
  for (const char* part : {"1/4", "4/4"})
    CHECK(test::hansa_in(node.scratch, {"sweep", "q.yaml", "--out", "s w", "--shard", part}).status == 0);
  CHECK_THAT(node.status().out, EndsWith("on Slurm: sbatch --array=2-3 's w/submit.sh'\n"));
  const std::string first = test::text_of(node.scratch / "s w/submit.sh");
  CHECK_THAT(node.submit("--shards 8 --time 20").out, StartsWith("job 17: sbatch --array=2-3,6-7 "));
  CHECK(test::text_of(node.scratch / "s w/submit.sh") == first);
  CHECK_THAT(test::text_of(node.scratch / "s w/submit-2.sh"), Contains("\n#SBATCH --time=0-00:20:00\n"));
  CHECK(test::hansa_in(node.scratch, {"sweep", "q.yaml", "--out", "s w"}).status == 0);
  const Ended nothing = node.submit("--shards 4");
  CHECK(nothing.status == 0);
  CHECK(nothing.out.empty());
  CHECK_THAT(nothing.err, Contains("all 8 shards are in ") && Contains("nothing to submit"));
}

TEST_CASE("a shard that lost its digest is submitted again, and both forms of the status show it",
          "[submit][cli]") {
  const LoginNode node;
  CHECK(node.submit("--shards 4 --time 10").status == 0);
  CHECK(test::hansa_in(node.scratch, {"sweep", "q.yaml", "--out", "s w"}).status == 0);
  std::filesystem::remove(node.scratch / "s w/shards/shard-0005.h5.sha256");
  const std::string again = "sbatch --array=2 's w/submit.sh'";
  CHECK_THAT(node.status().out, Contains("on Slurm: " + again + "\n"));
  CHECK_THAT(node.status("--json").out, Contains("\"resubmit\": \"" + again + "\""));
}

TEST_CASE("a dry run prints the job script and leaves nothing behind", "[submit][cli]") {
  const LoginNode node;
  const Ended ended = node.submit("--shards 4 --dry-run");
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("#!/bin/bash\n") && Contains("#SBATCH --array=1-4\n"));
  CHECK_THAT(ended.err,
             Contains(fmt::format("would call sbatch --array=1-4 '{}/submit.sh'\n", node.folder())));
  CHECK(node.said_to_sbatch().empty());
  CHECK(node.scratch.names() == Names{"bin", "q.yaml"});
  const Ended prepared = node.submit("--shards 4 --prepare --program 'apptainer run hansa.sif'");
  CHECK(prepared.out == fmt::format("sbatch --array=1-4 '{}/submit.sh'\n", node.folder()));
  CHECK(node.said_to_sbatch().empty());
  CHECK_THAT(test::text_of(node.scratch / "s w/submit.sh"), Contains("\nhansa=(apptainer run hansa.sif)\n"));
}

TEST_CASE("what cannot be submitted is refused with the reason", "[submit][cli]") {
  const LoginNode node;
  const auto [words, status, complaint] = GENERATE(table<std::string, int, std::string>({
      {"", 2, "--shards is required"},
      {"--shards 0", 2, "--shards"},
      {"--shards 4 --time soon", 2, "expected MINUTES, H:M:S or D-H:M; got 'soon'"},
      {"--shards 4 partition", 2, "partition: is unexpected; options of sbatch follow --"},
      {"--shards 4 -- --array=1-9", 2,
       "use --shards for the number of tasks and --max-running for how many run at once"},
      {"--shards 4 -- '--comment two words'", 2, "is no option of sbatch; write --option=value"},
      {"--shards 4 -- --mem=0 '-A my project'", 2, "is no option of sbatch; write --option=value"},
  }));
  const Ended ended = node.submit(words);
  CHECK(ended.status == status);
  CHECK_THAT(ended.err, Contains(complaint));
  CHECK(node.scratch.names() == Names{"bin", "q.yaml"});
}

TEST_CASE("without Slurm a submission says what to do instead", "[submit][cli]") {
  const LoginNode node;
  const Ended ended = test::shell(node.scratch, "PATH=/nowhere \"$HANSA\" submit q.yaml --shards 4");
  CHECK(ended.status == 3);
  CHECK_THAT(ended.err, Contains("hansa: sbatch: not found") &&
                            Contains("seq 4 | parallel -q hansa sweep q.yaml --out ") &&
                            !Contains("--max-shards"));
  CHECK_THAT(
      test::shell(node.scratch, "PATH=/nowhere \"$HANSA\" submit q.yaml --shards 4 --max-shards 2000").err,
      Contains(" --shard {}/4 --max-shards 2000\n"));
  CHECK(node.scratch.names() == Names{"bin", "q.yaml"});
}

TEST_CASE("an sbatch that refuses leaves the script and exit status 3", "[submit][cli]") {
  const LoginNode node("echo no such partition >&2; exit 1");
  const Ended ended = node.submit("--shards 4");
  CHECK(ended.status == 3);
  CHECK_THAT(ended.err,
             Contains("no such partition\nhansa: sbatch: ended with status 1 without a job; the job "
                      "script is " +
                      node.folder() + "/submit.sh"));
}

TEST_CASE("a queued sweep is not submitted twice without --again", "[submit][cli]") {
  const LoginNode node("echo 18",
                       "echo '12|1|RUNNING|None|me|/somewhere/else/submit.sh'; "
                       "echo \"16|1|PENDING|JobHeldUser|me|$PWD/s w/submit-2.sh\"");
  const Ended ended = node.submit("--shards 4");
  CHECK(ended.status == 2);
  CHECK_THAT(ended.err, Contains("job 16 of me still has tasks of this folder in the queue"));
  CHECK(node.said_to_sbatch().empty());
  CHECK_THAT(node.submit("--shards 4 --again").out, StartsWith("job 18: "));
}

TEST_CASE("a queue that cannot be read is reported and blocks no submission", "[submit][cli]") {
  const LoginNode node("echo 18", "exit 1");
  const Ended ended = node.submit("--shards 4");
  CHECK(ended.status == 0);
  CHECK_THAT(ended.err,
             Contains("squeue ended with status 1; an earlier job of this folder may be queued\n"));
  CHECK_THAT(LoginNode().submit("--shards 4").err, !Contains("squeue"));
}

TEST_CASE("of a queued sweep the status prints only what no task in the queue runs", "[submit][cli]") {
  const LoginNode node("echo 17", "test -e queued && cat queued");
  CHECK(node.submit("--shards 4").status == 0);
  const std::string script = node.folder() + "/submit.sh";
  put(node.scratch / "queued",
      fmt::format("17|1|RUNNING|None|me|{0}\n17|3|PENDING|JobHeldUser|me|{0}\n", script));
  CHECK_THAT(node.status().out, EndsWith("in the queue: job 17, task 1 running\n"
                                         "in the queue: job 17, task 3 pending (JobHeldUser)\n"
                                         "on Slurm: sbatch --array=2,4 's w/submit.sh'\n"));
  CHECK_THAT(node.status("--json").out, Contains("\"queued\": [") && Contains("\"state\": \"running\"") &&
                                            Contains("\"resubmit\": \"sbatch --array=2,4 's w/submit.sh'\""));
  put(node.scratch / "queued",
      fmt::format("17|1|PENDING|None|me|{0}\n17|2|PENDING|None|me|{0}\n17|3|PENDING|None|me|{0}\n"
                  "17|4|PENDING|None|me|{0}\n",
                  script));
  CHECK_THAT(node.status().out, EndsWith("in the queue: job 17, tasks 1-4 pending\n"));
}

TEST_CASE("without the folder of logs, the status says how to submit or start tasks", "[submit][cli]") {
  const LoginNode node("echo 17", "test -e queued && cat queued");
  CHECK(node.submit("--shards 4").status == 0);
  std::filesystem::remove(node.scratch / "s w/logs");
  const Ended lost = node.status();
  CHECK_THAT(lost.out, EndsWith("on Slurm: mkdir -p 's w/logs' && sbatch --array=1-4 's w/submit.sh'\n"));
  put(node.scratch / "queued", fmt::format("17|1|PENDING|JobHeldUser|me|{}/submit.sh\n", node.folder()));
  CHECK_THAT(node.status().out,
             Contains("note: tasks in the queue cannot start without the folder of their logs: "
                      "mkdir 's w/logs'\n"));
}

TEST_CASE("an array that the cluster does not take becomes shorter, with more shards a task",
          "[submit][cli]") {
  const LoginNode node("echo 17", "true", "printf 'MaxArraySize            = 4\\nMaxJobCount = 100\\n'");
  const Ended ended = node.submit("--shards 6");
  CHECK(ended.status == 0);
  CHECK_THAT(ended.err, Contains("3 tasks instead of 6, each with more shards: this cluster takes no more "
                                 "(MaxArraySize 4)\n"));
  CHECK_THAT(ended.out, Contains("sbatch --array=1-3 "));
  CHECK_THAT(node.submit("--shards 3 --dry-run").err, !Contains("instead of"));
  const LoginNode none("echo 17", "true", "echo MaxArraySize = 1");
  CHECK_THAT(none.submit("--shards 6").err, Contains("takes no job arrays here: MaxArraySize 1"));
}

TEST_CASE("options of sbatch hold for the script, and what was asked for twice is refused", "[submit][cli]") {
  const LoginNode node;
  const Ended ended =
      node.submit("--shards 4 --tries 9 -- --time=7 --output=x.log -e 'e f' --no-requeue --signal=B:USR1@20");
  CHECK_THAT(ended.out, EndsWith("; output in x.log, errors in 'e f'\n"));
  CHECK_THAT(test::text_of(node.scratch / "s w/submit.sh"), Contains("\n#SBATCH --time=0-00:07:00\n") &&
                                                                Contains("\n#SBATCH --signal=B:USR1@20\n") &&
                                                                Contains("\ntries=9\nrequeues=no\n"));
  CHECK_THAT(node.submit("--shards 4 --time 5 -- -t 7").err, Contains("--time: is given twice"));
  CHECK_THAT(node.submit("--shards 4 --threads 2 -- -c 2").err, Contains("--threads: is given twice"));
}

TEST_CASE("a test of the job submits nothing and says so", "[submit][cli]") {
  const LoginNode node("echo would start tomorrow >&2");
  const Ended ended = node.submit("--shards 4 -- --test-only");
  CHECK(ended.status == 0);
  CHECK_THAT(ended.out, StartsWith("nothing was submitted: sbatch --test-only takes the job"));
  CHECK_THAT(node.said_to_sbatch(), StartsWith("[--test-only][--array=1-4]"));
  CHECK_THAT(test::text_of(node.scratch / "s w/submit.sh"), !Contains("test-only"));
  CHECK_FALSE(std::filesystem::exists(node.scratch / "s w/jobs.txt"));
}

TEST_CASE("sbatch's variables of the environment go into the script, or are refused", "[submit][cli]") {
  const LoginNode node("test -z \"$SBATCH_TIMELIMIT$SBATCH_OUTPUT\" && echo 17");
  const std::string set = "SBATCH_TIMELIMIT=7 SBATCH_OUTPUT=x.log SBATCH_JOB_NAME=mine";
  const Ended ended = node.submit("--shards 4", set);
  CHECK(ended.status == 0);
  CHECK_THAT(ended.err, Contains("SBATCH_TIMELIMIT, SBATCH_JOB_NAME, SBATCH_OUTPUT\n"));
  CHECK_THAT(ended.out,
             StartsWith("job 17: env -u SBATCH_TIMELIMIT -u SBATCH_JOB_NAME -u SBATCH_OUTPUT sbatch ") &&
                 EndsWith("; output in x.log\n"));
  CHECK_THAT(test::text_of(node.scratch / "s w/submit.sh"),
             Contains("\n#SBATCH --time=0-00:07:00\n") && Contains("\n#SBATCH --job-name=\"mine\"\n"));
  CHECK_THAT(node.submit("--shards 4 --time 9 --dry-run", set).out, Contains("--time=0-00:09:00"));
  CHECK_THAT(node.submit("--shards 4", "SBATCH_ARRAY_INX=1-3").err,
             Contains("SBATCH_ARRAY_INX of the environment: --array=1-3: use --shards"));
  CHECK_THAT(node.submit("--shards 4", "SBATCH_SIGNAL=USR2").err,
             Contains("SBATCH_SIGNAL of the environment"));
}

TEST_CASE("of two submissions at the same moment one is told of the other", "[submit][cli]") {
  const LoginNode node("touch began; while ! test -e end; do sleep 0.02; done; echo 17");
  const Ended ended = node.call(
      "\"$HANSA\" submit q.yaml --out 's w' --shards 4 >one 2>&1 & while ! test -e began; do sleep 0.02; "
      "done; "
      "ln -s 's w' other; \"$HANSA\" submit q.yaml --out other --shards 4; echo rc $?; touch end; wait; cat "
      "one");
  CHECK_THAT(ended.err, Contains("another process is submitting this folder at this moment"));
  CHECK_THAT(ended.out, StartsWith("rc 2\n") && Contains("job 17: sbatch"));
  CHECK_THAT(test::text_of(node.scratch / "s w/jobs.txt"), StartsWith("17 - 20"));
}

}  // namespace
}  // namespace hansa
