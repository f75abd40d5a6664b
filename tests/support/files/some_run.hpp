#pragma once

#include <filesystem>
#include <string>

#include "support/files/output_folder.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {

/// A run.json that names the other files and its writer.
inline std::string mark_of(const std::string& writer) { return writer + R"( "result.h5" "scenario.yaml")"; }

/// A run whose three files name their writer.
inline void fill(OutputFolder& folder, const std::string& writer) {
  folder.add("result.h5", std::string(100'000, writer.at(0)));
  folder.add("run.json", mark_of(writer));
  folder.add("scenario.yaml", writer);
}

inline std::filesystem::path write_run(const std::filesystem::path& folder, IfTaken if_taken,
                                       const std::string& writer) {
  OutputFolder output(folder, if_taken);
  fill(output, writer);
  return output.publish();
}

/// The only writer of the folder; "" if there are several or the folder is incomplete.
inline std::string writer_of(const std::filesystem::path& folder) {
  const std::string writer = text_of(folder / "scenario.yaml");
  const bool is_whole = !writer.empty() && text_of(folder / "run.json") == mark_of(writer) &&
                        text_of(folder / "result.h5") == std::string(100'000, writer[0]);
  return is_whole ? writer : "";
}

inline void put_run(const std::filesystem::path& folder, const std::string& writer) {
  write_run(folder, IfTaken::Refuse, writer);
}

}  // namespace hansa::test
