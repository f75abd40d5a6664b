// The completion scripts, at work in their shells.
#include <catch2/catch.hpp>

#include "cli/commands.hpp"
#include "cli/completion/script.hpp"
#include "cli/line/help.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/files/outside_program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::VectorContains;
using test::ScratchFolder;

/// Lets a shell read a script in a folder; $HANSA is the program, which `hansa` calls, too.
std::string say(const ScratchFolder& scratch, const std::string& shell, const std::string& script) {
  test::put(scratch / "script", script);
  return test::ask("cd '" + scratch.path().string() + "' && HANSA='" + program_file().string() + "' PATH='" +
                   program_file().parent_path().string() + "':$PATH HOME=. LC_ALL=C.UTF-8 " + shell +
                   " script")
      .text;
}

using Words = std::vector<std::string>;

/// What bash offers for the last of these words.
Words in_bash(const ScratchFolder& scratch, const std::string& words, int n) {
  return test::lines_of(say(scratch, "bash --norc",
                            "source <(hansa completion bash)\nCOMP_WORDS=(" + words + ")\nCOMP_CWORD=" +
                                std::to_string(n) + "\n_hansa\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"));
}

TEST_CASE("bash completes verbs, options, their values and names of the library", "[completion]") {
  if (!test::has("bash", "bash --version")) return;
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "results");
  test::put(scratch / "results.yaml", "");
  CHECK(in_bash(scratch, "hansa comp", 1) == Words{"compare", "completion"});
  CHECK(in_bash(scratch, "hansa run --re", 2) == Words{"--realizations", "--report"});
  CHECK(in_bash(scratch, "hansa run paris-2", 2) == Words{"paris-2015"});
  CHECK(in_bash(scratch, "hansa run --seed 3 paris-2", 4) == Words{"paris-2015"});
  CHECK(in_bash(scratch, "hansa sweep gridlock-o", 2) == Words{"gridlock-one-off"});
  CHECK(in_bash(scratch, "hansa sweep x --on-error ''", 4) == Words{"continue", "stop"});
  CHECK(in_bash(scratch, "hansa sweep x --on-error = st", 5) == Words{"stop"});
  CHECK(in_bash(scratch, "hansa analyze res", 2) == Words{"results"});
  CHECK(in_bash(scratch, "hansa check res", 2) == Words{"results", "results.yaml"});
  CHECK(in_bash(scratch, "hansa backtest rat", 2) == Words{"ratification"});
  CHECK(in_bash(scratch, "hansa compare x --without lo", 4) == Words{"lobbying"});
  CHECK(in_bash(scratch, "hansa help re", 2) == Words{"report", "reproduce"});
  CHECK(in_bash(scratch, "hansa completion z", 2) == Words{"zsh"});
}

TEST_CASE("bash completes every option of every verb", "[completion]") {
  if (!test::has("bash", "bash --version")) return;
  const ScratchFolder scratch;
  std::string script = "source <(hansa completion bash)\nCOMP_CWORD=2\n";
  const CommandLine hansa = hansa_command_line({});
  for (const Verb& verb : hansa.verbs)
    script +=
        "COMP_WORDS=(hansa " + verb.name + " --)\n_hansa\necho \"" + verb.name + ": ${COMPREPLY[*]} \"\n";
  const std::string said = say(scratch, "bash --norc", script);
  for (const Verb& verb : hansa.verbs) {
    const std::size_t begin = said.find(verb.name + ": ");
    REQUIRE(begin != std::string::npos);
    const std::string line = said.substr(begin, said.find('\n', begin) - begin);
    for (const Option& option : all_options(verb))
      if (!option.is_positional()) CHECK_THAT(line, Contains(" " + option.name + " "));
  }
}

TEST_CASE("fish completes verbs, options, their values and names of the library", "[completion]") {
  if (!test::has("fish", "fish --version")) return;
  const ScratchFolder scratch;
  std::filesystem::create_directory(scratch / "results");
  const auto offered = [&](const std::string& line) {
    const std::string said =
        say(scratch, "fish --no-config", "hansa completion fish | source\ncomplete -C '" + line + "'\n");
    Words words;
    for (const std::string& one : test::lines_of(said)) words.push_back(one.substr(0, one.find('\t')));
    return words;
  };
  CHECK_THAT(offered("hansa comp"), VectorContains(std::string("compare")));
  CHECK(offered("hansa run --realiz") == Words{"--realizations"});
  CHECK_THAT(offered("hansa run paris-2"), VectorContains(std::string("paris-2015")));
  CHECK_THAT(offered("hansa sweep gridlock-o"), VectorContains(std::string("gridlock-one-off")));
  CHECK(offered("hansa sweep x --on-error ") == Words{"continue", "stop"});
  CHECK_THAT(offered("hansa analyze res"), VectorContains(std::string("results/")));
  CHECK_THAT(offered("hansa backtest rat"), VectorContains(std::string("ratification")));
  CHECK_THAT(offered("hansa help repr"), VectorContains(std::string("reproduce")));
  CHECK(offered("hansa completion z") == Words{"zsh"});
}

/// A zsh in a terminal of its own, in which each line is completed and printed as it then stands.
constexpr std::string_view zsh_at_work = R"zsh(
zmodload zsh/zpty
completed() {
  zpty z zsh -f -i
  zpty -w z "PROMPT=; unsetopt prompt_cr prompt_sp; autoload -Uz compinit; compinit -u -D
    source <(hansa completion zsh); bindkey -e
    keep-line() { print -r -- \"\$BUFFER\" >>$PWD/line; BUFFER=; zle accept-line }
    zle -N keep-line; bindkey '^X' keep-line; print READY >$PWD/ready"
  local k piece
  for ((k = 0; k < 400; ++k)); do [[ -s ready ]] && break; zpty -r -t z piece; sleep 0.05; done
  zpty -w -n z "$1"$'\t\C-x'
  for ((k = 0; k < 400; ++k)); do [[ -s line ]] && break; zpty -r -t z piece; sleep 0.05; done
  zpty -d z
  cat line; rm -f line ready
}
)zsh";

TEST_CASE("zsh completes verbs, options, their values and names of the library", "[completion]") {
  if (!test::has("zsh", "zsh --version")) return;
  const ScratchFolder scratch;
  const auto [line, whole] = GENERATE(table<std::string, std::string>({
      {"hansa repo", "hansa report "},
      {"hansa run paris-", "hansa run paris-2015 "},
      {"hansa run x --fo", "hansa run x --force "},
      {"hansa run --realiz", "hansa run --realizations="},
      {"hansa sweep gridlock-one", "hansa sweep gridlock-one-off "},
      {"hansa sweep x --on-error st", "hansa sweep x --on-error stop "},
      {"hansa backtest rat", "hansa backtest ratification "},
      {"hansa help reprod", "hansa help reproduce "},
  }));
  CHECK(say(scratch, "zsh -f", std::string(zsh_at_work) + "completed '" + line + "'\n") == whole + "\n");
}

}  // namespace
}  // namespace hansa
