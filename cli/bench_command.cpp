#include <memory>

#include "bench/speed/measure_speed.hpp"
#include "bench/speed/speed_text.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/terminal/streams.hpp"

namespace hansa {

Verb bench_verb() {
  struct Options {
    SpeedOptions speed;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  return {.name = "bench",
          .about = "Measure how fast Hansa is on this machine",
          .options = {{.name = "--budget",
                       .target = &options->speed.budget,
                       .help = "seconds per figure",
                       .metavar = "SECONDS",
                       .bounds = Bounds{0, 60},
                       .expects = "seconds from 0 to 60",
                       .shows_default = true},
                      {.name = "--every-size",
                       .target = &options->speed.every_size,
                       .help = "kernels at 25 to 800 actors and texts, not only at the sizes of real tables"},
                      {.name = "--json",
                       .target = &options->json,
                       .help = "print one JSON object instead of the tables"}},
          .notes = "The two sides of a ratio are timed in turn; a busy machine widens its quartiles.",
          .examples = {"hansa bench --every-size --json > speed.json"},
          .run = [options] {
            const Speed speed = measure_speed(options->speed, program_data());
            print(
                options->json, [&] { return speed_json(speed); }, [&] { return speed_text(speed); });
            return done;
          }};
}

}  // namespace hansa
