#include <memory>

#include <fmt/core.h>

#include "analysis/differences/result_difference.hpp"
#include "analysis/differences/scenario_difference.hpp"
#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/result_folder.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/presence.hpp"
#include "support/input/place_text.hpp"

namespace hansa {
namespace {

struct Pair {
  std::string one, other;
};

/// Whether a word names a result rather than a scenario.
bool is_result(const std::filesystem::path& word) { return word.extension() == ".h5" || is_folder(word); }

/// The one result that a file or folder stands for.
std::filesystem::path result_of(const std::filesystem::path& word) {
  if (word.extension() == ".h5") return word;
  const ResultFolder folder = find_result_files(word);
  if (folder.files.size() == 1) return folder.files.front();
  std::string arms;
  for (const auto& file : folder.files) arms += " " + file.parent_path().filename().string();
  throw ScenarioError(
      {{.file = word.string(), .key = "file", .message = "holds several results; name one:" + arms}});
}

LoadedScenario scenario_of(const std::string& word, const DataFolders& folders) {
  if (is_sweep(word, folders))
    throw ScenarioError(
        {{.file = word, .key = "file", .message = "is a sweep; diff compares scenarios or results"}});
  return load_scenario(word, {}, folders);
}

int diff(const Pair& pair) {
  Text text;
  bool equal = true;
  if (is_result(pair.one) != is_result(pair.other)) {
    throw CommandLineError("hansa diff",
                           fmt::format("{} is a {}, {} a {}; give two of a kind", path_text(pair.one),
                                       is_result(pair.one) ? "result" : "scenario", path_text(pair.other),
                                       is_result(pair.other) ? "result" : "scenario"));
  }
  if (is_result(pair.one)) {
    const ResultDifference difference =
        find_differences(read_run_or_sweep(result_of(pair.one)), read_run_or_sweep(result_of(pair.other)));
    equal = difference.empty();
    text = differences_text(difference, pair.one, pair.other);
  } else {
    const DataFolders folders = program_data();
    const auto differences =
        find_differences(scenario_of(pair.one, folders), scenario_of(pair.other, folders));
    equal = differences.empty();
    text = differences_text(differences, pair.one, pair.other);
  }
  print_text(text);
  if (!equal && !is_result(pair.one)) tell_next({{"compare", pair.one, pair.other}});
  return equal ? done : difference;
}

}  // namespace

Verb diff_verb() {
  auto pair = std::make_shared<Pair>();
  return {.name = "diff",
          .about = "Show where two scenarios, or two results, differ",
          .options =
              {{.name = "A",
                .target = &pair->one,
                .help = "a scenario, by file or name in the library; or a result, by folder or file",
                .required = true},
               {.name = "B", .target = &pair->other, .help = "another of the same kind", .required = true}},
          .notes =
              "Scenarios are compared with every default; results by value, where both have the labels.\n"
              "The exit status is 1 if there is a difference.",
          .examples = {"hansa diff paris-2015 my.yaml", "hansa diff results/paris-2015 results/calm"},
          .run = [pair] { return diff(*pair); }};
}

}  // namespace hansa
