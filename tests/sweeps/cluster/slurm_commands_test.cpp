#include <cstdlib>

#include <catch2/catch.hpp>

#include "support/files/file_error.hpp"
#include "sweeps/cluster/slurm_commands.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// Programs of Slurm that are shell lines, alone in PATH.
class FakeSlurm {
 public:
  FakeSlurm() : path_(std::getenv("PATH")) { ::setenv("PATH", (scratch_ / "bin").c_str(), 1); }
  ~FakeSlurm() { ::setenv("PATH", path_.c_str(), 1); }
  FakeSlurm(const FakeSlurm&) = delete;
  FakeSlurm& operator=(const FakeSlurm&) = delete;

  void add(const std::string& program, const std::string& line) const {
    const auto file = scratch_ / "bin" / program;
    std::filesystem::create_directories(file.parent_path());
    test::put(file, "#!/bin/sh\n" + line + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  }

 private:
  test::ScratchFolder scratch_;
  std::string path_;
};

TEST_CASE("a job is queued where a script of the folder is, whatever else the queue holds", "[slurm]") {
  const FakeSlurm slurm;
  CHECK(find_queued_job("/s").number.empty());  // no squeue
  slurm.add("squeue", "echo '12|/other/submit.sh'; echo '16|/s/submit-2.sh'; echo '17|/s/submit.sh'");
  CHECK(find_queued_job("/s").number == "16");
  CHECK(find_queued_job("/t").number.empty());
  CHECK(find_queued_job("/t").status == 0);
  slurm.add("squeue", "exit 3");
  CHECK(find_queued_job("/s").status == 3);
}

TEST_CASE("a submitted job has the number that sbatch prints, with or without a cluster", "[slurm]") {
  const FakeSlurm slurm;
  CHECK_FALSE(has_sbatch());
  const auto answer = GENERATE("17", "17;north");
  slurm.add("sbatch",
            std::string("test \"$1 $2 $3\" = '--parsable --array=1-4 s/submit.sh' && echo '") + answer + "'");
  CHECK(has_sbatch());
  CHECK(submit_job({"sbatch", "--array=1-4", "s/submit.sh"}) == "17");
  CHECK_THROWS_WITH(
      submit_job({"sbatch", "--array=1-5", "s/submit.sh"}),
      Catch::Matchers::Contains("ended with status 1 without a job; the job script is s/submit.sh"));
}

}  // namespace
}  // namespace hansa
