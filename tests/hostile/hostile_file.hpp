#pragma once

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "tests/cli/program.hpp"

namespace hansa::test {

/// A file that nobody should have to fear, and where it is refused: "LINE: KEY".
struct HostileFile {
  std::string what, text, wanted;
};

/// Half of what a machine of the smallest kind has for a program, and a second of its processor. Sanitizers need more.
inline bool limit_refusal() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return true;
#else
  constexpr rlimit memory{.rlim_cur = 64 << 20, .rlim_max = 64 << 20}, seconds{.rlim_cur = 1, .rlim_max = 1};
  return ::setrlimit(RLIMIT_DATA, &memory) == 0 && ::setrlimit(RLIMIT_CPU, &seconds) == 0;
#endif
}

/// The place and the key of a problem, "FILE:LINE: KEY", of its line on standard error.
inline std::string place_and_key(const std::string& line) {
  const auto after_file = line.find(':'), after_line = line.find(':', after_file + 1),
             after_column = line.find(": ", after_line), after_key = line.find(": ", after_column + 2);
  if (after_key == std::string::npos) return line;
  return line.substr(0, after_line) + line.substr(after_column, after_key - after_column);
}

/// The first problem on standard error; remarks are no problems.
inline std::string first_problem(const std::string& err) {
  for (const std::string& line : lines_of(err))
    if (line.find(": not used: ") == std::string::npos && !line.starts_with("hansa: "))
      return place_and_key(line);
  return "";
}

/// Demands that the program ends with status 2, at once, in little memory, with the problem where it is; that nothing
/// is written; that nothing acts on a terminal.
inline void expect_refusal(const ScratchFolder& folder, std::vector<std::string> words,
                           const std::string& wanted) {
  const auto before = folder.names();
  const Ended ended = run({.words = std::move(words), .folder = folder.path(), .before = limit_refusal});
  INFO(ended.err.substr(0, 300));
  CHECK(ended.status == 2);
  const std::string told = first_problem(ended.err);
  if (!told.starts_with(wanted + ", "))
    CHECK(told == wanted);  // of several keys in one place the first is wanted
  CHECK(ended.out.empty());
  CHECK(folder.names() == before);
  CHECK(std::none_of(ended.err.begin(), ended.err.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
  }));
}

/// The same for files of one kind, each alone in a folder under this name.
inline void expect_refusals(const std::vector<HostileFile>& files, const std::string& name,
                            const std::vector<std::string>& words) {
  for (const HostileFile& file : files) {
    INFO(file.what);
    const ScratchFolder folder;
    put(folder / name, file.text);
    expect_refusal(folder, words, name + ":" + file.wanted);
  }
}

}  // namespace hansa::test
