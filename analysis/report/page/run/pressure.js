// Pressure of cities on delegations, by channel: one row of intervals for each.
import { blue, chart, marginFor, muted, Plot } from "../chart.js";
import { figure } from "../figure.js";
import { range, words } from "../numbers.js";

export function pressure({ conferences, pressure: part }) {
  const names = conferences.map((one) => one.name), channels = part.channels.map(words);
  const rows = part.conferences.flatMap((list, c) => list.map((q, k) => ({ c, conference: names[c], channel: channels[k], q }))).filter((row) => row.q);
  const draw = (width) =>
    chart({
      width, height: 60 + 84 * channels.length, marginLeft: 60, marginRight: 20, marginBottom: names.length > 6 ? 56 : 36,
      fy: { domain: channels, axis: null, padding: 0.22 },
      x: { domain: names, type: "point", label: null, tickRotate: names.length > 6 ? -60 : 0, ticks: width < 500 && names.length > 12 ? names.filter((_, k) => k % 2 === 0) : names },
      y: { label: "pressure", labelAnchor: "center", labelArrow: "none", grid: true, ticks: 3, nice: true },
      marks: [
        Plot.ruleY([0], { stroke: muted }),
        Plot.ruleX(rows, { fy: "channel", x: "conference", y1: (d) => d.q[0], y2: (d) => d.q[4], stroke: blue, strokeWidth: 1.5 }),
        Plot.dot(rows, { fy: "channel", x: "conference", y: (d) => d.q[2], r: 3, fill: blue, title: (d) => `${d.channel}, ${d.conference}: ${range(d.q)}` }),
        Plot.text(channels, { fy: (d) => d, text: (d) => d, frameAnchor: "top-left", dy: -15, fontWeight: "bold" }),
      ],
    });
  return figure({
    file: "pressure",
    title: "Pressure of cities, by channel",
    about: "Mean over delegations, weighed by power; the dot is the median over realizations, the line holds 90 % of them. Counter-lobbying is below 0. Its strength is an assumption: compare channels, not sizes with the world.",
    draw,
    data: () => ({
      columns: [{ name: "conference" }, { name: "channel" }, { name: "pressure", label: "median [5 %, 95 %]", number: true, show: (_, row) => range(row[5]) }, { name: "q05", hidden: true }, { name: "q95", hidden: true }, { name: "five", hidden: true, file: false }],
      rows: rows.map((row) => [row.conference, row.channel, row.q[2], row.q[0], row.q[4], row.q]),
    }),
  }).node;
}
