#include <charconv>
#include <memory>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>

#include "bench/speed/measure_speed.hpp"
#include "bench/speed/speed_text.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace hansa {

void add_bench(CLI::App& app, int& status) {
  struct Options {
    SpeedOptions speed;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("bench", "Tell how fast Hansa is on this machine, and against what");
  verb->add_option("--budget", options->speed.budget, "seconds for one figure")
      ->check([](const std::string& text) {
        double seconds = 0;
        const auto end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data(), end, seconds);
        const bool is_number = parsed.ec == std::errc() && parsed.ptr == end;
        return is_number && seconds >= 0 && seconds <= 60 ? "" : "expected seconds from 0 to 60; got " + text;
      })
      ->capture_default_str();
  verb->add_flag("--every-size", options->speed.every_size,
                 "kernels at 25 to 800 actors and texts, not at those of real tables alone");
  verb->add_flag("--json", options->json, "print one JSON object instead of the tables");
  verb->footer(
      "Ratios are taken in turn within one run; a busy machine widens their quartiles.\n"
      "Example: hansa bench --every-size --json > speed.json");
  verb->callback([options, &status] {
    const Speed speed = measure_speed(options->speed, find_data_folders());
    print_result(options->json ? speed_json(speed) : speed_text(speed));
    status = done;
  });
}

}  // namespace hansa
