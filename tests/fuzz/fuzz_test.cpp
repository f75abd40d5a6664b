// The targets of the fuzzer without a fuzzer: over their corpora, and over simple changes to them.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/fuzz/tries.hpp"
#include "tests/places.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

/// A small generator: the same changes on every machine.
class Changes {
 public:
  explicit Changes(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % n);
  }

  /// Cuts, doubles, moves or overwrites a piece of a text, or inserts a meaningful token.
  void change(std::string& text, const std::string& other) {
    static const std::vector<std::string> words = {":",
                                                   ": ",
                                                   "- ",
                                                   "[",
                                                   "]",
                                                   "{",
                                                   "}",
                                                   ",",
                                                   "\"",
                                                   "'",
                                                   "#",
                                                   "&a ",
                                                   "*a",
                                                   "!",
                                                   "!!int ",
                                                   "|",
                                                   ">",
                                                   "%",
                                                   "@",
                                                   "`",
                                                   "\n",
                                                   "\n  ",
                                                   "\t",
                                                   "\r\n",
                                                   "---\n",
                                                   "...\n",
                                                   "? ",
                                                   "<<: ",
                                                   "~",
                                                   "null",
                                                   "\\",
                                                   "\x00",
                                                   "\x7F",
                                                   "\xFF",
                                                   "\xC3\xA9",
                                                   "\xE2\x80\xAE",
                                                   "\xEF\xBB\xBF",
                                                   "1e999",
                                                   "-0",
                                                   "010",
                                                   ".nan",
                                                   "99999999999",
                                                   "extends: a.yaml\n",
                                                   "name: ",
                                                   "[[[[",
                                                   "conferences: {COP15: ",
                                                   "treaty: {",
                                                   "true"};
    const std::size_t at = below(text.size() + 1);
    const std::size_t n = std::min(below(20), text.size() - at);
    switch (below(6)) {
      case 0:
        text.erase(at, n);
        break;
      case 1:
        text.insert(at, text.substr(at, n));
        break;
      case 2:
        text.insert(at, words[below(words.size())]);
        break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(below(4) == 0 ? below(256) : 32 + below(95));
        break;
      case 4:
        text.insert(at, other.substr(below(other.size() + 1), below(60)));
        break;
      default:
        text.resize(at);
    }
  }

 private:
  std::uint64_t state_;
};

/// The texts of the corpus that corpora.txt lists for a target, without the first lines of invalid scenarios, which say what
/// is expected of them.
std::vector<std::string> corpus_of(const std::string& target) {
  std::vector<std::filesystem::path> files;
  std::ifstream list(source_dir() / "tests/fuzz/corpora.txt");
  for (std::string line; std::getline(list, line);) {
    std::istringstream words(line);
    std::string word;
    if (!(words >> word) || word != target) continue;
    while (words >> word)
      for (const auto& entry : std::filesystem::recursive_directory_iterator(source_dir() / word))
        if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::string text = test::text_of(file);
    while (text.starts_with("# expect")) text.erase(0, text.find('\n') + 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

template <class Try> bool is_accepted(const Try& try_text, const std::string& text) {
  try {
    return try_text(text);
  } catch (const std::exception& error) {
    FAIL(error.what() << ": " << text);
  }
  return false;
}

/// Tries a corpus, then `n_cases` changed texts of it; returns the share of these that are accepted.
template <class Try>
double accepted_of(const std::vector<std::string>& corpus, const Try& try_text, std::uint64_t seed,
                   int n_cases) {
  REQUIRE(!corpus.empty());
  for (const std::string& text : corpus) is_accepted(try_text, text);
  Changes changes(seed);
  int n_accepted = 0;
  for (int k = 0; k < n_cases; ++k) {
    std::string text = corpus[changes.below(corpus.size())];
    const std::size_t n_changes = 1 + changes.below(3);
    for (std::size_t c = 0; c < n_changes; ++c) changes.change(text, corpus[changes.below(corpus.size())]);
    if (is_accepted(try_text, text)) ++n_accepted;
  }
  return n_accepted / static_cast<double>(n_cases);
}

double accepted_scenarios(std::uint64_t seed, int n_cases) {
  return accepted_of(
      corpus_of("scenario"), [](const std::string& text) { return test::try_scenario(text); }, seed, n_cases);
}

TEST_CASE("a changed scenario is loaded or refused, and nothing worse", "[scenario][yaml]") {
  const double accepted = accepted_scenarios(1, 3000);
  CHECK(accepted > 0.02);
  CHECK(accepted < 0.5);
}

TEST_CASE("a changed setting is taken or refused, and nothing worse", "[scenario][yaml]") {
  const std::string text = test::text_of(source_dir() / "tests/scenarios/library/two-conferences.yaml");
  const std::vector<std::string> settings = {"gridlock.level=0.5", "conferences.COP15.forms=[hard, soft]",
                                             "years.to=2012", "name=other"};
  CHECK(accepted_of(
            settings, [&](const std::string& setting) { return test::try_scenario(text, setting); }, 4, 500) >
        0.02);
}

TEST_CASE("a changed sweep is loaded or refused, and nothing worse", "[sweep][yaml]") {
  CHECK(accepted_of(corpus_of("sweep"), test::try_sweep, 3, 2000) > 0.01);
}

TEST_CASE("a changed table is loaded or refused, and nothing worse", "[csv]") {
  CHECK(accepted_of(corpus_of("facts"), test::try_facts, 2, 300) > 0.02);
}

TEST_CASE("a changed table of actors or cases is solved or refused, and nothing worse", "[csv][bargain]") {
  CHECK(accepted_of(corpus_of("actors"), test::try_actors, 5, 2000) > 0.005);
  CHECK(accepted_of(corpus_of("cases"), test::try_cases, 6, 1000) > 0.005);
}

TEST_CASE("a changed result that is sealed again is read or refused, and nothing worse", "[fuzz]") {
  std::vector<std::string> results = corpus_of("result");
  for (const ResultSet& result : {test::sample_result(), test::small_result({1, 2, 3})}) {
    const auto image = hdf5_image(result);
    results.emplace_back(reinterpret_cast<const char*>(image.data()), image.size() - seal_size);
    CHECK(test::try_result(results.back()));
  }
  CHECK(accepted_of(results, test::try_result, 7, 500) < 0.5);
}

TEST_CASE("a result with other contents that is sealed again is read or refused, and nothing worse",
          "[fuzz]") {
  CHECK(test::try_crafted(""));
  const double accepted = accepted_of(corpus_of("crafted"), test::try_crafted, 8, 300);
  CHECK(accepted > 0.01);
  CHECK(accepted < 0.9);
}

TEST_CASE("a changed file of any kind is read or refused, and nothing worse, at length", "[.soak]") {
  for (std::uint64_t seed = 100; seed < 200; ++seed) accepted_scenarios(seed, 3000);
  accepted_of(corpus_of("sweep"), test::try_sweep, 9, 100000);
  accepted_of(corpus_of("facts"), test::try_facts, 10, 50000);
  accepted_of(corpus_of("actors"), test::try_actors, 11, 100000);
  accepted_of(corpus_of("cases"), test::try_cases, 12, 100000);
}

}  // namespace
}  // namespace hansa
