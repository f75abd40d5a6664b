#include <filesystem>

#include <catch2/catch.hpp>
#include <fmt/core.h>

#include "sweeps/cluster/job_record.hpp"
#include "sweeps/cluster/slurm_queue.hpp"
#include "tests/sweeps/cluster/fake_slurm.hpp"

namespace hansa {
namespace {

using test::FakeSlurm;

TEST_CASE("tasks are in the queue where a script of the folder is, whatever else the queue holds",
          "[slurm]") {
  const FakeSlurm slurm;
  CHECK(ask_queue("/s").tasks.empty());  // no squeue
  slurm.add("squeue",
            "echo '12|1|RUNNING|None|me|/other/submit.sh'; echo CLUSTER: north; echo "
            "'13|1|RUNNING|None|me|/s/mine.sh';"
            "for k in 3 1 2; do echo \"16|$k|PENDING|JobHeldUser|me|/s/submit-2.sh\"; done;"
            "echo '16|4|RUNNING|None|me|/s/submit-2.sh'; echo '17|N/A|PENDING|Priority|me|/s/submit.sh'");
  const SlurmQueue queue = ask_queue("/s");
  REQUIRE(queue.tasks.size() == 3);
  CHECK(queue.status == 0);
  CHECK(queue.tasks[0].script == "submit-2.sh");
  CHECK(describe_queued(queue.tasks[0]) == "job 16, tasks 1-3 pending (JobHeldUser)");
  CHECK(describe_queued(queue.tasks[1]) == "job 16, task 4 running");
  CHECK(describe_queued(queue.tasks[2]) == "job 17 pending (Priority)");
  CHECK(ask_queue("/t").tasks.empty());
  slurm.add("squeue", "exit 3");
  CHECK(ask_queue("/s").status == 3);
}

TEST_CASE("a folder is found in the queue under its other paths", "[slurm]") {
  const FakeSlurm slurm;
  const test::ScratchFolder scratch;
  const std::filesystem::path real = scratch / "real", link = scratch / "link";
  std::filesystem::create_directory(real);
  std::filesystem::create_directory_symlink(real, link);
  slurm.add("squeue", fmt::format("echo '16|1|RUNNING|None|me|{}/submit.sh'", link.string()));
  CHECK(ask_queue(real).tasks.size() == 1);
  CHECK(ask_queue(link).tasks.size() == 1);
}

TEST_CASE("a job that the folder records is found, whoever submitted it under whatever path", "[slurm]") {
  const FakeSlurm slurm;
  const test::ScratchFolder scratch;
  const std::filesystem::path folder = scratch.path();
  {
    const auto record = JobRecord::claim(folder);
    REQUIRE(record);
    record->add({"16", ""});
    record->add({"21", "north"});
    CHECK_FALSE(JobRecord::claim(folder));  // as another process would try
  }
  CHECK(JobRecord::claim(folder));
  REQUIRE(recorded_jobs(folder).size() == 2);
  CHECK(recorded_jobs(folder)[0].cluster.empty());
  CHECK(recorded_jobs(folder)[1].cluster == "north");
  slurm.add("squeue",
            "case \"$*\" in *--jobs=16*) echo '16|2|PENDING|None|you|/mnt/other/submit.sh';; "
            "*--jobs=21*--clusters=north*) echo '21|1|RUNNING|None|me|/mnt/other/submit.sh';; esac");
  const SlurmQueue queue = ask_queue(folder);
  REQUIRE(queue.tasks.size() == 2);
  CHECK(queue.tasks[0].user == "you");
  CHECK(queue.tasks[1].job == "21");
}

}  // namespace
}  // namespace hansa
