// What each part adds to the whole: every bar begins where the last one ended, and the last row is all of it.
import { chart, ink, marginFor, muted, Plot, rowAxis } from "../chart.js";
import { choice } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { words } from "../numbers.js";
import { cells, columns, text } from "./intervals.js";

/// Rows with the place of their bar, from `from` to `to`, and of their interval.
export function steps(rows) {
  let reached = 0;
  return rows.map((one, k) => {
    const from = one.kind === "whole" ? 0 : reached, to = from + (one.mean ?? 0);
    if (one.kind !== "whole") reached = to;
    return { ...one, k, name: words(one.part), from, to, low: one.ci95[0] == null ? null : from + one.ci95[0], high: one.ci95[1] == null ? null : from + one.ci95[1] };
  });
}

const fill = (one) => (one.kind === "whole" ? "var(--blue)" : one.named ? "var(--orange)" : "var(--edge)");

function draw(rows, label, width) {
  const flat = rows.every((one) => !one.mean && !one.ci95[0] && !one.ci95[1]);
  const bars = steps(rows), names = bars.map((one) => one.name), joints = bars.slice(0, -1);
  return chart({
    width, height: 60 + 30 * bars.length, marginLeft: marginFor(names), marginRight: 28,
    x: { label, grid: true, nice: true, ...(flat ? { domain: [-0.1, 0.1] } : {}) }, y: rowAxis(names),
    marks: [
      Plot.ruleX([0], { stroke: muted }),
      Plot.rect(bars, { x1: "from", x2: "to", y1: (d) => d.k - 0.3, y2: (d) => d.k + 0.3, fill, title: (d) => `${d.name}: ${text(d)}` }),
      Plot.ruleX(joints, { x: "to", y1: (d) => d.k - 0.3, y2: (d) => Math.min(d.k + 1.3, bars.length - 0.7), stroke: muted, strokeDasharray: "2,2" }),
      ...[["var(--paper)", 4], [ink, 1.5]].map(([stroke, strokeWidth]) =>
        Plot.ruleY(bars.filter((one) => one.low != null), { y: "k", x1: "low", x2: "high", stroke, strokeWidth, strokeLinecap: "round" })),
      Plot.dot(bars, { x: "to", y: "k", r: 3, fill: ink, stroke: "var(--paper)" }),
    ],
  });
}

/// The parts of the difference, or of what lobbying adds, one bar each.
export function waterfall({ comparison }) {
  const list = comparison.contributions;
  if (!list?.length) return null;
  const metrics = [...new Set(list.map((one) => one.metric))];
  const places = ["", ...new Set(list.map((one) => one.conference).filter(Boolean))];
  const whole = (one) => one.rows.at(-1);
  const first = list.find((one) => !one.conference && whole(one).named) ?? list.find((one) => !one.conference && whole(one).mean) ?? list[0];
  let metric = first.metric, place = "";
  const rows = () => list.find((one) => one.metric === metric && (one.conference ?? "") === place).rows;
  const where = () => (place ? `at ${place}` : "mean over conferences");
  const what = comparison.attribution ? "contribution to" : "difference in";
  const title = () => `How the ${what} ${words(metric)} adds up, ${where()}`;
  const of = comparison.attribution
    ? `A contribution is ${comparison.arms[0].name} minus the arm without the part.`
    : `A difference is ${comparison.arms[1].name} minus ${comparison.arms[0].name}.`;
  const drawn = figure({
    file: "parts", title: title(),
    about: `${of} Each bar begins where the last one ended, and has the 95 % interval of its own length over ${comparison.pairs} pairs; "only together" is what the parts do only in company. The last bar is the whole.`,
    legend: swatches([["text", "named: beyond chance and large enough"], ["unnamed", "not named"], ["whole", "the whole"]]),
    draw: (width) => draw(rows(), `${what} ${words(metric)} →`, width),
    data: () => ({
      columns: columns("part").filter((column) => column.name !== "full").map((column) => (column.name === "difference" ? { ...column, show: (value, row) => text({ mean: value, ci95: [row[2], row[3]] }) } : column)),
      rows: rows().map((one) => cells(words(one.part), one).filter((_, k) => k !== 1)),
    }),
    controls: [
      choice("Outcome", metrics.map((one) => [one, words(one)]), (to) => { metric = to; drawn.refresh({ title: title() }); }),
      places.length > 2 ? choice("Conference", places.map((one) => [one, one || "mean over conferences"]), (to) => { place = to; drawn.refresh({ title: title() }); }) : null,
    ].filter(Boolean),
  });
  drawn.node.querySelector("select").value = metric;
  return drawn.node;
}
