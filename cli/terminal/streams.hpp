#pragma once

#include <exception>
#include <string_view>

namespace hansa {

/// The reader of standard output has closed it, as in `hansa phases | head -1`: no error message is due.
class ReaderGone : public std::exception {};

/// Opens closed standard streams before any file is opened, since a file with the descriptor of a standard
/// stream would receive our output. Writing to a stream that was closed still fails.
void claim_standard_streams();

/// Writes results to standard output and flushes. Throws FileError if that fails, ReaderGone for a closed
/// pipe.
void print_result(std::string_view text);

/// Writes a message to standard error. A failure is ignored.
void remark(std::string_view text);

}  // namespace hansa
