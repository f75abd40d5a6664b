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
          .about = "Tell how fast Hansa is on this machine, and against what",
          .options = {{.name = "--budget",
                       .target = &options->speed.budget,
                       .help = "seconds for one figure",
                       .metavar = "SECONDS",
                       .bounds = Bounds{0, 60},
                       .expects = "seconds from 0 to 60",
                       .shows_default = true},
                      {.name = "--every-size",
                       .target = &options->speed.every_size,
                       .help = "kernels at 25 to 800 actors and texts, not at those of real tables alone"},
                      {.name = "--json",
                       .target = &options->json,
                       .help = "print one JSON object instead of the tables"}},
          .notes = "Ratios are taken in turn within one run; a busy machine widens their quartiles.",
          .examples = {"hansa bench --every-size --json > speed.json"},
          .run = [options] {
            const Speed speed = measure_speed(options->speed, program_data());
            print_result(options->json ? speed_json(speed) : speed_text(speed));
            return done;
          }};
}

}  // namespace hansa
