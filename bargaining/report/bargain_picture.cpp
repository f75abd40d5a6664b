#include "bargaining/report/bargain_picture.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "bargaining/report/label_layout.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

// lengths in pixels
constexpr double width = 760, left = 64, right = 190, plot = width - left - right, head = 56, above = 46,
                 below = 50, gap = 13, least_height = 240;
constexpr std::size_t most_labels = 40, longest_name = 26, longest_title = 90;

constexpr auto colours = std::to_array<std::string_view>(
    {"#3b7dd8", "#d1495b", "#2e9e5b", "#b8860b", "#8e5bc7", "#0e9aa7", "#c05c1f", "#7a7f87"});
constexpr auto dashes = std::to_array<std::string_view>({"", "7 3", "2 3", "9 3 2 3"});

constexpr std::string_view style =
    "<style>\n"
    "text { font: 12px system-ui, sans-serif; fill: #222 }\n"
    ".title { font-size: 16px; font-weight: 600 } .panel { font-size: 13px; font-weight: 600 }\n"
    ".small { font-size: 11px } .end { text-anchor: end } .middle { text-anchor: middle }\n"
    ".ground { fill: #fff } .grid { stroke: #8885; stroke-width: 1 } .axis { stroke: #666 }\n"
    ".line { fill: none; stroke-linejoin: round } .leader { stroke-width: .7; fill: none; opacity: .7 }\n"
    ".halo { paint-order: stroke; stroke: #fff; stroke-width: 3; stroke-linejoin: round }\n"
    ".reference { stroke: #888; stroke-width: 1.5; stroke-dasharray: 2 4 }\n"
    ".text { fill: none; stroke: #222; stroke-width: 2; stroke-dasharray: 6 4 }\n"
    ".outcome { fill: #222; stroke: #fff; stroke-width: 1.5 }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  text { fill: #e6e6e6 } .ground { fill: #16181d } .axis { stroke: #aaa } .text { stroke: #eee }\n"
    "  .outcome { fill: #eee; stroke: #16181d } .halo { stroke: #16181d }\n"
    "}\n"
    "</style>\n";

/// Untrusted text cut to at most `most` characters and escaped for XML.
std::string words(std::string_view untrusted, std::size_t most) {
  std::string shown = printable(untrusted);
  std::size_t n = 0, end = 0;
  for (; end < shown.size() && n <= most; ++end) n += (shown[end] & 0xc0) != 0x80 ? 1U : 0U;
  if (n > most) {
    while (n >= most) n -= (shown[--end] & 0xc0) != 0x80 ? 1U : 0U;
    shown.resize(end);
    shown += "…";
  }
  std::string text;
  for (const char c : shown) {
    switch (c) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      default:
        text += c;
    }
  }
  return text;
}

std::string at(std::string_view css, double x, double y, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", css, x, y, text);
}

std::string straight(std::string_view css, double x1, double y1, double x2, double y2) {
  return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", css,
                     x1, y1, x2, y2);
}

/// The actors whose names are shown.
std::vector<std::size_t> named_actors(const BargainTable& table) {
  std::vector<std::size_t> actors(table.n_actors());
  std::iota(actors.begin(), actors.end(), std::size_t{0});
  std::stable_sort(actors.begin(), actors.end(),
                   [&](std::size_t a, std::size_t b) { return table.power[a] > table.power[b]; });
  actors.resize(std::min(actors.size(), most_labels));
  return actors;
}

double plot_height(const BargainTable& table) {
  return std::max(least_height, gap * static_cast<double>(std::min(table.n_actors(), most_labels)));
}

/// One issue under one solver.
class Panel {
 public:
  Panel(const BargainTable& table, const BargainOutcome& found, std::size_t issue, double top)
      : table_(table), found_(found), issue_(issue), top_(top), height_(plot_height(table)) {
    least_ = table.issues[issue].least;
    most_ = table.issues[issue].most;
    if (most_ > least_) return;
    least_ -= 0.5;
    most_ += 0.5;
  }

  [[nodiscard]] std::string draw() const {
    const std::string name = words(table_.issues[issue_].name, longest_title);
    std::string svg = at("panel", left, top_ - 24, fmt::format("{}, {}", name, name_of(found_.solver))) +
                      at("small", left, top_ - 9,
                         fmt::format("outcome {:.6g}, {}; {} turn{}", found_.outcome[issue_] + 0.0,
                                     found_.agreed ? "agreed" : "not agreed", found_.n_turns(),
                                     found_.n_turns() == 1 ? "" : "s"));
    svg += axes() + lines() + labels();
    if (!found_.texts.empty())
      svg +=
          fmt::format("<polyline class=\"text\" points=\"{}\"><title>the chair's text</title></polyline>\n",
                      points([&](std::size_t turn) { return found_.texts[turn][issue_]; }));
    if (const auto reference = table_.issues[issue_].reference)
      svg += at("small halo", left + 6, y_at(*reference) + (*reference > least_ ? 14 : -6), "reference");
    const double x = x_at(found_.n_turns()), y = y_at(found_.outcome[issue_]);
    svg += fmt::format(
        "<path class=\"outcome\" d=\"M{:.1f} {:.1f}l7 7l-7 7l-7 -7z\"><title>outcome</title></path>\n", x,
        y - 7);
    return svg;
  }

 private:
  [[nodiscard]] double x_at(std::size_t turn) const {
    const double n = static_cast<double>(std::max<std::size_t>(1, found_.n_turns()));
    return left + plot * static_cast<double>(turn) / n;
  }
  [[nodiscard]] double y_at(double value) const {
    return top_ + height_ * (1.0 - (value - least_) / (most_ - least_));
  }
  [[nodiscard]] double place(std::size_t turn, std::size_t actor) const {
    return found_.positions[turn][actor * table_.n_issues() + issue_];
  }

  template <class Value> [[nodiscard]] std::string points(const Value& value) const {
    std::string text;
    for (std::size_t turn = 0; turn <= found_.n_turns(); ++turn)
      text += fmt::format("{}{:.1f},{:.1f}", turn == 0 ? "" : " ", x_at(turn), y_at(value(turn)));
    if (found_.n_turns() == 0) text += fmt::format(" {:.1f},{:.1f}", left + plot, y_at(value(0)));
    return text;
  }

  [[nodiscard]] std::string axes() const {
    const double bottom = top_ + height_;
    std::string svg;
    for (const double value : round_ticks(least_, most_, 6)) {
      svg += straight("grid", left, y_at(value), left + plot, y_at(value));
      svg += at("small end", left - 7, y_at(value) + 4, fmt::format("{:.6g}", value));
    }
    const auto last = static_cast<double>(found_.n_turns());
    for (const double turn : round_ticks(0, last, 10)) {
      if (turn != static_cast<double>(static_cast<std::size_t>(turn))) continue;
      const double x = x_at(static_cast<std::size_t>(turn));
      svg += straight("axis", x, bottom, x, bottom + 4);
      svg += at("small middle", x, bottom + 17, fmt::format("{:.0f}", turn));
    }
    svg += straight("axis", left, bottom, left + plot, bottom) + straight("axis", left, top_, left, bottom);
    svg += at("small middle", left + plot / 2, bottom + 34, "turn");
    svg += fmt::format(
        "<text class=\"small middle\" transform=\"translate(14 {:.1f}) rotate(-90)\">position, on the "
        "table's "
        "scale</text>\n",
        top_ + height_ / 2);
    if (const auto reference = table_.issues[issue_].reference) {
      svg += straight("reference", left, y_at(*reference), left + plot, y_at(*reference));
    }
    return svg;
  }

  [[nodiscard]] std::string lines() const {
    const double largest = *std::max_element(table_.power.begin(), table_.power.end());
    std::string svg;
    for (std::size_t k = 0; k < table_.n_actors(); ++k) {
      const double thick = 1.0 + (largest > 0 ? 2.5 * table_.power[k] / largest : 0.0);
      const std::string_view dash = dashes[k / colours.size() % dashes.size()];
      svg += fmt::format(
          "<polyline class=\"line\" stroke=\"{}\" stroke-width=\"{:.2f}\"{} points=\"{}\"><title>{}</title>"
          "</polyline>\n",
          colours[k % colours.size()], thick,
          dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dash),
          points([&](std::size_t turn) { return place(turn, k); }), words(table_.actors[k], longest_title));
    }
    return svg;
  }

  [[nodiscard]] std::string labels() const {
    const std::vector<std::size_t> actors = named_actors(table_);
    std::vector<double> ends;
    for (const std::size_t k : actors) ends.push_back(y_at(place(found_.n_turns(), k)));
    const std::vector<double> heights = place_labels(ends, gap, top_ + 2, top_ + height_);
    const double from = left + plot + 9, to = from + 18;
    std::string svg;
    for (std::size_t n = 0; n < actors.size(); ++n) {
      svg +=
          fmt::format("<polyline class=\"leader\" stroke=\"{}\" points=\"{:.1f},{:.1f} {:.1f},{:.1f}\"/>\n",
                      colours[actors[n] % colours.size()], from, ends[n], to, heights[n]);
      svg += at("small", to + 4, heights[n] + 4, words(table_.actors[actors[n]], longest_name));
    }
    return svg;
  }

  const BargainTable& table_;
  const BargainOutcome& found_;
  std::size_t issue_;
  double top_, height_, least_ = 0, most_ = 1;
};

}  // namespace

std::string bargain_picture(std::string_view title, const BargainTable& table,
                            const std::vector<BargainOutcome>& outcomes) {
  const bool any_turns = std::any_of(outcomes.begin(), outcomes.end(),
                                     [](const BargainOutcome& found) { return found.n_turns() > 0; });
  std::string panels, chair;
  double top = head;
  for (const BargainOutcome& found : outcomes) {
    if (any_turns && found.n_turns() == 0) continue;
    if (!found.texts.empty()) chair = "; dashes to the diamond: the chair's text";
    for (std::size_t issue = 0; issue < table.n_issues(); ++issue) {
      panels += Panel(table, found, issue, top + above).draw();
      top += above + plot_height(table) + below;
    }
  }
  const std::string named =
      table.n_actors() > most_labels ? fmt::format("; names: the {} with most power", most_labels) : "";
  const std::string heading = words(title, longest_title);
  return fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
             "width=\"{0:.0f}\" height=\"{1:.0f}\">\n<title>{2}: positions over turns</title>\n",
             width, top, heading) +
         std::string(style) +
         fmt::format("<rect class=\"ground\" width=\"{:.0f}\" height=\"{:.0f}\"/>\n", width, top) +
         at("title", left, 26, heading + ": positions over turns") +
         at("small", left, 44,
            "one line per actor, as thick as its power; diamond: outcome" + chair + named) +
         panels + "</svg>\n";
}

}  // namespace hansa
