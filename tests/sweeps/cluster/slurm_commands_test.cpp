#include <catch2/catch.hpp>

#include "support/files/file_error.hpp"
#include "sweeps/cluster/slurm_commands.hpp"
#include "tests/sweeps/cluster/fake_slurm.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::FakeSlurm;

TEST_CASE("a submitted job has the number that sbatch prints, with or without a cluster", "[slurm]") {
  const FakeSlurm slurm;
  CHECK_FALSE(has_sbatch());
  const std::string cluster = GENERATE("", "north");
  slurm.add("sbatch", "test \"$1 $2 $3\" = '--parsable --array=1-4 s/submit.sh' && echo '17" +
                          (cluster.empty() ? cluster : ";" + cluster) + "'");
  CHECK(has_sbatch());
  const SubmittedJob job = submit_job({"sbatch", "--array=1-4", "s/submit.sh"});
  CHECK(job.number == "17");
  CHECK(job.cluster == cluster);
  CHECK_THROWS_WITH(submit_job({"sbatch", "--array=1-5", "s/submit.sh"}),
                    Contains("ended with status 1 without a job; the job script is s/submit.sh"));
  CHECK_THROWS_WITH(test_job({"sbatch", "--array=1-5", "s/submit.sh"}),
                    Contains("--test-only ended with status 1; nothing was submitted"));
}

TEST_CASE("a cluster's limit on tasks is the least that can be asked for", "[slurm]") {
  const FakeSlurm slurm;
  CHECK_FALSE(find_task_limit());
  slurm.add("scontrol",
            "test \"$*\" = 'show config' && printf 'MaxArraySizeOf = 3\\nMaxArraySize            = 1001\\n"
            "MaxJobCount = 10000\\n'");
  CHECK(find_task_limit()->n_tasks == 1000);
  CHECK(find_task_limit()->setting == "MaxArraySize 1001");
  slurm.add("sacctmgr", "echo 50; echo 200");  // two accounts; sbatch knows which one counts
  CHECK(find_task_limit()->n_tasks == 200);
  CHECK(find_task_limit()->setting == "MaxSubmitJobs 200");
  slurm.add("sacctmgr", "echo 50; echo");  // no limit in one
  CHECK(find_task_limit()->n_tasks == 1000);
  slurm.add("sacctmgr", "echo 50; exit 1");  // no accounting here
  CHECK(find_task_limit()->n_tasks == 1000);
  slurm.add("scontrol", "echo MaxArraySize = 0");
  CHECK(find_task_limit()->n_tasks == 0);
  slurm.add("scontrol", "echo slurmctld is away >&2; exit 1");
  CHECK_FALSE(find_task_limit());
}

}  // namespace
}  // namespace hansa
