#include "cli/terminal/next_step.hpp"

#include "cli/terminal/screens.hpp"
#include "cli/terminal/streams.hpp"
#include "support/shell/shell_words.hpp"
#include "support/text/utf8.hpp"
#include "support/text/wrap.hpp"

namespace hansa {

void tell_next(const std::vector<NextStep>& steps, bool quiet) {
  const Screen screen = standard_error();
  if (quiet || !screen.is_terminal) return;
  std::string line;
  for (const NextStep& step : steps) {
    const std::string command = "hansa " + shell_line(step);
    const std::string longer = line.empty() ? "next: " + command : line + "; " + command;
    if (!line.empty() && count_characters(longer) > screen.width) break;
    line = longer;
  }
  line = wrap(line, screen.width);
  if (!line.empty()) remark((screen.has_colour ? coloured(line, Tone::Quiet) : line) + "\n");
}

}  // namespace hansa
