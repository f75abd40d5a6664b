#include "analysis/results/hdf5/result_file.hpp"

#include <new>
#include <span>

#include "analysis/results/hdf5/contents_reader.hpp"
#include "analysis/results/hdf5/result_check.hpp"
#include "analysis/results/run_check.hpp"
#include "support/files/abandoned_file.hpp"
#include "support/files/presence.hpp"
#include "support/files/regular_file.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

RegularFile open_here(const std::filesystem::path& file) {
  std::string reason;
  auto opened = RegularFile::open(file, reason, folder_above(file));
  if (!opened && !is_there(file)) throw FileError(file, reason);
  if (!opened) throw Refusal(reason);
  return *std::move(opened);
}

void check_start(const RegularFile& file) {
  constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
  std::string start(signature.size(), '\0');
  if (file.read_at(0, std::span(start)) < start.size() || start != signature)
    throw Refusal("is not an HDF5 file");
}

// Must come before HDF5 opens the file: a damaged file can crash it or make it loop forever.
void check_seal(const RegularFile& opened, const std::filesystem::path& file) {
  switch (seal_state(opened, file)) {
    case SealState::Whole:
      return;
    case SealState::Broken:
      throw Refusal("is damaged: its bytes do not have the SHA-256 in its last line");
    case SealState::None:
      throw Refusal("is cut short or was changed: its last line is not the SHA-256 of the rest");
  }
}

Hdf5Handle open_by_hdf5(const RegularFile& file) {
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare to read");
  must(H5Pset_file_locking(*access, false, true), "disable file locking");
  return {H5Fopen(file.name_in_process().c_str(), H5F_ACC_RDONLY, *access), H5Fclose, "open the file"};
}

/// Which files are held to the layout of a run's.
enum class Layout { Any, RunUnlessOfSweep, Run };

void check_layout(const Contents& contents, Layout layout) {
  check(contents.result);
  const bool is_of_sweep = !text_attribute(contents.result, "sweep_sha256").empty();
  if (layout == Layout::Run || (layout == Layout::RunUnlessOfSweep && !is_of_sweep))
    check_run(contents.result, contents.version);
}

ResultSet read_checked(const std::filesystem::path& file, bool with_seal, Layout layout,
                       const std::span<const std::string>* wanted = nullptr) {
  try {
    const RegularFile opened = open_here(file);
    check_start(opened);
    if (with_seal) check_seal(opened, file);
    const Hdf5Quiet quiet;
    const Hdf5Handle read = open_by_hdf5(opened);
    const Hdf5Handle root(H5Gopen2(*read, "/", H5P_DEFAULT), H5Gclose, "open the root group");
    Contents contents = read_contents(*root, opened, wanted);
    check_layout(contents, layout);
    return std::move(contents.result);
  } catch (const Refusal& error) {
    throw ResultFileError(file, error.what());
  } catch (const Hdf5Error& error) {
    if (error.is_of_system()) throw FileError(file, error.what());
    throw ResultFileError(file, error.what());
  } catch (const ExpectationFailure& error) {
    throw ResultFileError(file, error.what());
  } catch (const std::bad_alloc&) {
    throw ResultFileError(file, "needs more memory than there is");
  }
}

}  // namespace

ResultSet read_result(const std::filesystem::path& file) { return read_checked(file, true, Layout::Any); }

ResultSet read_run(const std::filesystem::path& file) { return read_checked(file, true, Layout::Run); }

ResultSet read_run_or_sweep(const std::filesystem::path& file) {
  return read_checked(file, true, Layout::RunUnlessOfSweep);
}

ResultSet read_variables(const std::filesystem::path& file, std::span<const std::string> names) {
  return read_checked(file, false, Layout::Any, &names);
}

}  // namespace hansa
