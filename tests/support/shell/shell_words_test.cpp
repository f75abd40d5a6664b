#include <catch2/catch.hpp>

#include "support/shell/shell_words.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using test::ScratchFolder;

TEST_CASE("a shell reads every word as it was", "[shell]") {
  const ScratchFolder scratch;
  for (const std::string word : {"plain-1.0/x", "two words", "it's", "$HOME", "", "a\"b\\c", "*", "~"})
    CHECK(test::shell(scratch, "printf '[%s]' " + shell_word(word)).out == "[" + word + "]");
  CHECK(shell_line({"sbatch", "--array=1-8%4", "a b"}) == "sbatch --array=1-8%4 'a b'");
}

}  // namespace
}  // namespace hansa
