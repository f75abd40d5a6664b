#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <string>

#include <fmt/core.h>

#include "analysis/results/hdf5/result_file.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/line/command_line.hpp"
#include "cli/terminal/screens.hpp"
#include "cli/terminal/streams.hpp"
#include "sim/finite.hpp"
#include "support/files/file_error.hpp"
#include "support/input/excerpt.hpp"
#include "support/input/place_text.hpp"
#include "support/input/problem.hpp"
#include "support/text/tone.hpp"
#include "support/text/utf8.hpp"

namespace {

int run_program(const hansa::Words& words) {
  const hansa::CommandLine command_line = hansa::hansa_command_line(words);
  const std::size_t width = std::min(hansa::help_width, hansa::standard_output().width);
  const hansa::Request request =
      hansa::parse(command_line, std::span(words).subspan(words.empty() ? 0 : 1), width);
  if (request.verb != nullptr) return request.verb->run();
  hansa::print_result(request.text);
  return hansa::done;
}

/// Writes an error, which begins with the program's name or the word that is wrong.
void remark_on_error(const std::string& text) {
  const hansa::Screen screen = hansa::standard_error();
  const std::size_t end = std::min(text.find_first_of(": "), text.size());
  hansa::remark(screen.has_colour ? hansa::coloured(text.substr(0, end), hansa::Tone::Bad) + text.substr(end)
                                  : text);
}

/// What to ask less of, since memory does not suffice for what was asked.
std::string out_of_memory(const hansa::Words& words) {
  const std::string verb = words.size() > 1 ? words[1] : "";
  const bool is_sweep = verb == "sweep" || verb == "submit" || verb == "merge" || verb == "analyze";
  const bool is_table = verb == "bargain" || verb == "backtest";
  return fmt::format("hansa {}: {}: memory does not suffice; ask for fewer\n", verb,
                     is_sweep   ? "shard_runs"
                     : is_table ? "actors"
                                : "realizations");
}

/// Whether the processor knows all instructions that the program was compiled to.
bool processor_suffices() {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
#else
  return true;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  if (!processor_suffices()) {
    hansa::remark(
        "hansa: this processor is too old: Hansa needs x86-64-v3 (AVX2, FMA, BMI2), available "
        "since 2013\n");
    return hansa::difference;
  }
  hansa::claim_standard_streams();
  // a file-size limit or a closed pipe must be an error of the write, not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run_program({argv, argv + argc});
  } catch (const hansa::CommandLineError& error) {
    remark_on_error(fmt::format("{}\nRun with --help for more information.\n", error.what()));
    return hansa::bad_input;
  } catch (const hansa::ScenarioError& error) {
    hansa::remark(hansa::to_text_with_excerpts(error.problems(), hansa::standard_error()) + "\n");
    return hansa::bad_input;
  } catch (const hansa::ResultFileError& error) {
    remark_on_error(fmt::format("hansa: {}: {}\n", hansa::path_text(error.file().string()),
                                hansa::made_visible(error.cause(), true)));
    return hansa::difference;
  } catch (const hansa::FileError& error) {
    remark_on_error(fmt::format("hansa: {}: {}\n", hansa::path_text(error.file().string()), error.cause()));
    return hansa::output_failure;
  } catch (const std::filesystem::filesystem_error& error) {
    remark_on_error(
        fmt::format("hansa: {}: {}\n", hansa::path_text(error.path1().string()), error.code().message()));
    return hansa::output_failure;
  } catch (const hansa::NotFinite& error) {
    remark_on_error(fmt::format("hansa: {}; nothing is written\n", error.what()));
    return hansa::difference;
  } catch (const std::bad_alloc&) {
    remark_on_error(out_of_memory({argv, argv + argc}));
    return hansa::bad_input;
  } catch (const std::exception& error) {
    hansa::remark(
        fmt::format("hansa: internal error: {}\nPlease report it with the scenario and the command line.\n",
                    error.what()));
    return hansa::difference;
  }
}
