#pragma once

#include <string_view>

#include "support/text/text.hpp"

namespace hansa {

/// Opens closed standard streams before any file is opened, since a file with the descriptor of a standard
/// stream would receive our output. Writing to a stream that was closed still fails.
void claim_standard_streams();

/// Writes results to standard output and flushes. Throws FileError if that fails, except for a pipe whose reader has seen
/// enough, as in `hansa phases | head -1`.
void print_result(std::string_view text);

/// Writes a text to standard output as its screen shows it; `all`: routine, too.
void print_text(const Text& text, bool all = false);

/// Writes JSON as it is, or a text as its screen shows it; `all`: routine, too.
template <class Json, class Words>
void print(bool as_json, const Json& json, const Words& words, bool all = false) {
  if (as_json)
    print_result(json());
  else
    print_text(words(), all);
}

/// Writes a message to standard error. A failure is ignored.
void remark(std::string_view text);

}  // namespace hansa
