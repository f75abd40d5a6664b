#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <hdf5.h>

namespace hansa {

/// A failed HDF5 call: what was attempted and HDF5's own reason. It names no file; the caller does.
class Hdf5Error : public std::runtime_error {
 public:
  explicit Hdf5Error(std::string_view deed);

  /// Whether a call of the system failed, so that nothing is known of the file.
  [[nodiscard]] bool is_of_system() const { return is_of_system_; }

 private:
  Hdf5Error(std::string_view deed, const std::string& reason);

  bool is_of_system_;
};

/// Returns the result of an HDF5 call; throws Hdf5Error if it is negative, which in HDF5 means failure.
template <class Returned> Returned must(Returned returned, std::string_view deed) {
  if (returned < 0) throw Hdf5Error(deed);
  return returned;
}

/// While it exists, HDF5 prints nothing about failures in this thread, nor at the end of the program. Every use of
/// HDF5 begins with one.
class Hdf5Quiet {
 public:
  Hdf5Quiet();
  ~Hdf5Quiet();
  Hdf5Quiet(const Hdf5Quiet&) = delete;
  Hdf5Quiet& operator=(const Hdf5Quiet&) = delete;

 private:
  H5E_auto2_t print_ = nullptr;
  void* print_argument_ = nullptr;
};

/// An open HDF5 object, closed on destruction.
class Hdf5Handle {
 public:
  using Close = herr_t (*)(hid_t);

  /// Throws Hdf5Error if the call that returned `id` failed.
  Hdf5Handle(hid_t id, Close closer, std::string_view deed) : id_(must(id, deed)), close_(closer) {}
  ~Hdf5Handle();
  Hdf5Handle(Hdf5Handle&& other) noexcept;
  Hdf5Handle& operator=(Hdf5Handle&&) = delete;

  hid_t operator*() const { return id_; }

  /// Closes now; throws Hdf5Error on failure. What was written is complete only after this.
  void close(std::string_view deed);

 private:
  hid_t id_;
  Close close_;
};

/// The type of a number in memory and in a file, where it is the same on every machine.
template <class Number> struct Hdf5Type;
template <> struct Hdf5Type<double> {
  static hid_t memory() { return H5T_NATIVE_DOUBLE; }
  static hid_t file() { return H5T_IEEE_F64LE; }
};
template <> struct Hdf5Type<std::int64_t> {
  static hid_t memory() { return H5T_NATIVE_INT64; }
  static hid_t file() { return H5T_STD_I64LE; }
};
template <> struct Hdf5Type<std::int32_t> {
  static hid_t memory() { return H5T_NATIVE_INT32; }
  static hid_t file() { return H5T_STD_I32LE; }
};
template <> struct Hdf5Type<std::uint8_t> {
  static hid_t memory() { return H5T_NATIVE_UINT8; }
  static hid_t file() { return H5T_STD_U8LE; }
};

/// Creation properties of every result file: variables and attributes in order, no dates.
[[nodiscard]] Hdf5Handle hdf5_file_creation();

/// Sets the format of every result file; from this version on all HDF5 metadata has checksums.
void choose_hdf5_format(hid_t access);

/// UTF-8 text of any length.
[[nodiscard]] Hdf5Handle hdf5_text_type();

/// How texts of any length are read and written: a buffer in step with their number. HDF5 takes and clears megabytes for
/// every array of texts otherwise.
[[nodiscard]] Hdf5Handle hdf5_text_transfer(std::size_t n_texts);

/// UTF-8 text of exactly n_bytes > 0 bytes.
[[nodiscard]] Hdf5Handle hdf5_text_type(std::size_t n_bytes);

}  // namespace hansa
