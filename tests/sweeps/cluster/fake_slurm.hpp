#pragma once

#include <cstdlib>
#include <string>

#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

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
    put(file, "#!/bin/sh\n" + line + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  }

 private:
  ScratchFolder scratch_;
  std::string path_;
};

}  // namespace hansa::test
