#pragma once

#include <exception>
#include <string_view>

namespace hansa {

/// Whoever read our standard output reads no more, as in `hansa phases | head -1`: nothing to complain of.
class ReaderGone : public std::exception {};

/// Makes sure that standard input, output and error are open, before any file is: a file that got the number
/// of one of them would have our words written into it. What was closed still refuses to be written.
void claim_standard_streams();

/// Writes results to standard output, at once. Throws FileError if they do not arrive, or ReaderGone.
void print_result(std::string_view text);

/// Writes anything else to standard error. Should that fail there is nobody to tell, and the work goes on.
void remark(std::string_view text);

}  // namespace hansa
