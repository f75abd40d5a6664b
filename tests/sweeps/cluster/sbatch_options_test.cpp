#include <cstdlib>

#include <catch2/catch.hpp>

#include "sweeps/cluster/sbatch_options.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Words = std::vector<std::string>;

TEST_CASE("options of sbatch that the script derives from are read in each of their forms", "[slurm]") {
  for (const Words& words : {Words{"--time=10"}, Words{"--time", "10"}, Words{"-t10"}, Words{"-t", "10"},
                             Words{"-t", "5", "--time=0:10:00"}}) {
    const SbatchOptions read = read_sbatch_options(words);
    CHECK(read.problem.empty());
    CHECK(read.limit_minutes == 10);
    CHECK(read.others.empty());
  }
  const SbatchOptions read = read_sbatch_options(
      {"-J", "my job", "-oout.log", "--error", "err", "--no-requeue", "-c4", "--mem-per-cpu", "2G", "-M",
       "north", "--test-only", "--signal=B:SIGUSR1@90", "-p", "long", "--hold"});
  CHECK(read.problem.empty());
  CHECK(read.job_name == "my job");
  CHECK(read.output == "out.log");
  CHECK(read.error == "err");
  CHECK(read.requeues == false);
  CHECK(read.n_threads == 4);
  CHECK(read.sets_memory);
  CHECK(read.clusters == "north");
  CHECK(read.is_test);
  CHECK(read.stop_ahead == 90);
  CHECK(read.others == Words{"--mem-per-cpu=2G", "-p", "long", "--hold"});
  CHECK(read_sbatch_options({"--signal=B:USR1"}).stop_ahead == 60);
  CHECK(read_sbatch_options({"--no-requeue", "--requeue"}).requeues == true);
  CHECK(read_sbatch_options({"--comment", "-x y", "-vv", "--mem=0"}).problem.empty());
}

TEST_CASE("options of sbatch that contradict the script are refused with the reason", "[slurm]") {
  const auto [words, reason] = GENERATE(table<Words, std::string>({
      {{"--time=0"}, "--time=0: expected MINUTES, H:M:S or D-H:M, since a task must know its time limit"},
      {{"-t", "UNLIMITED"}, "-t UNLIMITED: expected MINUTES"},
      {{"--time"}, "--time: needs a value"},
      {{"--tim=5"}, "--tim=5: write the name of the option in full"},
      {{"--signal=B:TERM@60"}, "the script waits for USR1"},
      {{"--signal=USR1@60"}, "the script waits for USR1"},
      {{"--signal", "B:USR1@soon"}, "--signal B:USR1@soon: the script waits for USR1"},
      {{"-c", "0"}, "expected a whole number in [1, 1024]"},
      {{"--array=1-9"}, "use --shards for the number of tasks"},
      {{"--time-min=5"}, "a task must know its time limit"},
      {{"-W"}, "hansa submit does not wait"},
      {{"--wrap=true"}, "the job script is that of hansa"},
      {{"-Ht5"}, "-Ht5: write each option of its own"},
      {{"long"}, "long: is unexpected"},
  }));
  CHECK_THAT(read_sbatch_options(words).problem, Contains(reason));
}

TEST_CASE("variables of the environment that win over the script are read as options", "[slurm]") {
  CHECK(sbatch_variables().empty());
  ::setenv("SBATCH_TIMELIMIT", "7", 1);
  ::setenv("SBATCH_NO_REQUEUE", "1", 1);
  ::setenv("SBATCH_PARTITION", "long", 1);  // nothing is derived from it
  Words options;
  for (const SbatchVariable& variable : sbatch_variables()) options.push_back(variable.option);
  for (const char* name : {"SBATCH_TIMELIMIT", "SBATCH_NO_REQUEUE", "SBATCH_PARTITION"}) ::unsetenv(name);
  CHECK(options == Words{"--time=7", "--no-requeue"});
}

}  // namespace
}  // namespace hansa
