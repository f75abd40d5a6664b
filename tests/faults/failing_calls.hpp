#pragma once

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "tests/cli/program.hpp"

namespace hansa::test {

/// Which calls of the system fail, and how: the n-th of a family that concerns a file of the test, or every one from it on.
struct Fault {
  std::string family;
  int error = EIO;
  std::size_t n = 0;  // from 1; 0: none fails
  bool for_good = false;
};

struct SystemCall {
  long number;
  int folder, path, descriptor;  // which argument it is; -1: none
};

/// The calls of each family.
inline const std::map<std::string, std::vector<SystemCall>>& call_families() {
  static const std::map<std::string, std::vector<SystemCall>> families = {
      {"open", {{SYS_openat, 0, 1, -1}, {SYS_openat2, 0, 1, -1}}},
      {"read", {{SYS_read, -1, -1, 0}, {SYS_readv, -1, -1, 0}, {SYS_pread64, -1, -1, 0}}},
      {"write", {{SYS_write, -1, -1, 0}, {SYS_writev, -1, -1, 0}}},
      {"pwrite", {{SYS_pwrite64, -1, -1, 0}}},
      {"fsync", {{SYS_fsync, -1, -1, 0}}},
      {"close", {{SYS_close, -1, -1, 0}}},
      {"rename",
       {{SYS_renameat2, 0, 1, -1},
        {SYS_renameat, 0, 1, -1}
#ifdef SYS_rename
        ,
        {SYS_rename, -1, 0, -1}
#endif
       }},
      {"mkdir",
       {{SYS_mkdirat, 0, 1, -1}
#ifdef SYS_mkdir
        ,
        {SYS_mkdir, -1, 0, -1}
#endif
       }},
      {"link",
       {{SYS_linkat, 0, 1, -1}
#ifdef SYS_link
        ,
        {SYS_link, -1, 0, -1}
#endif
       }},
      {"getdents", {{SYS_getdents64, -1, -1, 0}}},
      {"stat",
       {{SYS_newfstatat, 0, 1, -1},
        {SYS_statx, 0, 1, -1},
        {SYS_fstat, -1, -1, 0}
#ifdef SYS_stat
        ,
        {SYS_stat, -1, 0, -1},
        {SYS_lstat, -1, 0, -1}
#endif
       }},
  };
  return families;
}

/// How a program ended some of whose calls failed.
struct Faulty {
  Ended ended;
  std::size_t n_calls = 0;  // of the family that concern files of the test
};

/// Lets calls of a child wait for an answer, and hands over where they can be answered. False if that is not possible.
inline bool hand_over_calls(const std::vector<SystemCall>& calls, int socket) {
  std::vector<sock_filter> rules = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const SystemCall& call : calls) {
    rules.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call.number), 0, 1));
    rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF));
  }
  rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog filter{.len = static_cast<unsigned short>(rules.size()), .filter = rules.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  const auto listener = static_cast<int>(
      ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter));
  if (listener < 0) return false;
  char byte = 0;
  iovec piece{&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &listener, sizeof listener);
  return ::sendmsg(socket, &message, 0) == 1;
}

/// What hand_over_calls sent; -1 if the child could not.
inline int take_over_calls(int socket) {
  char byte = 0;
  iovec piece{&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1) return -1;
  int listener = -1;
  if (const cmsghdr* header = CMSG_FIRSTHDR(&message)) std::memcpy(&listener, CMSG_DATA(header), sizeof(int));
  return listener;
}

/// Answers the calls of a child until it ends.
class CallAnswers {
 public:
  CallAnswers(int listener, Fault fault, std::vector<std::string> roots)
      : listener_(listener), fault_(std::move(fault)), roots_(std::move(roots)) {
    thread_ = std::thread([this] { answer_all(); });
  }
  ~CallAnswers() {
    thread_.join();
    ::close(listener_);
  }
  CallAnswers(const CallAnswers&) = delete;
  CallAnswers& operator=(const CallAnswers&) = delete;

  /// Call once the child has ended.
  [[nodiscard]] std::size_t n_calls() const { return n_calls_; }

 private:
  void answer_all() {
    for (;;) {
      pollfd ready{.fd = listener_, .events = POLLIN, .revents = 0};
      if (::poll(&ready, 1, -1) < 0 && errno == EINTR) continue;
      if ((ready.revents & POLLIN) == 0) return;  // nobody is left who could call
      seccomp_notif call{};
      if (::ioctl(listener_, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0) continue;
      seccomp_notif_resp answer{};
      answer.id = call.id;
      answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
      if (concerns_us(call)) {
        const std::size_t n = ++n_calls_;
        if (fault_.n > 0 && (n == fault_.n || (n > fault_.n && fault_.for_good))) {
          answer.flags = 0;
          answer.error = -fault_.error;
        }
      }
      ::ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
  }

  bool concerns_us(const seccomp_notif& call) const {
    const auto child = static_cast<pid_t>(call.pid);
    for (const SystemCall& known : call_families().at(fault_.family)) {
      if (known.number != call.data.nr) continue;
      std::string path;
      if (known.path >= 0) path = text_of_child(child, call.data.args[static_cast<std::size_t>(known.path)]);
      if (path.starts_with('/')) return is_below_root(path);
      if (known.path >= 0 && !path.empty()) {  // relative: to a folder of ours
        const auto folder = known.folder < 0
                                ? AT_FDCWD
                                : static_cast<int>(call.data.args[static_cast<std::size_t>(known.folder)]);
        return folder == AT_FDCWD || is_below_root(path_of(child, folder));
      }
      const int descriptor = known.descriptor >= 0 ? known.descriptor : known.folder;
      return descriptor >= 0 &&
             is_below_root(
                 path_of(child, static_cast<int>(call.data.args[static_cast<std::size_t>(descriptor)])));
    }
    return false;
  }

  bool is_below_root(const std::string& path) const {
    for (const std::string& root : roots_)
      if (path.starts_with(root)) return true;
    return false;
  }

  static std::string path_of(pid_t child, int descriptor) {
    std::error_code ignored;
    return std::filesystem::read_symlink(fmt::format("/proc/{}/fd/{}", child, descriptor), ignored).string();
  }

  static std::string text_of_child(pid_t child, std::uint64_t address) {
    std::array<char, 4096> text{};
    const std::size_t n = std::min<std::size_t>(text.size() - 1, 4096 - address % 4096);  // of one page
    const iovec here{text.data(), n}, there{reinterpret_cast<void*>(address), n};         // NOLINT
    if (::process_vm_readv(child, &here, 1, &there, 1, 0) < 0) return "";
    if (std::memchr(text.data(), 0, n) == nullptr && n < text.size() - 1) {
      const iovec rest{text.data() + n, text.size() - 1 - n},
          more{reinterpret_cast<void*>(address + n), text.size() - 1 - n};  // NOLINT
      static_cast<void>(::process_vm_readv(child, &rest, 1, &more, 1, 0));
    }
    return text.data();
  }

  int listener_;
  Fault fault_;
  std::vector<std::string> roots_;
  std::atomic<std::size_t> n_calls_{0};
  std::thread thread_;
};

/// Calls the program while calls fail that concern files below these folders; nullopt if the system does not allow it.
inline std::optional<Faulty> run_with(const Fault& fault, Call call, const std::vector<std::string>& roots) {
  int sockets[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return std::nullopt;
  call.before = [&] {
    ::close(sockets[0]);
    return hand_over_calls(call_families().at(fault.family), sockets[1]);
  };
  Program program(call);
  ::close(sockets[1]);
  const int listener = take_over_calls(sockets[0]);
  ::close(sockets[0]);
  if (listener < 0) return std::nullopt;
  Faulty faulty;
  {
    const CallAnswers answers(listener, fault, roots);
    faulty.ended = program.end();
    faulty.n_calls = answers.n_calls();
  }
  return faulty;
}

}  // namespace hansa::test
