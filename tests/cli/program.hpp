#pragma once

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/places.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

/// How the program is called.
struct Call {
  std::vector<std::string> words;           // behind its name
  std::filesystem::path folder;             // to work in
  std::vector<std::string> variables = {};  // of the environment: "TZ=Asia/Kathmandu"
  std::function<bool()> before = {};        // done in the child; false: it cannot be done
  std::filesystem::path program = program_file();
};

/// How it ended.
struct Ended {
  int status = 0;  // or minus the signal that ended it
  std::string out, err;
};

constexpr int cannot_prepare = 98, cannot_start = 97;

/// What a child writes, in memory.
class Output {
 public:
  Output() : descriptor_(::memfd_create("output", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("no memory for a child's output");
  }
  ~Output() { ::close(descriptor_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::string text() const {
    struct stat status {};
    ::fstat(descriptor_, &status);
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    text.resize(static_cast<std::size_t>(::pread(descriptor_, text.data(), text.size(), 0)));
    return text;
  }

 private:
  int descriptor_;
};

/// The real program at work, in a process of its own that lives a minute at most.
class Program {
 public:
  explicit Program(const Call& call) {
    std::vector<std::string> words = {call.program};
    words.insert(words.end(), call.words.begin(), call.words.end());
    child_ = start_child([&] { return become(call, words); });
  }
  ~Program() {
    if (child_ == 0) return;
    ::kill(child_, SIGKILL);
    end_of_child(child_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Waits until it has said this on standard error; false if it does not within half a minute.
  [[nodiscard]] bool says(std::string_view text) const {
    for (int k = 0; k < 6000; ++k) {
      if (err_.text().find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }

  void send(int signal) const { ::kill(child_, signal); }

  [[nodiscard]] Ended end() {
    const int status = end_of_child(child_);
    child_ = 0;
    return {status, out_.text(), err_.text()};
  }

 private:
  int become(const Call& call, std::vector<std::string>& words) const {
    ::alarm(600);  // ends one that hangs; a busy machine takes its time
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) std::signal(signal, SIG_DFL);
    ::dup2(out_.descriptor(), STDOUT_FILENO);
    ::dup2(err_.descriptor(), STDERR_FILENO);
    ::unsetenv("HANSA_DATA_DIR");
    for (const std::string& variable : call.variables) {
      const auto equals = variable.find('=');
      ::setenv(variable.substr(0, equals).c_str(), variable.substr(equals + 1).c_str(), 1);
    }
    if (::chdir(call.folder.c_str()) != 0) return cannot_prepare;
    if (call.before && !call.before()) return cannot_prepare;
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers[0], pointers.data());
    return cannot_start;
  }

  Output out_, err_;
  pid_t child_ = 0;
};

inline Ended run(const Call& call) { return Program(call).end(); }

/// Calls the program in a folder.
inline Ended hansa_in(const ScratchFolder& folder, std::vector<std::string> words) {
  return run({.words = std::move(words), .folder = folder.path()});
}

/// Hands a line to the shell, in which $HANSA is the program.
inline Ended shell(const ScratchFolder& folder, const std::string& line, std::function<bool()> before = {}) {
  return run({.words = {"-c", line},
              .folder = folder.path(),
              .variables = {fmt::format("HANSA={}", program_file().string())},
              .before = std::move(before),
              .program = "/bin/sh"});
}

/// Whether two runs left the same bytes. A CHECK of the texts themselves would print them.
inline bool same_result(const std::filesystem::path& one, const std::filesystem::path& other) {
  const std::string bytes = text_of(one / "result.h5");
  return !bytes.empty() && bytes == text_of(other / "result.h5");
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace hansa::test
