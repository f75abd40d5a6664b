// Calls of the system that fail: the exit status is 3, or 0 with the bytes of an undisturbed run; nothing under a final name
// is in part.
#include <iostream>

#include <catch2/catch.hpp>

#include "tests/cli/sweep_folder.hpp"
#include "tests/faults/failing_calls.hpp"
#include "tests/laws/extreme_world.hpp"

namespace hansa {
namespace {

using test::Ended;
using test::Fault;
using test::Faulty;
using test::ScratchFolder;
using Files = std::map<std::string, std::string>;  // by name: all that is not hidden
namespace fs = std::filesystem;

/// Whether what a file holds differs between two runs: times, hosts.
bool is_of_its_time(const std::string& name) { return fs::path(name).filename() == "run.json"; }

Files files_in(const fs::path& folder) {
  Files files;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator();
       ++entry) {
    const std::string name = entry->path().lexically_relative(folder).string();
    if (entry->path().filename().string().starts_with('.')) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file()) files[name] = is_of_its_time(name) ? "" : test::text_of(entry->path());
  }
  return files;
}

/// One verb at work in a folder that was prepared for it.
struct Deed {
  std::string name;
  std::vector<std::string> words;
  std::vector<std::vector<std::string>> before;  // calls that prepare the folder
  bool together = true;                          // its files appear all at once or not at all
};

std::vector<Deed> deeds() {
  const std::vector<std::string> sweep = {"sweep", "q.yaml", "--out", "s", "--threads", "1", "--quiet"};
  const std::vector<std::string> run = {"run", "extreme.yaml", "--out", "r", "--threads", "1", "--quiet"};
  std::vector<std::string> again = run;
  again.emplace_back("--force");
  return {
      {"run", run, {}},
      {"run --force", again, {run}},
      {"compare",
       {"compare", "extreme.yaml", "--without", "networks", "--out", "c", "--threads", "1", "--quiet"},
       {}},
      {"sweep", sweep, {}, false},
      {"merge", {"merge", "s"}, {sweep}, false},
      {"export", {"export", "r", "--csv", "--table", "years", "--out", "years.csv"}, {run}, false},
      {"report", {"report", "r"}, {run}},
  };
}

class FaultyDeed {
 public:
  explicit FaultyDeed(const Deed& deed) : deed_(deed) {
    test::put_extreme_world(scratch_.path());
    test::put(
        scratch_ / "q.yaml",
        "name: q\nscenario: extreme.yaml\ndesign: grid\nparameters: {gridlock.level: {values: [0, 0.5]}}\n"
        "realizations: 2\nshard_runs: 2\n");
    for (const auto& words : deed.before) REQUIRE(hansa_in(scratch_, words).status == 0);
    fs::copy(scratch_.path(), kept_.path(), copy_all);
    before_ = files_in(scratch_.path());
  }

  /// Whether the verb works at all here.
  bool work_in_calm() {
    const Ended ended = hansa_in(scratch_, deed_.words);
    after_ = files_in(scratch_.path());
    restore();
    return ended.status == 0;
  }

  /// The number of calls of a family; nullopt if they cannot be watched here.
  std::optional<std::size_t> count(const std::string& family) {
    const auto faulty = work({.family = family});
    restore();
    if (!faulty) return std::nullopt;
    CHECK(faulty->ended.status == 0);
    return faulty->n_calls;
  }

  void suffer(const Fault& fault) {
    const auto faulty = work(fault);
    REQUIRE(faulty);
    INFO(fmt::format("{}: {} {} of {} fails with {}{}: exit {}\n{}{}", deed_.name, fault.family, fault.n,
                     faulty->n_calls, std::strerror(fault.error), fault.for_good ? " for good" : "",
                     faulty->ended.status, faulty->ended.out, faulty->ended.err));
    const Files files = files_in(scratch_.path());
    CHECK((faulty->ended.status == 0 || faulty->ended.status == 3));
    CHECK(faulty->ended.err.find("internal error") == std::string::npos);
    if (faulty->ended.status == 0) CHECK((files == after_));
    for (const auto& [name, content] : files) {
      INFO(name);
      const auto before = before_.find(name), after = after_.find(name);
      CHECK(((before != before_.end() && before->second == content) ||
             (after != after_.end() && after->second == content)));
    }
    if (deed_.together) CHECK((files == before_ || files == after_));
    for (const auto& [name, content] : before_) CHECK(files.contains(name));
    restore();
  }

 private:
  static constexpr auto copy_all = fs::copy_options::recursive;

  std::optional<Faulty> work(const Fault& fault) {
    return test::run_with(fault, {.words = deed_.words, .folder = scratch_.path()},
                          {fs::canonical(scratch_.path()).string(), (source_dir() / "scenarios").string()});
  }

  void restore() {
    for (const auto& entry : fs::directory_iterator(scratch_.path())) fs::remove_all(entry.path());
    fs::copy(kept_.path(), scratch_.path(), copy_all);
  }

  Deed deed_;
  ScratchFolder scratch_, kept_;
  Files before_, after_;
};

// What no kernel does, and libraries wait for: an endless interruption of a call that HDF5 or the standard library repeats.
bool is_endless(const Fault& fault) {
  return fault.error == EINTR && fault.for_good &&
         (fault.family == "pwrite" || fault.family == "read" || fault.family == "write");
}

/// Lets calls of every family fail in each verb, at most `n_most` of each.
void let_calls_fail(std::size_t n_most) {
  std::size_t n_faults = 0;
  for (const Deed& deed : deeds()) {
    FaultyDeed faulty(deed);
    if (!faulty.work_in_calm()) {  // a build without the page of hansa report
      CHECK(deed.name == "report");
      continue;
    }
    for (const auto& [family, calls] : test::call_families()) {
      const auto n_calls = faulty.count(family);
      if (!n_calls) {
        std::cout << "skipped: this system does not let calls be answered (seccomp)" << std::endl;
        return;
      }
      const std::size_t step = std::max<std::size_t>(1, (*n_calls + n_most - 1) / n_most);
      for (std::size_t n = 1 + n_faults % step; n <= *n_calls; n += step) {
        constexpr std::array errors = {ENOSPC, EIO, EINTR};
        for (std::size_t k = 0; k < 2 * errors.size(); ++k) {
          if (step > 1 && k != (n_faults + n / step) % (2 * errors.size()))
            continue;  // a sample: one of the six
          const Fault fault{
              .family = family, .error = errors[k % errors.size()], .n = n, .for_good = k >= errors.size()};
          if (is_endless(fault)) continue;
          faulty.suffer(fault);
          ++n_faults;
        }
      }
    }
  }
  std::cout << n_faults << " calls failed" << std::endl;
  CHECK(n_faults > 60);
}

TEST_CASE("whichever call of a verb fails, nothing is written in part and no failure is silent", "[faults]") {
  let_calls_fail(1);
}

TEST_CASE("every call of a verb fails once, and all from each on", "[.soak][faults]") {
  let_calls_fail(100'000);
}

}  // namespace
}  // namespace hansa
