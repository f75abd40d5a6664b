#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace hansa::test {

/// The files that a program opened, by a log of strace; relative ones stand in the folder in which it worked.
inline std::vector<std::filesystem::path> opened_in(const std::string& log,
                                                    const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> opened;
  for (const std::string& line : lines_of(log)) {
    const std::size_t begin = line.find('"'), end = line.find('"', begin + 1);
    if (end == std::string::npos || line.find(") = -1 ") != std::string::npos) continue;
    const std::filesystem::path path = line.substr(begin + 1, end - begin - 1);
    // below a folder opened before, which the kernel or the name ensures
    const bool is_in_open_folder = line.find("openat(") != std::string::npos &&
                                   line.find("openat(AT_FDCWD") == std::string::npos && path.is_relative() &&
                                   path == path.filename() && path != "..";
    const bool is_beneath = line.find("openat2(") != std::string::npos || is_in_open_folder;
    if (!is_beneath) opened.push_back((path.is_absolute() ? path : folder / path).lexically_normal());
  }
  return opened;
}

/// What the program may open wherever it works: itself, its libraries, its data, the system's.
inline std::vector<std::string> opened_anyway() {
  return {"/lib/",
          "/lib64/",
          "/usr/",
          "/etc/ld.so.",
          "/etc/ssl/",
          "/etc/localtime",
          "/proc/",
          "/sys/",
          "/dev/",
          source_dir() / "scenarios",
          program_file().parent_path()};
}

/// What a verb, told as to a shell, opens in this folder; `log`: a new file for the calls of the system.
struct Watched {
  Ended ended;
  std::vector<std::filesystem::path> opened;
};
inline Watched watch_files(const ScratchFolder& scratch, const std::string& verb) {
  Ended ended = shell(
      scratch, "timeout 50 strace -f -qq -e trace=open,openat,openat2,execve -o log \"$HANSA\" " + verb);
  return {std::move(ended), opened_in(text_of(scratch / "log"), scratch.path())};
}

/// The first of these files that begins with none of the names; empty: each begins with one.
inline std::string first_outside(const std::vector<std::filesystem::path>& opened,
                                 const std::vector<std::string>& allowed) {
  const auto found = std::find_if(opened.begin(), opened.end(), [&](const std::filesystem::path& path) {
    return std::none_of(allowed.begin(), allowed.end(),
                        [&](const std::string& start) { return path.string().starts_with(start); });
  });
  return found == opened.end() ? "" : found->string();
}

}  // namespace hansa::test
