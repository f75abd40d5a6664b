// Who joins a treaty when, beside what happened.
import { bands, blue, chart, orange, Plot } from "../chart.js";
import { figure, swatches } from "../figure.js";
import { percent } from "../numbers.js";

const interval = (q) => (q ? `${percent(q[2])} [${percent(q[0])}, ${percent(q[4])}]` : "–");

export function treaty(one, { conferences, years }) {
  const rows = one.years.map((x, k) => ({ x, q: one.joined[k], observed: one.observed[k] }));
  const hundreds = rows.map((row) => ({ ...row, q: row.q?.map((share) => 100 * share), observed: row.observed == null ? null : 100 * row.observed }));
  const known = rows.some((row) => row.observed != null);
  const conference = conferences[one.conference], force = conference.history?.entered_force;
  const draw = (width) =>
    chart({
      width, height: 240, marginLeft: 46,
      x: { tickFormat: "d", label: null, interval: rows.length > 1 && rows.length < 8 ? 1 : undefined, ticks: Math.min(rows.length, Math.max(3, Math.floor(width / 90))) },
      y: { domain: [0, 100], grid: true, label: "states that have joined [%]" },
      marks: [...(rows.length > 1 ? bands(hundreds, blue) : []), ...(known ? [Plot.lineY(hundreds, { x: "x", y: "observed", stroke: orange, strokeWidth: 2, strokeDasharray: "5,3" }), Plot.dot(hundreds, { x: "x", y: "observed", r: 2.5, fill: orange })] : [])],
    });
  return figure({
    file: `treaty-${conference.name}`,
    title: `Who joins ${one.name}, by the end of each year`,
    about:
      `Share of voting states, in realizations that adopt it: median, with bands of half and 90 % of them. In force by ${years.labels.at(-1)} in ` +
      `${percent(one.in_force)} of all realizations (95 % interval ${percent(one.interval[0])} to ${percent(one.interval[1])}).` +
      (known ? ` Dashed: what happened${force ? `; in force since ${force}` : ""}.` : ""),
    legend: known ? swatches([["band-blue", "realizations"], ["observed", "history"]]) : null,
    draw,
    data: () => ({
      columns: [{ name: "year" }, { name: "joined", label: "joined, median [5 %, 95 %]", number: true, show: (_, row) => interval(row[5]) }, { name: "q05", hidden: true }, { name: "q95", hidden: true }, { name: "observed", label: "in history", number: true, show: percent }, { name: "five", hidden: true, file: false }],
      rows: rows.map((row) => [row.x, row.q?.[2], row.q?.[0], row.q?.[4], row.observed, row.q]),
    }),
  }).node;
}
