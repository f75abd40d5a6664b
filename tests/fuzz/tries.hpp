#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/input/problem.hpp"

namespace hansa::test {

/// What the fuzzer and its smoke test do with bytes of each kind of file: they are read, what was read is used, and
/// whether they were accepted is returned. A refusal as wrong input ends in, with reasons that have places, is expected;
/// anything else is thrown.

/// A scenario is printed and read back.
bool try_scenario(std::string_view text, const std::string& setting = "gridlock.level=0.5");

/// So is a sweep.
bool try_sweep(std::string_view text);

/// Tables of facts, each below a line `== NAME`; others are those of a small world, whose scenario is played with them.
bool try_facts(std::string_view text);

/// A table of actors of a bargain, solved by every solver if it is small.
bool try_actors(std::string_view text);

/// A table of cases, each solved likewise.
bool try_cases(std::string_view text);

/// A result file without its seal: it is sealed, read, written and read back.
bool try_result(std::string_view bytes);

/// Changes to a result file by HDF5, which leaves it whole, before the same is done with it.
bool try_crafted(std::string_view changes);

/// Throws if something does not hold.
void demand(bool holds, const std::string& what);

/// What is read; nullopt if it is refused.
template <class Read> auto unless_refused(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const ScenarioError& error) {
    demand(!error.problems().empty(), "refused without a reason");
    for (const Problem& problem : error.problems())
      demand(problem.line >= 1 && problem.column >= 1 && !problem.message.empty(), "no place or message");
    static_cast<void>(to_text(error.problems()));
    return std::nullopt;
  }
}

}  // namespace hansa::test
