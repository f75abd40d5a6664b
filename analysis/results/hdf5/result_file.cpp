#include "analysis/results/hdf5/result_file.hpp"

#include <cerrno>
#include <fstream>
#include <new>

#include "analysis/results/hdf5/contents_reader.hpp"
#include "analysis/results/hdf5/result_check.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

void check_start(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored) && !std::filesystem::is_regular_file(file, ignored))
    throw Refusal("is not a file");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Refusal(system_cause("cannot be opened", errno));
  constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
  std::string start(signature.size(), '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  if (start != signature) throw Refusal("is not an HDF5 file");
}

// Must come before HDF5 opens the file: a damaged file can crash it or make it loop forever.
void check_seal(const std::filesystem::path& file) {
  switch (seal_state(file)) {
    case SealState::Whole:
      return;
    case SealState::Broken:
      throw Refusal("is damaged: its bytes do not have the SHA-256 in its last line");
    case SealState::None:
      throw Refusal("is cut short or was changed: its last line is not the SHA-256 of the rest");
  }
}

Hdf5Handle open_file(const std::filesystem::path& file) {
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare to read");
  must(H5Pset_file_locking(*access, false, true), "disable file locking");
  return {H5Fopen(file.c_str(), H5F_ACC_RDONLY, *access), H5Fclose, "open the file"};
}

ResultSet read_checked(const std::filesystem::path& file, bool with_seal,
                       const std::span<const std::string>* wanted) {
  try {
    check_start(file);
    if (with_seal) check_seal(file);
    const Hdf5Quiet quiet;
    const Hdf5Handle opened = open_file(file);
    const Hdf5Handle root(H5Gopen2(*opened, "/", H5P_DEFAULT), H5Gclose, "open the root group");
    ResultSet result = read_contents(*root, wanted);
    check(result);
    return result;
  } catch (const FileError& error) {
    throw ResultFileError(file, error.cause());
  } catch (const Refusal& error) {
    throw ResultFileError(file, error.what());
  } catch (const Hdf5Error& error) {
    throw ResultFileError(file, error.what());
  } catch (const ExpectationFailure& error) {
    throw ResultFileError(file, error.what());
  } catch (const std::bad_alloc&) {
    throw ResultFileError(file, "needs more memory than there is");
  }
}

}  // namespace

ResultSet read_result(const std::filesystem::path& file) { return read_checked(file, true, nullptr); }

ResultSet read_variables(const std::filesystem::path& file, std::span<const std::string> names) {
  return read_checked(file, false, &names);
}

}  // namespace hansa
