#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// of clang, in a build for ./dev coverage: writes what a process went through, as exit does and _exit does not
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" __attribute__((weak)) int __llvm_profile_write_file();

namespace hansa::test {

constexpr int child_failed = 99;

/// Starts a process that does this work and exits with the status it returns; returns the process number.
template <class Work> pid_t start_child(Work work) {
  std::cout.flush();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process can be started");
  if (child > 0) return child;
  int status = child_failed;
  try {
    status = work();
  } catch (const std::exception& error) {
    std::cerr << "in a child: " << error.what() << std::endl;
  }
  if (__llvm_profile_write_file != nullptr) __llvm_profile_write_file();
  ::_exit(status);
}

/// Waits for a process; returns its exit status, or minus the signal that killed it.
inline int end_of_child(pid_t child) {
  int status = 0;
  pid_t ended = -1;
  do ended = ::waitpid(child, &status, 0);
  while (ended < 0 && errno == EINTR);
  if (ended != child) throw std::runtime_error("no such child");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

template <class Work> int in_child(Work work) { return end_of_child(start_child(work)); }

/// The number of a process that has exited.
inline pid_t dead_process() {
  const pid_t child = start_child([] { return 0; });
  end_of_child(child);
  return child;
}

/// Makes a system call fail with this error, in this process and permanently; with an argument, only calls
/// with that first argument. False if the system does not allow this.
inline bool break_call(long call, int error, std::optional<int> argument = std::nullopt) {
  const auto answer = SECCOMP_RET_ERRNO | (static_cast<std::uint32_t>(error) & SECCOMP_RET_DATA);
  const auto wanted = static_cast<std::uint32_t>(argument.value_or(0));
  const std::uint8_t skip_unless_wanted = argument ? 1 : 0;
  sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, wanted, 0, skip_unless_wanted),
      BPF_STMT(BPF_RET | BPF_K, answer),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog filter{.len = sizeof rules / sizeof rules[0], .filter = rules};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

/// Whether break_call works here; prints why not.
inline bool can_break_calls() {
  if (in_child([] { return break_call(SYS_sync, EIO) ? 0 : 1; }) == 0) return true;
  std::cout << "skipped: this system does not let calls be broken (seccomp)" << std::endl;
  return false;
}

/// Drops root's permission to write anywhere, in this process and permanently.
inline void become_nobody() {
  if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
    throw std::runtime_error("cannot drop root's permissions");
}

/// Mounts an empty disk of this size on a folder, visible to this process only; false if that is not allowed.
inline bool mount_small_disk(const std::filesystem::path& folder, const std::string& size) {
  const std::string user = std::to_string(::geteuid()), group = std::to_string(::getegid());
  if (::unshare(CLONE_NEWNS) != 0) {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/uid_map") << "0 " + user + " 1";
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/gid_map") << "0 " + group + " 1";
  }
  ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
  return ::mount("none", folder.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

}  // namespace hansa::test
